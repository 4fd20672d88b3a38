package assay.experiment.net;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Say which output plane reads which input planes.
 *
 * @param inputs the number of input planes
 * @param table for each output plane the input planes that it reads, in ascending order
 */
public record Connections(int inputs, List<List<Integer>> table) implements Serializable {
    /** Check that every output plane reads existing planes, each once. */
    public Connections {
        table = table.stream().map(List::copyOf).toList();
        for (List<Integer> row : table) {
            if (row.isEmpty() || row.stream().distinct().count() != row.size()) {
                throw new IllegalArgumentException(
                        "an output plane must read at least one plane, each once, was " + row);
            }
            if (!row.stream().sorted().toList().equals(row) || row.get(0) < 0 || row.get(row.size() - 1) >= inputs) {
                throw new IllegalArgumentException(
                        "an output plane must read planes 0 to " + (inputs - 1) + " in ascending order, was " + row);
            }
        }
    }

    /** Return the number of connections. */
    public int count() {
        return table.stream().mapToInt(List::size).sum();
    }

    /** Return for each connection its place among all pairs of planes, output plane by output plane. */
    int[] places() {
        int[] places = new int[count()];
        int next = 0;
        for (int output = 0; output < table.size(); output++) {
            for (int input : table.get(output)) {
                places[next++] = output * inputs + input;
            }
        }
        return places;
    }

    /** Return for each pair of planes the number of its connection, and {@link #count()} where there is none. */
    int[] numbers() {
        int[] numbers = new int[inputs * table.size()];
        Arrays.fill(numbers, count());
        int[] places = places();
        for (int i = 0; i < places.length; i++) {
            numbers[places[i]] = i;
        }
        return numbers;
    }
}
