package assay.reference.backprop;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;

/** Solve 2.4, the counts: trainable parameters and sizes of three models for images of 28 x 28 pixels. */
public final class MnistCounts implements ReferenceTask {
    private static final int PIXELS = 28 * 28;
    private static final int DIGITS = 10;
    private static final int HIDDEN = 512;
    private static final int FIRST = 32;
    private static final int SECOND = 64;
    private static final int DENSE = 128;
    private static final int WINDOW = 3;

    @Override
    public String id() {
        return "mnist/counts";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        int first = 28 - WINDOW + 1;
        int second = first - WINDOW + 1;
        int pooled = second / 2;
        int flat = pooled * pooled * SECOND;
        int convnet = convolution(1, FIRST) + convolution(FIRST, SECOND) + dense(flat, DENSE) + dense(DENSE, DIGITS);
        return Answers.of("softmax", dense(PIXELS, DIGITS))
                .and("mlp-first", dense(PIXELS, HIDDEN))
                .and("mlp-second", dense(HIDDEN, HIDDEN))
                .and("mlp-output", dense(HIDDEN, DIGITS))
                .and("mlp", dense(PIXELS, HIDDEN) + dense(HIDDEN, HIDDEN) + dense(HIDDEN, DIGITS))
                .and("first-side", first)
                .and("second-side", second)
                .and("pooled-side", pooled)
                .and("flat", flat)
                .and("convnet-first", convolution(1, FIRST))
                .and("convnet-second", convolution(FIRST, SECOND))
                .and("convnet-dense", dense(flat, DENSE))
                .and("convnet-output", dense(DENSE, DIGITS))
                .and("convnet", convnet)
                .and("dropout", 0);
    }

    private static int dense(int in, int out) {
        return (in + 1) * out;
    }

    private static int convolution(int in, int out) {
        return (WINDOW * WINDOW * in + 1) * out;
    }
}
