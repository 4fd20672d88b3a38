package assay.check.diagnosis;

import assay.api.Tensor;
import assay.check.Diagnosis;
import assay.check.Digits;
import assay.check.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Find what goes wrong in an iteration that is logged row by row. */
public final class TrajectoryDiagnosis {
    /** Fewer rows do not show whether they are shifted: a run of no step has the start alone. */
    private static final int LEAST_ROWS = 3;

    private TrajectoryDiagnosis() {}

    /**
     * Return the first diagnosis that fits: a known mistake, rows or columns out of place, the length of the first wrong
     * step, divergence, then what can go wrong with any numbers.
     *
     * @param names of the columns
     * @param logged column that is not a parameter but a value computed from them, such as the loss
     */
    public static Diagnosis diagnose(Comparisons all, List<Suspect> suspects, List<String> names, int logged) {
        List<Trajectory> failing = all.failing().stream().map(Trajectory::new).toList();
        if (failing.isEmpty()) {
            return Diagnosis.none();
        }
        return Diagnostician.known(all, suspects)
                .or(() -> shifted(failing, names))
                .or(() -> swapped(all, names))
                .or(() -> StepLength.explain(failing, logged))
                .or(() -> diverging(failing))
                .or(() -> oneColumn(failing))
                .orElseGet(() -> Diagnostician.diagnose(all, List.of()));
    }

    private static Optional<Diagnosis> shifted(List<Trajectory> failing, List<String> names) {
        List<Trajectory> tellable =
                failing.stream().filter(one -> one.rows() >= LEAST_ROWS).toList();
        for (int by : new int[] {1, -1}) {
            List<String> moved = new ArrayList<>();
            boolean all = !tellable.isEmpty();
            for (Trajectory one : tellable) {
                for (int column : wrongColumns(one)) {
                    all &= Shifted.isShifted(one.column(column), by);
                    moved.add(names.get(column));
                }
            }
            if (all) {
                String which = moved.stream().distinct().collect(Collectors.joining(", "));
                return Optional.of(
                        by > 0
                                ? new Diagnosis(
                                        "logged-after-update",
                                        "Each row holds the right " + which
                                                + " of the step after it: log before the update," + " not after it.")
                                : new Diagnosis(
                                        "logged-late",
                                        "Each row holds the right " + which
                                                + " of the step before it: the log lags one update" + " behind."));
            }
        }
        return Optional.empty();
    }

    /** When one and the same column is wrong everywhere, say of it alone what can go wrong with any numbers. */
    private static Optional<Diagnosis> oneColumn(List<Trajectory> failing) {
        List<Integer> wrong = failing.stream()
                .flatMap(one -> wrongColumns(one).stream())
                .distinct()
                .toList();
        if (wrong.size() != 1) {
            return Optional.empty();
        }
        Comparisons column = new Comparisons(
                failing.stream().map(one -> one.column(wrong.get(0))).toList());
        return Optional.of(Diagnostician.diagnose(column, List.of()))
                .filter(found -> !found.sentence().isEmpty());
    }

    private static List<Integer> wrongColumns(Trajectory one) {
        return IntStream.range(0, one.columns())
                .filter(column -> !one.column(column).passes())
                .boxed()
                .toList();
    }

    private static Optional<Diagnosis> swapped(Comparisons all, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                int one = i;
                int other = j;
                if (all.explainedByEach(each -> swapped(each.expected(), one, other))) {
                    return Optional.of(new Diagnosis(
                            "columns-swapped",
                            "The columns " + names.get(i) + " and " + names.get(j)
                                    + " are swapped, their numbers are right."));
                }
            }
        }
        return Optional.empty();
    }

    private static Tensor swapped(Tensor matrix, int one, int other) {
        double[][] rows = matrix.toRows();
        for (double[] row : rows) {
            double kept = row[one];
            row[one] = row[other];
            row[other] = kept;
        }
        return Tensor.of(
                new int[] {matrix.extent(0), matrix.extent(1)},
                IntStream.range(0, matrix.size())
                        .mapToDouble(i -> rows[i / matrix.extent(1)][i % matrix.extent(1)])
                        .toArray());
    }

    private static Optional<Diagnosis> diverging(List<Trajectory> failing) {
        boolean all = failing.stream().allMatch(one -> {
            double right = 0;
            for (int i = 0; i < one.comparison().size(); i++) {
                right = Math.max(right, Math.abs(one.comparison().expected().at(i)));
            }
            double last = 0;
            for (int column = 0; column < one.columns(); column++) {
                double entry = one.comparison().actual().at(one.position(one.rows() - 1, column));
                last = Math.max(last, Double.isFinite(entry) ? Math.abs(entry) : Double.POSITIVE_INFINITY);
            }
            return one.departure() > 0 && last > 1e6 * right;
        });
        return all
                ? Optional.of(new Diagnosis(
                        "diverges", "The numbers grow without bound: the steps are too long, or they go uphill."))
                : Optional.empty();
    }

    /** Compare matrices whose numbers of rows differ; nothing when the rows do not fit anywhere. */
    public static Diagnosis ofRows(Tensor right, Tensor given, Tolerance tolerance) {
        int more = given.extent(0) - right.extent(0);
        if (more == -1 && overlaps(right, 1, given, 0, tolerance)) {
            return new Diagnosis("start-missing", "Row 0, the start before any update, is missing; the rest is right.");
        } else if (more == -1 && overlaps(right, 0, given, 0, tolerance)) {
            return new Diagnosis("end-missing", "The row after the last update is missing; the rest is right.");
        } else if (more == 1 && overlaps(right, 0, given, 0, tolerance)) {
            return new Diagnosis("row-too-many", "There is one row too many at the end; the rest is right.");
        } else if (more == 1 && overlaps(right, 0, given, 1, tolerance)) {
            return new Diagnosis("row-too-many", "There is one row too many in front; the rest is right.");
        }
        return new Diagnosis(
                "number-of-rows",
                "One row is asked for the start and one after each of the " + Digits.few(right.extent(0) - 1.0)
                        + " updates.");
    }

    private static boolean overlaps(Tensor right, int fromRight, Tensor given, int fromGiven, Tolerance tolerance) {
        int columns = right.extent(1);
        int rows = Math.min(right.extent(0) - fromRight, given.extent(0) - fromGiven);
        return IntStream.range(0, rows * columns).allMatch(i -> {
            double expected = right.at(fromRight * columns + i);
            return tolerance.accepts(expected, given.at(fromGiven * columns + i), Math.abs(expected));
        });
    }
}
