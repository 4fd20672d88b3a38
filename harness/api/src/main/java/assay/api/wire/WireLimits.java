package assay.api.wire;

/**
 * Bound what is accepted from the other side before anything is allocated for it.
 *
 * @param lineBytes most bytes of one line
 * @param depth most levels of nesting
 * @param values most numbers, texts and truth values in one line
 * @param numberCharacters most characters of one number
 * @param textCharacters most characters of one text
 */
public record WireLimits(int lineBytes, int depth, int values, int numberCharacters, int textCharacters) {
    /** Return the limits for answers: 4 MiB a line, 8 levels, 250,000 values, 40 characters a number, 65,536 a text. */
    public static WireLimits standard() {
        return new WireLimits(4 << 20, 8, 250_000, 40, 1 << 16);
    }
}
