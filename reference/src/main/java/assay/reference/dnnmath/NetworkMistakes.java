package assay.reference.dnnmath;

import assay.api.Inputs;
import assay.reference.math.Logistic;
import assay.reference.math.Sums;
import java.util.Arrays;

/** Take sigma' where it does not belong, as one does in the derivatives of a network. */
final class NetworkMistakes {
    static final String AT_OWN_OUTPUT = "slope-at-own-output";
    static final String AT_OWN_OUTPUT_SAID =
            "The slope of layer l is taken at A_l y_l + b_l. What goes into layer l is y_(l-1); with other widths A_l y_l does"
                    + " not even exist, and what has no partner gets lost.";
    static final String FIRST_ROW = "first-slope-everywhere";
    static final String FIRST_ROW_SAID =
            "Every row has the slope of the first unit. Each unit has a z of its own, so each row has its own slope.";
    static final String ACTIVATION = "activation-for-slope";
    static final String ACTIVATION_SAID = "The value sigma(z) stands where its derivative sigma'(z) belongs.";
    static final String OF_OUTPUT = "slope-of-output";
    static final String OF_OUTPUT_SAID =
            "The derivative sigma' is taken of the output y instead of z = A y + b: sigma is applied once too often.";
    static final String NONE = "no-slope";
    static final String NONE_SAID = "The slope of the layer is missing: the layer is treated as if it had no sigma.";

    private NetworkMistakes() {}

    /** Take sigma' at A_l y_l + b_l, as far as that can be computed. */
    static double[] atOwnOutput(Network net, Inputs in, int layer) {
        double[] output = layer == 1 ? in.vector("y1") : in.vector("y2");
        return Network.mapped(Network.before(net.a(layer), output, in.vector("b" + layer)), Logistic::slope);
    }

    /** Take the slope of the first unit for all. */
    static double[] firstEverywhere(Network net, Inputs in, int layer) {
        double[] slopes = net.slope(layer);
        double[] same = new double[slopes.length];
        Arrays.fill(same, slopes[0]);
        return same;
    }

    /** Take the slope of the first unit for the last one. */
    static double[] firstInLast(double[] slopes) {
        double[] changed = slopes.clone();
        changed[changed.length - 1] = changed[0];
        return changed;
    }

    /** Take sigma for sigma'. */
    static double[] activation(Network net, Inputs in, int layer) {
        return in.vector("y" + layer);
    }

    /** Take sigma' at the output. */
    static double[] ofOutput(Network net, Inputs in, int layer) {
        return Network.mapped(in.vector("y" + layer), Logistic::slope);
    }

    /** Take 1. */
    static double[] none(Network net, Inputs in, int layer) {
        return Sums.vector(net.slope(layer).length, i -> 1);
    }
}
