package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.Values;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Witness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Solve the table of 1.7: which of the six maps of S2 each of the sixteen maps of C3 sees (LeCun et al. 1998, table I).
 *
 * <p>Judged in four groups of rows. The order within a row and of the rows within a group is free.
 */
public final class LenetTable implements ReferenceTask {
    private static final int MAPS = 6;
    private static final List<List<Integer>> ROWS = List.of(
            List.of(0, 1, 2),
            List.of(1, 2, 3),
            List.of(2, 3, 4),
            List.of(3, 4, 5),
            List.of(0, 4, 5),
            List.of(0, 1, 5),
            List.of(0, 1, 2, 3),
            List.of(1, 2, 3, 4),
            List.of(2, 3, 4, 5),
            List.of(0, 3, 4, 5),
            List.of(0, 1, 4, 5),
            List.of(0, 1, 2, 5),
            List.of(0, 1, 3, 4),
            List.of(1, 2, 4, 5),
            List.of(0, 2, 3, 5),
            List.of(0, 1, 2, 3, 4, 5));

    @Override
    public String id() {
        return "lenet/table";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return Answers.of("table", Values.of(ROWS));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of(
                "triples", rows(0, 6, "three neighbours on the circle 0, 1, ..., 5, 0"),
                "quadruples", rows(6, 12, "four neighbours on the circle 0, 1, ..., 5, 0"),
                "pairs", rows(12, 15, "two pairs of neighbours, opposite on the circle"),
                "all", rows(15, 16, "all maps"));
    }

    private static Claim rows(int from, int to, String kind) {
        return (in, given) -> {
            try {
                return objection(table(given), from, to, kind);
            } catch (Witness.Unusable e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        };
    }

    private static Optional<String> objection(List<Set<Integer>> table, int from, int to, String kind) {
        Set<Set<Integer>> wanted = new HashSet<>();
        ROWS.subList(from, to).forEach(row -> wanted.add(new TreeSet<>(row)));
        Set<Set<Integer>> seen = new HashSet<>();
        for (int i = from; i < to; i++) {
            Set<Integer> row = table.get(i);
            if (!wanted.contains(row)) {
                return Optional.of("Row " + i + ", " + row + ", is not of its kind: rows " + from + " to " + (to - 1)
                        + " hold " + kind + ".");
            } else if (!seen.add(row)) {
                return Optional.of("Row " + i + ", " + row + ", stands in the table twice.");
            }
        }
        return Optional.empty();
    }

    private static List<Set<Integer>> table(Answers given) {
        List<Value> rows = items(given.get("table").orElseThrow(() -> new Witness.Unusable("'table' is missing.")));
        if (rows.size() != ROWS.size()) {
            throw new Witness.Unusable(
                    "'table' has " + rows.size() + " rows, must have one for each of the 16 maps of C3.");
        }
        List<Set<Integer>> table = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            table.add(row(rows.get(i), i));
        }
        return table;
    }

    private static List<Value> items(Value value) {
        if (value instanceof Sequence sequence) {
            return sequence.items();
        } else if (value instanceof Tensor tensor && tensor.rank() == 2) {
            List<Value> rows = new ArrayList<>();
            for (double[] row : tensor.toRows()) {
                rows.add(Tensor.vector(row));
            }
            return rows;
        }
        throw new Witness.Unusable("'table' must be a list of 16 lists of map numbers, was " + value.describe() + ".");
    }

    private static Set<Integer> row(Value value, int index) {
        if (!(value instanceof Tensor row) || row.rank() != 1) {
            throw new Witness.Unusable("Row " + index + " of 'table' must be a list of map numbers such as [0, 2], was "
                    + value.describe() + ".");
        }
        Set<Integer> maps = new TreeSet<>();
        for (int j = 0; j < row.size(); j++) {
            double map = row.at(j);
            if (map == MAPS) {
                throw new Witness.Unusable("Row " + index + " names map 6: the maps of S2 are counted from 0 to 5.");
            } else if (!(map >= 0 && map < MAPS && map == Math.rint(map))) {
                throw new Witness.Unusable(
                        "Row " + index + " names the map " + map + "; there are the maps 0 to " + (MAPS - 1) + ".");
            } else if (!maps.add((int) map)) {
                throw new Witness.Unusable("Row " + index + " names the map " + (int) map + " twice.");
            }
        }
        return maps;
    }
}
