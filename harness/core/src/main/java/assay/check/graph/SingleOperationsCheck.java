package assay.check.graph;

import assay.api.Tensor;
import assay.api.Value;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.check.CheckContext;
import assay.check.CheckKind;
import assay.check.Diagnosis;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judge a list of assignments with one operation each, {@code "t4 = t1/t3"}, that ends in the value of a loss.
 *
 * <p>Three criteria can look at the same list: its form, its value, and whether anything is computed twice. The value is
 * judged even where the form is wrong, as long as every name in it is defined.
 */
@About("Judge a list of assignments with one operation each, 't4 = t1/t3', that ends in the value of a loss.")
public final class SingleOperationsCheck implements CheckKind<SingleOperationsCheck.Spec> {
    /** Beside {@code relative}: for values that cancel to zero. */
    private static final double ABSOLUTE = 1e-12;

    /** Name what is judged. */
    public enum Part {
        /** One operation a line, everything defined once and before its use, everything used. */
        OPERATIONS,
        /** The result has the right value in every case. */
        VALUE,
        /** Nothing is computed twice, and no more operations are used than needed. */
        REUSE
    }

    /** Hold the keys. */
    public record Spec(
            @About(
                    "what is judged: operations (one each, defined before use), value (the last one is the loss) or reuse (nothing is computed twice)")
            Part part,

            @About("the list") String answer,

            @About("the variable that holds the final value")
            String result,

            @About("names that are given; the inputs of the task when empty")
            List<String> leaves,

            @About("leaves with one value per sample; the vectors among the inputs when empty")
            List<String> perSample,

            @About("answer of the reference (or of the written cases) that holds the right value; for 'value'")
            Optional<String> resultOf,

            @About("operations that are enough; for 'reuse'") @Default("1000")
            int most,

            @About("error that is allowed, as a share of the reference's scale") @Default("1e-9")
            double relative) {
        public Spec {
            leaves = List.copyOf(leaves);
            perSample = List.copyOf(perSample);
            if (!(relative >= 0 && relative < 1)) {
                throw new IllegalArgumentException("relative must be 0 or more and less than 1, was " + relative);
            }
            if (part == Part.VALUE && resultOf.isEmpty()) {
                throw new IllegalArgumentException("the key 'result-of' must name the answer with the right value");
            }
        }
    }

    @Override
    public String name() {
        return "single-operations";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        Optional<Field> field = task.answer(spec.answer());
        if (field.isEmpty()) {
            return task.objection(List.of(spec.answer()));
        } else if (field.get().type().kind() != ValueType.Kind.LIST) {
            return "'" + spec.answer() + "' must be a list, is " + field.get().type();
        }
        Set<String> leaves = leaves(spec, task);
        return spec.perSample().stream()
                .filter(name -> !leaves.contains(name))
                .findFirst()
                .map(name -> "'" + name + "' is listed under 'per-sample' and not under 'leaves'")
                .orElse(leaves.isEmpty() ? "the key 'leaves' must list the names that are given" : "");
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        if (context.trials().isEmpty()) {
            return Judgement.without(Verdict.NOT_JUDGED, "no-case", "There is no case to judge.");
        }
        Optional<Judgement> unanswered = context.unanswered(context.trials(), spec.answer());
        if (unanswered.isPresent()) {
            return unanswered.get();
        }
        Trial first = context.trials().get(0);
        Value given = given(first, spec.answer());
        Set<String> leaves = leaves(spec, context.task());
        if (!context.trials().stream()
                .allMatch(trial -> given(trial, spec.answer()).equals(given))) {
            return Judgement.wrong(
                    "differs",
                    "The list differs between cases; it must be the same for all inputs.",
                    Diagnosis.none(),
                    List.of());
        }
        StepList list = normal(StepReader.read(given, leaves), leaves);
        if (list.steps().isEmpty() && list.unreadable().isEmpty()) {
            return Judgement.without(Verdict.MISSING, "no-answer", "The list '" + spec.answer() + "' is empty.");
        }
        return switch (spec.part()) {
            case OPERATIONS -> operations(spec, context, list);
            case VALUE -> value(spec, context, list);
            case REUSE -> reuse(spec, context, list);
        };
    }

    private static Judgement operations(Spec spec, CheckContext context, StepList list) {
        Set<String> leaves = leaves(spec, context.task());
        List<Flaw> flaws = new ArrayList<>(list.unreadable());
        if (flaws.isEmpty()) {
            flaws.addAll(StepRules.flaws(list.steps(), spec.result(), leaves, perSample(spec, context.task())));
        }
        List<Evidence> evidence = evidence(spec, context, list, flaws);
        if (!flaws.isEmpty()) {
            return Flaw.judgement(list.unreadable().isEmpty() ? "wrong-form" : "unreadable", flaws, evidence);
        }
        return Judgement.passed(
                list.steps().size() + " lines with one operation each, everything defined before it is used", evidence);
    }

    private static Judgement reuse(Spec spec, CheckContext context, StepList list) {
        if (!list.unreadable().isEmpty()) {
            return Flaw.judgement("unreadable", list.unreadable(), evidence(spec, context, list, list.unreadable()));
        }
        List<Flaw> flaws = StepReuse.flaws(list.steps(), spec.most());
        List<Evidence> evidence = evidence(spec, context, list, flaws);
        return flaws.isEmpty()
                ? Judgement.passed("nothing is computed twice", evidence)
                : Flaw.judgement("computed-twice", flaws, evidence);
    }

    private static Judgement value(Spec spec, CheckContext context, StepList list) {
        List<Goal> goals = new ArrayList<>();
        for (Trial trial : context.trials()) {
            Optional<Goal> goal = goal(spec, context, trial);
            if (goal.isEmpty()) {
                return Judgement.without(
                        Verdict.NOT_JUDGED,
                        "no-reference",
                        context.place(trial) + "no right value '"
                                + spec.resultOf().orElse("") + "' is known.");
            }
            goals.add(goal.get());
        }
        return new StepValueJudge(spec.result(), leaves(spec, context.task()), goals)
                .judge(list, flaws -> evidence(spec, context, list, flaws));
    }

    private static Optional<Goal> goal(Spec spec, CheckContext context, Trial trial) {
        String name = spec.resultOf().orElse("");
        Optional<Double> expected = number(trial.written().get(name))
                .or(() -> context.reference()
                        .flatMap(task ->
                                number(task.solve(trial.request().inputs()).get(name))));
        Optional<Double> scale = context.reference()
                .flatMap(task -> number(task.scale(trial.request().inputs()).get(name)));
        boolean given = leaves(spec, context.task()).stream()
                .allMatch(leaf -> trial.request().inputs().fields().get(leaf).orElse(null) instanceof Tensor tensor
                        && tensor.rank() <= 1);
        return expected.filter(right -> given && Double.isFinite(right))
                .map(right -> new Goal(
                        trial.request().label(),
                        trial.request().inputs(),
                        right,
                        ABSOLUTE + spec.relative() * scale.orElse(Math.abs(right))));
    }

    private static Optional<Double> number(Optional<Value> value) {
        return value.filter(found -> found instanceof Tensor tensor && tensor.rank() == 0)
                .map(found -> ((Tensor) found).item());
    }

    private static List<Evidence> evidence(Spec spec, CheckContext context, StepList list, List<Flaw> flaws) {
        Trial first = context.trials().get(0);
        return StepEvidence.of(
                list, flaws, first.request().inputs(), first.request().label(), leaves(spec, context.task()));
    }

    private static StepList normal(StepList list, Set<String> leaves) {
        Set<String> names = new LinkedHashSet<>(leaves);
        list.steps().forEach(step -> names.add(step.name()));
        return new StepList(
                list.steps().stream()
                        .map(step -> step.with(Trees.normal(step.operation(), names)))
                        .toList(),
                list.unreadable());
    }

    private static Value given(Trial trial, String answer) {
        return trial.outcome() instanceof Outcome.Answered answered
                ? answered.answers().get(answer).orElseThrow()
                : Tensor.vector();
    }

    private static Set<String> leaves(Spec spec, Task task) {
        return spec.leaves().isEmpty()
                ? new LinkedHashSet<>(task.inputs().stream().map(Field::name).toList())
                : new LinkedHashSet<>(spec.leaves());
    }

    private static Set<String> perSample(Spec spec, Task task) {
        if (!spec.perSample().isEmpty()) {
            return Set.copyOf(spec.perSample());
        }
        Set<String> vectors = new LinkedHashSet<>();
        task.inputs().stream()
                .filter(field -> field.type().kind() == ValueType.Kind.VECTOR)
                .forEach(field -> vectors.add(field.name()));
        return vectors;
    }
}
