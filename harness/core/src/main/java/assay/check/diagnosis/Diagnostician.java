package assay.check.diagnosis;

import assay.check.Diagnosis;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Find the likely cause of wrong numbers: the known mistakes of the task first, then what goes wrong anywhere. */
public final class Diagnostician {
    /** Most specific first: an answer that two of them explain is told by the first. */
    private static final List<Hypothesis> GENERAL = List.of(
            new NotFinite(),
            new Zeros(),
            new InputCopy(),
            new IgnoresInputs(),
            new SameEntries(),
            new NamedFactor(),
            new SizeFactor(),
            new AnyFactor(),
            new Transposed(),
            new Reordered(),
            new Shifted(),
            new Offset(),
            new Rounded(),
            new SinglePrecision(),
            new FactorPerCase(),
            new SomeCases(),
            new SomeEntries());

    private Diagnostician() {}

    /** Return the first diagnosis that fits, {@link Diagnosis#none()} when none does or nothing is wrong. */
    public static Diagnosis diagnose(Comparisons all, List<Suspect> suspects) {
        if (all.failing().isEmpty()) {
            return Diagnosis.none();
        }
        return known(all, suspects)
                .or(() -> GENERAL.stream()
                        .flatMap(hypothesis -> hypothesis.explain(all).stream())
                        .findFirst()
                        .map(found -> new Diagnosis(found.id(), Words.capital(found.sentence()))))
                .orElse(Diagnosis.none());
    }

    /**
     * Return the first of the task's known mistakes that explains all. Zeros everywhere are a mistake's own only if it
     * gives exactly that; being too small to tell from 0 does not make them its.
     */
    static Optional<Diagnosis> known(Comparisons all, List<Suspect> suspects) {
        boolean zeros = all.everywhere((one, i) -> one.actual().at(i) == 0);
        return suspects.stream()
                .filter(suspect -> all.explainedBy(suspect.prediction()))
                .filter(suspect -> !zeros || all.cases().stream().allMatch(one -> givesZeros(suspect, one)))
                .findFirst()
                .map(suspect -> new Diagnosis(suspect.id(), suspect.sentence()));
    }

    private static boolean givesZeros(Suspect suspect, Comparison one) {
        return suspect.prediction()
                .apply(one)
                .map(predicted -> Arrays.stream(predicted.toArray()).allMatch(entry -> entry == 0))
                .orElse(true);
    }

    /** Return the ids of all diagnoses that are not of one task. */
    public static Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        GENERAL.forEach(hypothesis -> ids.addAll(hypothesis.ids()));
        return ids;
    }
}
