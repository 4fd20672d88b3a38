package assay.check.detector;

/**
 * Be a line of pixels from lower left to upper right.
 *
 * @param row of its lower left end, 0 at the top
 * @param column of its lower left end
 * @param length number of pixels; pixel i is at (row - i, column + i)
 */
record Line(int row, int column, int length) {
    /** Return whether every pixel of one is {@code least} or more rows or columns from every pixel of the other. */
    boolean isApart(Line other, int least) {
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < other.length; j++) {
                int rows = Math.abs(row - i - other.row + j);
                int columns = Math.abs(column + i - other.column - j);
                if (Math.max(rows, columns) < least) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Return whether it has a pixel in the first or last row or column of a square image. */
    boolean touchesBorder(int side) {
        return row == side - 1 || column == 0 || row - length + 1 == 0 || column + length == side;
    }
}
