package assay.experiment.image;

import assay.api.reference.Draw;

/** Bring indices into an order that a seed decides. */
public final class Shuffle {
    private final Draw draw;

    /** Draw from {@code seed}. */
    public Shuffle(long seed) {
        this.draw = new Draw(seed);
    }

    /** Return 0 to {@code size - 1} in their order. */
    public static int[] ordered(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    /** Shuffle {@code order} in place (Durstenfeld 1964, algorithm 235). */
    public void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = draw.integer(0, i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
