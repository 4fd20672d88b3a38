package assay.check;

import assay.api.Tensor;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.check.diagnosis.Comparison;
import assay.check.diagnosis.Comparisons;
import assay.check.diagnosis.Suspect;
import assay.check.diagnosis.Trajectory;
import assay.check.diagnosis.TrajectoryDiagnosis;
import assay.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judge an iteration by its log, a matrix [steps + 1, columns] with the start in row 0: every row is compared, and the
 * first one that departs is named.
 *
 * <p>The bound of an entry is {@code 1e-12 + relative * scale} with the largest scale of its column up to that step: a
 * state is the sum of the start and all updates, so its round-off is that of the largest state on the way.
 */
@About(
        "Judge an iteration by its log, a matrix [steps + 1, columns] with the start in row 0: every row is compared, and the first one that departs is named.")
public final class TrajectoryCheck implements CheckKind<TrajectoryCheck.Spec> {
    private static final String REASON =
            "An iteration without chance gives the same numbers wherever it runs; round-off"
                    + " grows with the number of steps and stays far below 1e-9 of the largest state while the iteration is stable.";

    /** Hold the keys. */
    public record Spec(
            @About("name of the matrix") String answer,
            @About("names of its columns") List<String> columns,
            @About("share of the scale") @Default("1e-9") double relative,

            @About("why this bound; needed when another one than the usual is written") @Default("")
            String because,

            @About(
                    "the column that is shown as a curve and is computed from the others, such as the loss; the last one unless written")
            Optional<String> plot,

            @About("the cases that count") @Default("all") Selection on) {
        public Spec {
            columns = List.copyOf(columns);
            new Tolerance(relative, CloseToCheck.ABSOLUTE);
            if (columns.isEmpty() || columns.stream().distinct().count() < columns.size()) {
                throw new IllegalArgumentException(
                        "'columns' must name the columns of the matrix, each by its own name");
            }
            if (plot.isPresent() && !columns.contains(plot.get())) {
                throw new IllegalArgumentException(
                        "there is no column '" + plot.get() + "'; " + Suggestion.of(plot.get(), columns));
            }
            if (because.isBlank() && relative != CloseToCheck.RELATIVE) {
                throw new IllegalArgumentException(
                        "another bound than the usual one needs its reason: write the key 'because'");
            }
        }

        Tolerance tolerance() {
            return new Tolerance(relative, CloseToCheck.ABSOLUTE);
        }

        String reason() {
            return because.isBlank() ? REASON : because;
        }

        int plotted() {
            return plot.map(columns::indexOf).orElse(columns.size() - 1);
        }
    }

    @Override
    public String name() {
        return "trajectory";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        String numbers = CloseToCheck.numberObjection(task, spec.answer());
        if (!numbers.isEmpty()) {
            return numbers;
        }
        ValueType type = task.answer(spec.answer()).orElseThrow().type();
        if (type.kind() != ValueType.Kind.MATRIX) {
            return "'" + spec.answer() + "' is " + type + ", must be a matrix with one row for each step";
        }
        String width = type.extents().get(1);
        boolean fits = !Character.isDigit(width.charAt(0))
                || Integer.parseInt(width) == spec.columns().size();
        return fits
                ? ""
                : "'" + spec.answer() + "' is " + type + ", but "
                        + spec.columns().size() + " columns are named";
    }

    @Override
    public Selection on(Spec spec) {
        return spec.on();
    }

    @Override
    public Optional<Tolerance> tolerance(Spec spec) {
        return Optional.of(spec.tolerance());
    }

    @Override
    public Optional<Comparisons> compared(Spec spec, CheckContext context) {
        return new Comparer(context, spec.answer(), spec.tolerance()).compared(spec.on());
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        Comparer.Result result = new Comparer(context, spec.answer(), spec.tolerance()).compare(spec.on());
        if (result instanceof Comparer.Result.Refused refused) {
            return refused.judgement().cause().equals("wrong-shape")
                    ? wrongRows(spec, context).orElse(refused.judgement())
                    : refused.judgement();
        }
        List<Comparison> cases =
                ((Comparer.Result.Compared) result).comparisons().cases();
        boolean named = cases.stream()
                .allMatch(one -> one.expected().rank() == 2
                        && one.expected().extent(1) == spec.columns().size());
        if (!named) {
            return Judgement.without(
                    Verdict.NOT_JUDGED,
                    "columns",
                    "The right log has not the " + spec.columns().size() + " named columns.");
        }
        Comparisons all =
                new Comparisons(cases.stream().map(Trajectory::accumulated).toList());
        return all.failing().isEmpty() ? passed(spec, all) : wrong(spec, context, all);
    }

    private static Judgement passed(Spec spec, Comparisons all) {
        Comparison first = all.cases().get(0);
        String steps = first.expected().extent(0) - 1 + " steps";
        String where = all.cases().size() == 1 ? steps : all.cases().size() + " cases";
        double share = all.largestShare();
        String message = "right in all " + where
                + (share == 0
                        ? ", to the last digit"
                        : "; largest error is " + Digits.percent(share) + " of the allowed one");
        return Judgement.passed(
                message,
                List.of(
                        curves(spec, first),
                        NumberEvidence.worst(spec.answer(), all, spec.reason()),
                        NumberEvidence.shares(spec.answer(), all)));
    }

    private static Judgement wrong(Spec spec, CheckContext context, Comparisons all) {
        List<Suspect> suspects = new RightAnswers(context).suspects(spec.answer());
        Diagnosis diagnosis = TrajectoryDiagnosis.diagnose(all, suspects, spec.columns(), spec.plotted());
        Comparison first = all.failing().get(0);
        Trajectory path = new Trajectory(first);
        int step = path.departure();
        String in = path.departing(step).stream().map(spec.columns()::get).collect(Collectors.joining(", "));
        String place = context.place(first.trial());
        String message = place + (step == 0 ? "" : (place.isEmpty() ? "Right " : "right ") + until(step) + ", ")
                + "departs at step " + step + " in " + in + "."
                + (diagnosis.sentence().isEmpty() ? "" : " " + diagnosis.sentence());
        List<Evidence.Numbers.Row> rows = IntStream.range(0, path.columns())
                .mapToObj(column -> row(spec, path, step, column))
                .toList();
        return Judgement.wrong(
                all.cases().stream().allMatch(Comparison::isFinite) ? "wrong-value" : "non-finite",
                message,
                diagnosis,
                List.of(
                        curves(spec, first),
                        new Evidence.Numbers("The first step that departs", rows, spec.reason()),
                        NumberEvidence.shares(spec.answer(), all)));
    }

    private static String until(int step) {
        return step == 1 ? "at step 0" : "up to step " + (step - 1);
    }

    private static Evidence.Numbers.Row row(Spec spec, Trajectory path, int step, int column) {
        Evidence.Numbers.Row row = NumberEvidence.row(path.comparison(), path.position(step, column));
        return new Evidence.Numbers.Row(
                path.comparison().label() + ", step " + step + ", "
                        + spec.columns().get(column),
                row.expected(),
                row.actual(),
                row.absolute(),
                row.relative(),
                row.ulps(),
                row.bound(),
                row.share());
    }

    private static Evidence.Curves curves(Spec spec, Comparison one) {
        String column = spec.columns().get(spec.plotted());
        Evidence.Curves.Curve right = curve("reference", one.expected(), spec.plotted());
        Evidence.Curves.Curve given = curve("answer", one.actual(), spec.plotted());
        boolean positive =
                right.y().stream().allMatch(y -> y > 0) && given.y().stream().allMatch(y -> y > 0);
        return new Evidence.Curves(
                "'" + spec.answer() + "' in case '" + one.label() + "'",
                "step",
                column,
                positive,
                List.of(right, given));
    }

    private static Evidence.Curves.Curve curve(String name, Tensor matrix, int column) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int row = 0; row < matrix.extent(0); row++) {
            double value = matrix.get(row, column);
            if (Double.isFinite(value)) {
                x.add((double) row);
                y.add(value);
            }
        }
        return new Evidence.Curves.Curve(name, x, y);
    }

    /** Say what is wrong with the number of rows of the first log that has another one than the right log. */
    private static Optional<Judgement> wrongRows(Spec spec, CheckContext context) {
        RightAnswers right = new RightAnswers(context);
        for (Trial trial : spec.on().of(context.trials())) {
            Optional<Tensor> expected = right.expected(trial, spec.answer());
            boolean comparable = trial.outcome() instanceof Outcome.Answered answered
                    && answered.answers().get(spec.answer()).orElse(null) instanceof Tensor given
                    && expected.isPresent()
                    && given.rank() == 2
                    && expected.get().rank() == 2
                    && given.extent(1) == expected.get().extent(1)
                    && given.extent(0) != expected.get().extent(0);
            if (comparable) {
                Tensor given = ((Outcome.Answered) trial.outcome()).answers().tensor(spec.answer());
                Diagnosis diagnosis = TrajectoryDiagnosis.ofRows(expected.get(), given, spec.tolerance());
                String message = context.place(trial) + "'" + spec.answer() + "' is " + given.describe() + ", must be "
                        + expected.get().describe() + ". " + diagnosis.sentence();
                return Optional.of(Judgement.wrong("wrong-shape", message, diagnosis, List.of()));
            }
        }
        return Optional.empty();
    }
}
