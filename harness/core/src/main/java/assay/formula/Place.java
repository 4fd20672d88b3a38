package assay.formula;

/**
 * Say where in the text a part of a formula stands. All places are equal, so that two trees are equal when they mean
 * the same, wherever their parts stand.
 *
 * @param column 1-based, counted in characters over the whole text
 */
public record Place(int column) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
