package assay.verify;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Value;
import assay.check.BoundCheck;
import assay.check.Tolerance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Make answers that are right in another way: as another order of summation rounds them, and, where the checks allow it, in
 * single precision. Answers that are judged exactly, such as counts, stay as they are.
 */
final class RightVariants {
    /** Number of round-offs of the scale that another right formula is off by: the last operations of a few right ways. */
    private static final int ROUND_OFFS = 4;

    private static final double DOUBLE = 0x1p-53;
    private static final double SINGLE = 0x1p-24;

    private final TaskBench bench;
    private final Random random;

    RightVariants(TaskBench bench, long seed) {
        this.bench = bench;
        this.random = new Random(seed);
    }

    /** Make them for all cases: the reference, two that are rounded otherwise, one in single precision if that may pass. */
    List<Variant> all() {
        List<Variant> made = new ArrayList<>();
        made.add(new Variant("reference", Variant.Origin.RIGHT, bench.right()));
        Set<String> rounded = within(ROUND_OFFS * DOUBLE);
        if (!rounded.isEmpty()) {
            made.add(otherwise("rounded otherwise", rounded));
            made.add(otherwise("rounded otherwise again", rounded));
        }
        Set<String> single = within(SINGLE);
        if (!single.isEmpty()) {
            made.add(made("single precision", single, (scale, x) -> (float) x));
        }
        return made;
    }

    private Variant otherwise(String name, Set<String> fields) {
        return made(name, fields, (scale, x) -> x + scale * DOUBLE * ROUND_OFFS * (2 * random.nextDouble() - 1));
    }

    /** Find the answers that may be off by {@code share} of their scale for every criterion that looks at them. */
    private Set<String> within(double share) {
        Set<String> allowed = new LinkedHashSet<>();
        Set<String> refused = new LinkedHashSet<>();
        bench.checks().forEach((criterion, check) -> {
            Optional<Tolerance> tolerance = check.tolerance();
            boolean wide = tolerance.isPresent() && isWide(check, share);
            Set<String> own = bench.reads(criterion);
            (wide ? allowed : tolerance.isPresent() ? refused : new LinkedHashSet<String>()).addAll(own);
        });
        allowed.removeAll(refused);
        return allowed;
    }

    /** Ask for a bound in double precision wherever numbers are compared at all; single precision is for wide ones. */
    private static boolean isWide(BoundCheck check, double share) {
        double relative = check.tolerance().map(Tolerance::relative).orElse(0.0);
        return share >= SINGLE ? relative >= share : relative > 0;
    }

    /** Make one entry from its scale and itself. */
    @FunctionalInterface
    private interface Entry {
        double of(double scale, double right);
    }

    private Variant made(String name, Set<String> fields, Entry entry) {
        List<Answers> answers = new ArrayList<>();
        for (int i = 0; i < bench.right().size(); i++) {
            Map<String, Value> made =
                    new LinkedHashMap<>(bench.right().get(i).fields().byName());
            for (String field : fields) {
                if (made.get(field) instanceof Tensor right) {
                    made.put(field, changed(right, bench.scale(i, field, right), entry));
                }
            }
            answers.add(Answers.of(made));
        }
        return new Variant(name, Variant.Origin.RIGHT, answers);
    }

    private static Tensor changed(Tensor right, Tensor scale, Entry entry) {
        double[] entries = right.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry.of(scale.at(i), entries[i]);
        }
        return Tensor.of(right.shape().stream().mapToInt(Integer::intValue).toArray(), entries);
    }
}
