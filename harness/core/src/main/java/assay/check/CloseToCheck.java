package assay.check;

import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Field;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.check.diagnosis.Comparison;
import assay.check.diagnosis.Comparisons;
import assay.check.diagnosis.Diagnostician;
import assay.check.diagnosis.Suspect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judge numbers by how far they are from the right ones, entry by entry, in every chosen case.
 *
 * <p>The bound of an entry is {@code absolute + relative * scale}. The scale is the reference's (the sum of the absolute
 * values of the terms that make up the entry) or else |expected| of the same entry. It is not the largest entry of the
 * answer: with that a small entry could be entirely wrong. Where entries cancel, the reference must say their scale.
 */
@About("Judge numbers by how far they are from the right ones, entry by entry, in every chosen case.")
public final class CloseToCheck implements CheckKind<CloseToCheck.Spec> {
    static final double RELATIVE = 1e-9;
    static final double ABSOLUTE = 1e-12;
    static final String REASON = "Two right formulas differ by some 1e-14 of the sum of their terms' absolute values,"
            + " mistakes by more than a millionth of it; 1e-9 lies three orders of magnitude from both.";

    /** Name the arithmetic that round-offs are counted in. */
    public enum Precision {
        SINGLE(0x1p-24),
        DOUBLE(0x1p-53);

        private final double roundOff;

        Precision(double roundOff) {
            this.roundOff = roundOff;
        }
    }

    /** Hold the keys. */
    public record Spec(
            @About("name of the answer") String answer,
            @About("the cases that count") @Default("all") Selection on,

            @About("share of the scale, 1e-9 unless written")
            Optional<Double> relative,

            @About("in the unit of the answer; unless written 1e-12, with 'round-offs' 0")
            Optional<Double> absolute,

            @About("why this bound; needed when another one than the usual is written") @Default("")
            String because,

            @About("instead of 'relative': number of round-offs, such as the length of the longest sum")
            Optional<Double> roundOffs,

            @About("of these round-offs, double unless written")
            Optional<Precision> precision,

            @About("share of the points for a known mistake, by its id")
            Map<String, Double> partial) {
        public Spec {
            partial = Map.copyOf(partial);
            requireOneModel(relative, roundOffs, precision);
            tolerance(relative, absolute, roundOffs, precision.orElse(Precision.DOUBLE));
            boolean usual = relative.orElse(RELATIVE) == RELATIVE && absolute.orElse(ABSOLUTE) == ABSOLUTE;
            if (because.isBlank() && !usual) {
                throw new IllegalArgumentException(
                        "another bound than the usual one needs its reason: write the key 'because'");
            }
            partial.forEach((mistake, share) -> {
                if (!(share >= 0 && share < 1)) {
                    throw new IllegalArgumentException(
                            "the share for '" + mistake + "' must be 0 or more and less than 1, was " + share);
                }
            });
        }

        private static void requireOneModel(
                Optional<Double> relative, Optional<Double> roundOffs, Optional<Precision> precision) {
            if (relative.isPresent() && roundOffs.isPresent()) {
                throw new IllegalArgumentException("write either 'relative' or 'round-offs'");
            }
            if (precision.isPresent() && roundOffs.isEmpty()) {
                throw new IllegalArgumentException("'precision' says what 'round-offs' counts; write both or none");
            }
            if (roundOffs.isPresent() && !(roundOffs.get() >= 1)) {
                throw new IllegalArgumentException("round-offs must be 1 or more, was " + roundOffs.get());
            }
        }

        Tolerance tolerance() {
            return tolerance(relative, absolute, roundOffs, unit());
        }

        private static Tolerance tolerance(
                Optional<Double> relative, Optional<Double> absolute, Optional<Double> roundOffs, Precision unit) {
            return roundOffs
                    .map(count -> new Tolerance(count * unit.roundOff, absolute.orElse(0.0)))
                    .orElseGet(() -> new Tolerance(relative.orElse(RELATIVE), absolute.orElse(ABSOLUTE)));
        }

        String reason() {
            if (!because.isBlank()) {
                return because;
            }
            return roundOffs
                    .map(count -> Digits.few(count) + " round-offs of "
                            + unit().name().toLowerCase(Locale.ROOT)
                            + " precision, measured by the sum of the absolute values of the terms.")
                    .orElse(REASON);
        }

        private Precision unit() {
            return precision.orElse(Precision.DOUBLE);
        }
    }

    @Override
    public String name() {
        return "close-to";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return numberObjection(task, spec.answer());
    }

    /** Return why {@code answer} is not an answer of {@code task} made of numbers, or "". */
    static String numberObjection(Task task, String answer) {
        Optional<Field> field = task.answer(answer);
        if (field.isEmpty()) {
            return task.objection(List.of(answer));
        }
        boolean numbers = Set.of(
                        ValueType.Kind.NUMBER, ValueType.Kind.VECTOR, ValueType.Kind.MATRIX, ValueType.Kind.TENSOR)
                .contains(field.get().type().kind());
        return numbers ? "" : "'" + answer + "' is " + field.get().type() + ", only numbers can be compared";
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
        List<Suspect> suspects = new RightAnswers(context).suspects(spec.answer());
        Set<String> known = new TreeSet<>(Diagnostician.ids());
        suspects.forEach(suspect -> known.add(suspect.id()));
        for (String mistake : spec.partial().keySet()) {
            if (context.reference().isPresent() && !known.contains(mistake)) {
                return Judgement.without(
                        Verdict.NOT_JUDGED,
                        "unknown-mistake",
                        "'partial' names no known mistake with '" + mistake + "'; " + Suggestion.of(mistake, known));
            }
        }
        return judge(spec.answer(), spec.on(), spec.tolerance(), spec.reason(), spec.partial(), context);
    }

    /** Judge {@code answer} by {@code tolerance}; {@code partial} is the share of the points for a known mistake. */
    static Judgement judge(
            String answer,
            Selection on,
            Tolerance tolerance,
            String reason,
            Map<String, Double> partial,
            CheckContext context) {
        Comparer.Result result = new Comparer(context, answer, tolerance).compare(on);
        if (result instanceof Comparer.Result.Refused refused) {
            return refused.judgement();
        }
        Comparisons all = ((Comparer.Result.Compared) result).comparisons();
        List<Evidence> evidence =
                List.of(NumberEvidence.worst(answer, all, reason), NumberEvidence.shares(answer, all));
        if (all.failing().isEmpty()) {
            return Judgement.passed(praise(all), evidence);
        }
        Diagnosis diagnosis = Diagnostician.diagnose(all, new RightAnswers(context).suspects(answer));
        boolean finite = all.cases().stream().allMatch(Comparison::isFinite);
        return new Judgement(
                Verdict.WRONG,
                partial.getOrDefault(diagnosis.id(), 0.0),
                finite ? "wrong-value" : "non-finite",
                message(all, diagnosis),
                diagnosis,
                evidence);
    }

    private static String praise(Comparisons all) {
        String where = all.cases().size() == 1
                ? "right"
                : "right in all " + all.cases().size() + " cases";
        double share = all.largestShare();
        return share == 0
                ? where + ", to the last digit"
                : where + "; largest error is " + Digits.percent(share) + " of the allowed one";
    }

    private static String message(Comparisons all, Diagnosis diagnosis) {
        Comparison first = all.failing().stream()
                .filter(one -> !one.isFinite())
                .findFirst()
                .orElse(all.failing().get(0));
        int worst = first.worst();
        String index =
                first.expected().rank() == 0 ? "" : " at " + first.expected().indexOf(worst);
        String in = all.cases().size() == 1 ? "" : " in case '" + first.label() + "'";
        String place = (first.isFinite() ? "Wrong" : "Not finite") + index + in;
        if (!diagnosis.sentence().isEmpty()) {
            return place + ". " + diagnosis.sentence();
        }
        return place + ": "
                + answeredAndRight(first.actual().at(worst), first.expected().at(worst))
                + howMany(all) + ".";
    }

    /** Show both numbers with few digits where these tell them apart, else with all. */
    private static String answeredAndRight(double answered, double right) {
        boolean few = !Digits.few(answered).equals(Digits.few(right));
        return (few ? Digits.few(answered) : Digits.all(answered)) + " was answered, "
                + (few ? Digits.few(right) : Digits.all(right)) + " is right";
    }

    private static String howMany(Comparisons all) {
        return all.cases().size() == 1
                ? ""
                : "; " + all.failing().size() + " of " + all.cases().size() + " cases are wrong";
    }
}
