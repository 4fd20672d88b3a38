package assay.verify;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Be a small task: half the sum of two vectors, the product of the second and its transpose, and whether the sum is positive. */
class Line implements ReferenceTask {
    static final String DESCRIPTION = """
            schema: assay/assignment/1
            id: tiny
            version: 1
            title: A tiny one
            tasks:
              - id: line
                sheet: "1"
                title: Two vectors
                ways: [code]
                inputs:
                  x: {type: "vector [n]"}
                  y: {type: "vector [n]"}
                answers:
                  mean: {type: "vector [n]"}
                  outer: {type: "matrix [n, n]"}
                  positive: {type: truth}
                criteria:
                  - {id: mean, title: "the mean", points: 1}
                  - {id: outer, title: "the product", points: 1, needs: [mean]}
                  - {id: positive, title: "the sign", points: 1}
            """;
    static final String GRADING = """
            schema: assay/grading/1
            tasks:
              line:
                draws: 8
                checks:
                  mean: {kind: close-to, answer: mean, on: [drawn, zeros]}
                  outer: {kind: close-to, answer: outer}
                  positive: {kind: equal-to, answer: positive}
            """;

    /** Write the files below {@code folder} and read them; {@code grading} is the grading of the task. */
    static Assignment assignment(Path folder, String description, String grading) throws IOException {
        Files.createDirectories(folder.resolve("public"));
        Files.createDirectories(folder.resolve("private"));
        Files.writeString(folder.resolve("public/assignment.yaml"), description);
        Files.writeString(folder.resolve("private/grading.yaml"), grading);
        return AssignmentReader.read(folder, true);
    }

    @Override
    public String id() {
        return "line";
    }

    @Override
    public Inputs draw(Draw draw) {
        int n = draw.integer(2, 5);
        return Inputs.of(Map.of(
                "x", Tensor.vector(draw.vector(n, () -> draw.signed(0.5, 2))),
                "y", Tensor.vector(draw.vector(n, () -> draw.signed(0.5, 2)))));
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase("zeros", Inputs.of(Map.of("x", Tensor.vector(0, 0), "y", Tensor.vector(0, 0)))));
    }

    @Override
    public Answers solve(Inputs in) {
        return answers(in, 0.5);
    }

    static Answers answers(Inputs in, double factor) {
        double[] x = in.vector("x");
        double[] y = in.vector("y");
        double[] mean = new double[x.length];
        double[][] outer = new double[x.length][x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            mean[i] = factor * (x[i] + y[i]);
            sum += x[i] + y[i];
            for (int j = 0; j < x.length; j++) {
                outer[i][j] = y[i] * y[j];
            }
        }
        return Answers.of("mean", mean).and("outer", outer).and("positive", sum > 0);
    }

    @Override
    public Answers scale(Inputs in) {
        double[] x = in.vector("x");
        double[] y = in.vector("y");
        double[] sizes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sizes[i] = (Math.abs(x[i]) + Math.abs(y[i])) / 2;
        }
        return Answers.of("mean", sizes).and("outer", solve(in).tensor("outer").map(Math::abs));
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(new Mistake(
                "not-halved",
                "Where is the half of the mean?",
                in -> Answers.of("mean", answers(in, 1).tensor("mean"))));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("anything", (in, given) -> Optional.empty());
    }
}
