import java.util.function.DoubleUnaryOperator;

/** A few lines of linear algebra. */
class Matrix {
    private final double[][] entries;

    Matrix(double[][] entries) {
        this.entries = entries;
    }

    static Matrix column(double[] entries) {
        return new Matrix(new double[][] {entries}).transposed();
    }

    int rows() {
        return entries.length;
    }

    int columns() {
        return entries[0].length;
    }

    double at(int i, int j) {
        return entries[i][j];
    }

    void set(int i, int j, double value) {
        entries[i][j] = value;
    }

    double[][] entries() {
        return entries;
    }

    Matrix transposed() {
        Matrix flipped = new Matrix(new double[columns()][rows()]);
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                flipped.set(j, i, at(i, j));
            }
        }
        return flipped;
    }

    Matrix times(Matrix other) {
        Matrix product = new Matrix(new double[rows()][other.columns()]);
        for (int i = 0; i < rows(); i++) {
            for (int k = columns() - 1; k >= 0; k--) {
                for (int j = 0; j < other.columns(); j++) {
                    product.set(i, j, product.at(i, j) + at(i, k) * other.at(k, j));
                }
            }
        }
        return product;
    }

    Matrix plus(Matrix other) {
        Matrix sum = map(one -> one);
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                sum.set(i, j, at(i, j) + other.at(i, j));
            }
        }
        return sum;
    }

    Matrix map(DoubleUnaryOperator function) {
        double[][] mapped = new double[rows()][columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                mapped[i][j] = function.applyAsDouble(at(i, j));
            }
        }
        return new Matrix(mapped);
    }

    Matrix beside(Matrix other) {
        Matrix wide = new Matrix(new double[rows()][columns() + other.columns()]);
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < wide.columns(); j++) {
                wide.set(i, j, j < columns() ? at(i, j) : other.at(i, j - columns()));
            }
        }
        return wide;
    }

    Matrix withOnes() {
        double[] ones = new double[columns()];
        java.util.Arrays.fill(ones, 1);
        return transposed().beside(column(ones)).transposed();
    }

    /** Keep an entry where the other matrix has a positive one, else 0. */
    Matrix where(Matrix other) {
        Matrix kept = map(one -> one);
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                kept.set(i, j, other.at(i, j) > 0 ? at(i, j) : 0);
            }
        }
        return kept;
    }

    Matrix withoutLastRow() {
        return transposed().withoutLastColumn().transposed();
    }

    Matrix withoutLastColumn() {
        double[][] less = new double[rows()][];
        for (int i = 0; i < rows(); i++) {
            less[i] = java.util.Arrays.copyOf(entries[i], columns() - 1);
        }
        return new Matrix(less);
    }

    double[] lastColumn() {
        double[] last = new double[rows()];
        for (int i = 0; i < rows(); i++) {
            last[i] = entries[i][columns() - 1];
        }
        return last;
    }
}
