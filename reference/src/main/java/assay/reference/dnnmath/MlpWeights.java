package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import java.util.List;
import java.util.function.Function;

/** Solve 1.6b: the derivatives of the output of the network by all weights and biases. */
public final class MlpWeights implements ReferenceTask {
    @Override
    public String id() {
        return "mlp/weights";
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
        return all(Network.of(in));
    }

    @Override
    public Answers scale(Inputs in) {
        return all(Network.of(in).absolute());
    }

    private static Answers all(Network net) {
        return hidden(net).and("dy3-dA3", Network.row(net.y(2)));
    }

    private static Answers hidden(Network net) {
        return layer(net, 2, net.outputByBias(2))
                .and("dy3-dA1", outer(net.outputByBias(1), net.y(0)))
                .and("dy3-db1", Network.row(net.outputByBias(1)));
    }

    private static Answers layer(Network net, int layer, double[] byBias) {
        return Answers.of("dy3-dA" + layer, outer(byBias, net.y(layer - 1))).and("dy3-db" + layer, Network.row(byBias));
    }

    private static Tensor outer(double[] rows, double[] columns) {
        return Images.filled(new int[] {rows.length, columns.length}, at -> rows[at[0]] * columns[at[1]]);
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                slopes(NetworkMistakes.AT_OWN_OUTPUT, NetworkMistakes.AT_OWN_OUTPUT_SAID, NetworkMistakes::atOwnOutput),
                slopes(NetworkMistakes.FIRST_ROW, NetworkMistakes.FIRST_ROW_SAID, NetworkMistakes::firstEverywhere),
                slopes(NetworkMistakes.ACTIVATION, NetworkMistakes.ACTIVATION_SAID, NetworkMistakes::activation),
                slopes(NetworkMistakes.OF_OUTPUT, NetworkMistakes.OF_OUTPUT_SAID, NetworkMistakes::ofOutput),
                wrong(
                        "own-slope-missing",
                        "The slope of the layer itself is missing: dy_3/dy_l is there, and sigma' of layer l is not.",
                        MlpWeights::ownSlopeMissing),
                wrong(
                        "no-slopes-at-all",
                        "The network is treated as if it had no sigma: its slopes are missing everywhere.",
                        in -> layer(Network.of(in), 1, flat(in).outputBy(1))),
                wrong(
                        "slope-between-missing",
                        "On the way from the output to layer 1 the slope of layer 2 is missing.",
                        MlpWeights::slopeBetweenMissing),
                wrong(
                        "own-output",
                        "The outer product is taken with y_l, the output of the layer. What are its weights multiplied with?",
                        MlpWeights::ownOutput),
                wrong(
                        "transposed",
                        "The outer product is the other way round: the derivative by A_l has the shape of A_l.",
                        MlpWeights::transposed),
                wrong(
                        "weights-for-inputs",
                        "This is A3, the derivative by y2. Which factor is left when one derives A3 y2 by A3?",
                        in -> Answers.of("dy3-dA3", in.tensor("A3"))));
    }

    private static Answers ownSlopeMissing(Inputs in) {
        Network net = Network.of(in);
        return layer(net, 2, net.outputBy(2))
                .and("dy3-dA1", outer(net.outputBy(1), net.y(0)))
                .and("dy3-db1", Network.row(net.outputBy(1)));
    }

    private static Answers slopeBetweenMissing(Inputs in) {
        return layer(Network.of(in), 1, flat(in).outputByBias(1));
    }

    /** Take the slope of layer 2 for 1. */
    private static Network flat(Inputs in) {
        return Network.of(in)
                .with(in, (right, at, layer) -> layer == 2 ? NetworkMistakes.none(right, at, 2) : right.slope(layer));
    }

    private static Answers ownOutput(Inputs in) {
        Network net = Network.of(in);
        double[] y3 = Sums.vector(1, i -> Network.before(net.a(3), net.y(2), in.vector("b3"))[0]);
        return Answers.of("dy3-dA1", outer(net.outputByBias(1), net.y(1)))
                .and("dy3-dA2", outer(net.outputByBias(2), net.y(2)))
                .and("dy3-dA3", Network.row(y3));
    }

    private static Answers transposed(Inputs in) {
        Answers right = all(Network.of(in));
        Answers turned = Answers.none();
        for (String name : List.of("dy3-dA1", "dy3-dA2", "dy3-dA3")) {
            turned = turned.and(name, right.tensor(name).transposed());
        }
        return turned;
    }

    private static Mistake slopes(String id, String sentence, Network.Slopes slopes) {
        return wrong(id, sentence, in -> hidden(Network.of(in).with(in, slopes)));
    }

    private static Mistake wrong(String id, String sentence, Function<Inputs, Answers> answer) {
        return new Mistake(id, sentence, answer);
    }
}
