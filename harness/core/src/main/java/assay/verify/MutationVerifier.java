package assay.verify;

import assay.assignment.Assignment;
import assay.check.BoundCheck;
import assay.check.Tolerance;
import assay.run.References;
import assay.verify.MutantCount.Survivor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hand in mutants of the references, to find checks that do not bite. */
public final class MutationVerifier {
    private static final double SINGLE = 0x1p-24;

    private MutationVerifier() {}

    /** Try all mutants of all tasks that have a reference. */
    public static List<MutantCount> verify(Assignment assignment, References references) {
        return new Benches(assignment, references, "mutation").each(MutationVerifier::task);
    }

    private static MutantCount task(TaskBench bench) {
        List<Variant> mutants = Mutants.of(bench);
        Set<String> all = new LinkedHashSet<>();
        bench.right().forEach(right -> all.addAll(right.fields().byName().keySet()));
        List<Survivor> survivors = new ArrayList<>();
        int equivalent = 0;
        for (Variant mutant : mutants) {
            List<String> departing = bench.checks().keySet().stream()
                    .filter(criterion ->
                            !bench.departures(criterion, mutant.answers()).isEmpty())
                    .toList();
            boolean caught = bench.isCaught(mutant.answers(), all);
            if (!caught && departing.isEmpty()) {
                equivalent++;
            } else if (!caught) {
                survivors.add(new Survivor(mutant.name(), departing, reason(bench, mutant, departing)));
            }
        }
        int killed = mutants.size() - equivalent - survivors.size();
        return new MutantCount(bench.task().id(), mutants.size(), killed, equivalent, survivors);
    }

    /** Explain a survivor: single precision where the bound is made for it, or one of many right answers. */
    private static String reason(TaskBench bench, Variant mutant, List<String> departing) {
        boolean single = mutant.name().startsWith(Mutants.SINGLE);
        boolean others = true;
        boolean wide = true;
        for (String criterion : departing) {
            Optional<BoundCheck> check = Optional.ofNullable(bench.checks().get(criterion));
            others &= check.map(one -> !one.isUnique()).orElse(false);
            wide &= check.flatMap(BoundCheck::tolerance)
                            .map(Tolerance::relative)
                            .orElse(0.0)
                    >= SINGLE;
        }
        if (others) {
            return "many answers are right here, and the check says that this is another one";
        }
        return single && wide ? "the bound of the check is made for single precision" : "";
    }
}
