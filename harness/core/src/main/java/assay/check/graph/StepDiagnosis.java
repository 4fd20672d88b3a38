package assay.check.graph;

import assay.api.Tensor;
import assay.check.Diagnosis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Find why a list gives the wrong value: by undoing mistakes until it gives the right one in every case. */
final class StepDiagnosis {
    /** Longer lists are not searched. */
    private static final int MOST_STEPS = 40;
    /** Pairs of mistakes are only tried among so few. */
    private static final int MOST_FOR_PAIRS = 120;

    private static final double SAME = 1e-9;
    private static final Map<Double, String> FACTORS = factors();

    private final List<Step> steps;
    private final String result;
    private final Set<String> leaves;
    private final List<Goal> goals;

    StepDiagnosis(List<Step> steps, String result, Set<String> leaves, List<Goal> goals) {
        this.steps = steps;
        this.result = result;
        this.leaves = leaves;
        this.goals = goals;
    }

    /** Return the likely cause, the surest first. */
    Diagnosis find() {
        if (steps.size() > MOST_STEPS) {
            return leafUnused().orElse(Diagnosis.none());
        }
        return named().or(this::leafUnused).or(this::factor).or(this::oneLine).orElse(Diagnosis.none());
    }

    private Optional<Diagnosis> leafUnused() {
        Set<String> used = Ancestry.of(steps).above(result);
        return leaves.stream()
                .filter(leaf -> !used.contains(leaf))
                .findFirst()
                .map(leaf ->
                        new Diagnosis("leaf-unused", "'" + leaf + "' is never used on the way to " + result + "."));
    }

    private Optional<Diagnosis> named() {
        List<Repair> repairs = Repairs.named(steps, result, leaves);
        for (Repair repair : repairs) {
            if (isRight(repair.undo().apply(steps))) {
                return Optional.of(new Diagnosis(repair.id(), repair.sentence()));
            }
        }
        if (repairs.size() > MOST_FOR_PAIRS) {
            return Optional.empty();
        }
        for (Repair first : repairs) {
            List<Step> half = first.undo().apply(steps);
            for (Repair second : repairs) {
                if (isRight(second.undo().apply(half))) {
                    return Optional.of(
                            new Diagnosis(first.id(), "Two mistakes: " + first.sentence() + " " + second.sentence()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Diagnosis> factor() {
        double factor = value(steps, goals.get(0)) / goals.get(0).expected();
        boolean constant = goals.stream().allMatch(goal -> {
            double error = value(steps, goal) - factor * goal.expected();
            return Math.abs(error) <= SAME * Math.abs(factor * goal.expected());
        });
        for (Map.Entry<Double, String> known : FACTORS.entrySet()) {
            if (constant && Math.abs(factor - known.getKey()) <= SAME * Math.abs(known.getKey())) {
                return Optional.of(new Diagnosis(
                        "factor-" + known.getValue(), "The value is " + known.getValue() + " times the right one."));
            }
        }
        return Optional.empty();
    }

    private static Map<Double, String> factors() {
        Map<Double, String> factors = new LinkedHashMap<>();
        factors.put(2.0, "2");
        factors.put(1 / 2.0, "1/2");
        factors.put(1 / 3.0, "1/3");
        factors.put(3.0, "3");
        factors.put(-1.0, "-1");
        return factors;
    }

    private Optional<Diagnosis> oneLine() {
        Set<String> sentences = new LinkedHashSet<>();
        for (Repair repair : Repairs.singleLine(steps, result, leaves)) {
            if (!sentences.contains(repair.sentence()) && isRight(repair.undo().apply(steps))) {
                sentences.add(repair.sentence());
            }
        }
        List<String> found = new ArrayList<>(sentences);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                "one-line", String.join(" Or: ", found.subList(0, Math.min(2, found.size())))));
    }

    private boolean isRight(List<Step> list) {
        return goals.stream().allMatch(goal -> goal.accepts(value(list, goal)));
    }

    private double value(List<Step> list, Goal goal) {
        return StepValues.of(list, goal.inputs(), leaves)
                .get(result)
                .filter(value -> value.rank() == 0)
                .map(Tensor::item)
                .orElse(Double.NaN);
    }
}
