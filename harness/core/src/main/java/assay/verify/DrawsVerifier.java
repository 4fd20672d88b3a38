package assay.verify;

import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import assay.assignment.CheckSpec;
import assay.assignment.Task;
import assay.assignment.TaskGrading;
import assay.check.BoundCheck;
import assay.check.CheckStage;
import assay.check.Judgement;
import assay.check.Verdict;
import assay.run.References;
import assay.run.Request;
import assay.run.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draw many times: what is right must pass at every draw, and each known mistake should be caught at every single draw at
 * which it is one. Only criteria that look at draws take part; the named cases are judged elsewhere.
 */
final class DrawsVerifier {
    /** Number of draws that are judged together and then forgotten. */
    private static final int BATCH = 50;

    private final TaskBench bench;
    private final Assignment drawn;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private int rejected;

    private DrawsVerifier(TaskBench bench, Assignment assignment) {
        this.bench = bench;
        this.drawn = drawn(bench, assignment);
    }

    /** Count at how many draws a mistake is one, and at how many of these it is caught. */
    private static final class Tally {
        private int wrong;
        private int caught;
    }

    /** Be what came of it. */
    record Drawn(DrawCount count, List<Finding> findings) {}

    /** Draw {@code draws} times; empty when the task trains, has no draws or no criterion that looks at them. */
    static Optional<Drawn> verify(TaskBench bench, Assignment assignment, Seeds seeds, int draws) {
        DrawsVerifier verifier = new DrawsVerifier(bench, assignment);
        boolean any = bench.requests().stream().anyMatch(request -> !request.edge());
        if (bench.task().data().isPresent()
                || !any
                || verifier.drawn.grading().get(0).checks().isEmpty()) {
            return Optional.empty();
        }
        Draw draw = new Draw(seeds.draws(bench.task().id()) + 1);
        for (int from = 1; from <= draws; from += BATCH) {
            verifier.batch(from, Math.min(draws, from + BATCH - 1), draw);
        }
        return Optional.of(new Drawn(verifier.count(draws), verifier.findings));
    }

    /** Return the assignment with this task only, no written cases, and the checks that look at draws, at nothing else. */
    private static Assignment drawn(TaskBench bench, Assignment whole) {
        Task task = bench.task();
        List<CheckSpec> specs = new ArrayList<>();
        for (CheckSpec spec :
                whole.gradingOf(task.id()).map(TaskGrading::checks).orElse(List.of())) {
            Optional<BoundCheck> check = Optional.ofNullable(bench.checks().get(spec.criterion()));
            if (check.map(DrawsVerifier::onDrawsAlone).orElse(false)) {
                specs.add(new CheckSpec(
                        spec.task(), spec.criterion(), spec.kind(), onDraws(spec.parameters()), spec.place()));
            }
        }
        return new Assignment(
                whole.id(),
                whole.version(),
                whole.title(),
                whole.folder(),
                whole.digest(),
                whole.complete(),
                whole.limits(),
                List.of(task),
                List.of(new TaskGrading(task.id(), 1, List.of(), specs)),
                whole.rubric());
    }

    /** A check of all cases that names some of them needs these beside the draws; it cannot be held to draws alone. */
    private static boolean onDrawsAlone(BoundCheck check) {
        boolean needsNamed =
                check.on().chosen().contains("all") && !check.on().names().isEmpty();
        return check.on().choosesDrawn() && !needsNamed;
    }

    private static JsonNode onDraws(JsonNode parameters) {
        if (parameters instanceof ObjectNode mapping && mapping.has("on")) {
            return mapping.deepCopy().put("on", "drawn");
        }
        return parameters;
    }

    private void batch(int from, int to, Draw draw) {
        ReferenceTask reference = ((Remembering) bench.reference()).afresh();
        CheckStage stage = new CheckStage(drawn, References.of(List.of(reference)));
        List<Request> requests = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            Inputs inputs = reference.draw(draw);
            requests.add(new Request("draw-" + i, bench.task().id(), "draw " + i, false, inputs));
        }
        TaskBench all = bench.with(reference, stage, requests);
        new RightVariants(all, from).all().forEach(variant -> right(all, variant));
        for (Request request : requests) {
            TaskBench one = bench.with(reference, stage, List.of(request));
            reference.mistakes().forEach(mistake -> wrong(one, mistake));
        }
    }

    private void right(TaskBench all, Variant variant) {
        for (Map.Entry<String, Judgement> entry : all.judge(variant.answers()).entrySet()) {
            Judgement judgement = entry.getValue();
            if (judgement.verdict() != Verdict.PASSED) {
                rejected++;
                findings.add(new Finding(
                        variant.name() + ", drawn",
                        bench.task().id(),
                        entry.getKey(),
                        Verdict.PASSED,
                        judgement.verdict(),
                        judgement.message(),
                        "a right answer is rejected"));
            }
        }
    }

    private void wrong(TaskBench one, Mistake mistake) {
        Tally tally = tallies.computeIfAbsent(mistake.id(), id -> new Tally());
        Variant variant = AnswersVerifier.variant(one, mistake);
        Set<String> changed =
                mistake.answer().apply(one.inputs(0)).fields().byName().keySet();
        boolean caught = one.isCaught(variant.answers(), changed);
        boolean differs = caught
                || one.checks().keySet().stream()
                        .anyMatch(criterion ->
                                !one.departures(criterion, variant.answers()).isEmpty());
        tally.caught += caught ? 1 : 0;
        tally.wrong += differs ? 1 : 0;
    }

    private DrawCount count(int draws) {
        tallies.forEach((mistake, tally) -> {
            if (tally.caught < tally.wrong) {
                findings.add(new Finding(
                        "mistake " + mistake + ", drawn",
                        bench.task().id(),
                        "",
                        Verdict.WRONG,
                        Verdict.PASSED,
                        "",
                        "caught at " + tally.caught + " of the " + tally.wrong + " draws at which it is one"));
            }
        });
        List<Map.Entry<String, Tally>> shown = tallies.entrySet().stream()
                .filter(entry -> entry.getValue().wrong > 0)
                .sorted(Comparator.comparingInt(entry -> entry.getValue().caught))
                .toList();
        return new DrawCount(
                bench.task().id(),
                draws,
                rejected,
                shown.size(),
                shown.isEmpty() ? "" : shown.get(0).getKey(),
                shown.isEmpty() ? 0 : shown.get(0).getValue().caught);
    }
}
