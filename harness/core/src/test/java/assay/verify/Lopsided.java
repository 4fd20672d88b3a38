package assay.verify;

import assay.api.Answers;
import assay.api.Inputs;

/** Be the small task with a product that is not symmetric. */
final class Lopsided extends Line {
    @Override
    public Answers solve(Inputs in) {
        double[] x = in.vector("x");
        double[] y = in.vector("y");
        double[][] outer = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                outer[i][j] = x[i] * y[j];
            }
        }
        return super.solve(in).and("outer", outer);
    }

    @Override
    public Answers scale(Inputs in) {
        return super.scale(in).and("outer", solve(in).tensor("outer").map(Math::abs));
    }
}
