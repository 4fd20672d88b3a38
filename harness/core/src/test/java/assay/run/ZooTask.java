package assay.run;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Solve one of the small tasks that the attacks of the zoo are made in. */
record ZooTask(String id, List<String> inputs, Function<Inputs, Answers> solution) implements ReferenceTask {
    /** The answer to the task without inputs; it must be found nowhere but here. */
    static final String HIDDEN = "woodheron-7-k2qd";

    static References all() {
        return References.of(List.of(
                new ZooTask(
                        "zoo/attack", List.of("x", "k"), in -> Answers.of("total", in.number("k") * sum(in, x -> x))),
                new ZooTask(
                        "zoo/honest",
                        List.of("x"),
                        in -> Answers.of(
                                "largest", Arrays.stream(in.vector("x")).max().orElse(0))),
                new ZooTask(
                        "zoo/vector",
                        List.of("x", "k"),
                        in -> Answers.of("y", in.tensor("x").map(value -> in.number("k") * value))),
                new ZooTask(
                        "zoo/rough", List.of("x", "k"), in -> Answers.of("product", in.number("k") * sum(in, x -> x))),
                new ZooTask("zoo/hidden", List.of(), in -> Answers.of("word", HIDDEN))));
    }

    @Override
    public Inputs draw(Draw draw) {
        if (inputs.isEmpty()) {
            return Inputs.none();
        }
        // Few lengths, so that shapes come again with other numbers.
        Tensor x = Tensor.vector(draw.vector(draw.integer(2, 3), () -> draw.signed(0.5, 2)));
        return inputs.contains("k")
                ? Inputs.of(Map.of("x", x, "k", Tensor.scalar(draw.uniform(2, 5))))
                : Inputs.of(Map.of("x", x));
    }

    @Override
    public Answers solve(Inputs in) {
        return solution.apply(in);
    }

    @Override
    public Answers scale(Inputs in) {
        return switch (id) {
            case "zoo/attack" -> Answers.of("total", in.number("k") * sum(in, Math::abs));
            case "zoo/rough" -> Answers.of("product", in.number("k") * sum(in, Math::abs));
            default -> ReferenceTask.super.scale(in);
        };
    }

    private static double sum(Inputs in, DoubleUnaryOperator of) {
        return Arrays.stream(in.vector("x")).map(of).sum();
    }
}
