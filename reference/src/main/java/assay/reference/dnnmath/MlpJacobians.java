package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.function.Function;

/** Solve 1.6a: the derivatives of each layer's output by its bias and by its input. */
public final class MlpJacobians implements ReferenceTask {
    @Override
    public String id() {
        return "mlp/jacobians";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Network.draw(draw);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return Network.edgeCases();
    }

    @Override
    public Answers solve(Inputs in) {
        Network net = Network.of(in);
        return hidden(net).and("dy3-dy1", Network.row(net.outputBy(1)));
    }

    private static Answers hidden(Network net) {
        return byBias(net).and("dy1-dy0", net.byInput(1)).and("dy2-dy1", net.byInput(2));
    }

    private static Answers byBias(Network net) {
        return Answers.of("dy1-db1", net.byBias(1)).and("dy2-db2", net.byBias(2));
    }

    /** Add up absolute values where the way from the output to layer 1 is a sum. */
    @Override
    public Answers scale(Inputs in) {
        Network net = Network.of(in).absolute();
        return hidden(net).and("dy3-dy1", Network.row(net.outputBy(1)));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                slopes(NetworkMistakes.AT_OWN_OUTPUT, NetworkMistakes.AT_OWN_OUTPUT_SAID, NetworkMistakes::atOwnOutput),
                byInput(
                        "own-output-and-first-slope-last",
                        "Two things: the slope is taken at A_l y_l + b_l instead of A_l y_(l-1) + b_l, and the last row has"
                                + " the slope of the first unit.",
                        (net, in, l) -> NetworkMistakes.firstInLast(NetworkMistakes.atOwnOutput(net, in, l))),
                byInput(
                        "first-slope-in-last-row",
                        "The last row has the slope of the first unit; look at the index in the last row.",
                        (net, in, l) -> NetworkMistakes.firstInLast(net.slope(l))),
                slopes(NetworkMistakes.FIRST_ROW, NetworkMistakes.FIRST_ROW_SAID, NetworkMistakes::firstEverywhere),
                slopes(NetworkMistakes.ACTIVATION, NetworkMistakes.ACTIVATION_SAID, NetworkMistakes::activation),
                slopes(NetworkMistakes.OF_OUTPUT, NetworkMistakes.OF_OUTPUT_SAID, NetworkMistakes::ofOutput),
                slopes(NetworkMistakes.NONE, NetworkMistakes.NONE_SAID, NetworkMistakes::none),
                wrong(
                        "columns-scaled",
                        "The columns are scaled by the slopes of the layer below. Which unit does a row of the Jacobian"
                                + " belong to?",
                        in -> Answers.of("dy2-dy1", columnsScaled(Network.of(in)))),
                wrong(
                        "transposed",
                        "The matrix is transposed: row i holds the derivatives of output i, one column per input.",
                        MlpJacobians::transposed),
                wrong(
                        "diagonal-as-vector",
                        "The slopes are right, as a vector; the Jacobian is the matrix with them on its diagonal.",
                        in -> Answers.of("dy1-db1", Network.of(in).slope(1))
                                .and("dy2-db2", Network.of(in).slope(2))),
                wrong(
                        "slope-between-missing",
                        "On the way from the output to y1 the slope of layer 2 is missing.",
                        in -> Answers.of("dy3-dy1", throughLayerTwo(in, NetworkMistakes::none))),
                wrong(
                        "slope-between-at-own-output",
                        "On the way from the output to y1 the slope of layer 2 is taken at A2 y2 + b2. What goes into layer 2"
                                + " is y1.",
                        in -> Answers.of("dy3-dy1", throughLayerTwo(in, NetworkMistakes::atOwnOutput))));
    }

    private static Tensor throughLayerTwo(Inputs in, Network.Slopes slopes) {
        return Network.row(Network.of(in).with(in, slopes).outputBy(1));
    }

    private static Answers transposed(Inputs in) {
        Network net = Network.of(in);
        return Answers.of("dy1-dy0", net.byInput(1).transposed())
                .and("dy2-dy1", net.byInput(2).transposed())
                .and("dy3-dy1", Network.row(net.outputBy(1)).transposed());
    }

    private static Tensor columnsScaled(Network net) {
        double[][] a = net.a(2);
        return Images.filled(new int[] {a.length, a[0].length}, at -> a[at[0]][at[1]] * net.slope(1)[at[1]]);
    }

    private static Mistake slopes(String id, String sentence, Network.Slopes slopes) {
        return wrong(id, sentence, in -> hidden(Network.of(in).with(in, slopes)));
    }

    private static Mistake byInput(String id, String sentence, Network.Slopes slopes) {
        return wrong(id, sentence, in -> {
            Network net = Network.of(in).with(in, slopes);
            return Answers.of("dy1-dy0", net.byInput(1)).and("dy2-dy1", net.byInput(2));
        });
    }

    private static Mistake wrong(String id, String sentence, Function<Inputs, Answers> answer) {
        return new Mistake(id, sentence, answer);
    }
}
