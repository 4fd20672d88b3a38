package assay.check;

import assay.check.diagnosis.Comparison;
import assay.check.diagnosis.Comparisons;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turn comparisons into evidence: the worst numbers with all digits, and the largest error of every case. */
final class NumberEvidence {
    private static final int MOST_ROWS = 8;
    /** Stands for an answer that is not finite. */
    private static final double NOT_FINITE = 1e300;

    private NumberEvidence() {}

    /** Show the entries with the largest share of their bound, at most eight; each case gives its worst ones. */
    static Evidence.Numbers worst(String answer, Comparisons all, String because) {
        List<Evidence.Numbers.Row> rows = all.cases().stream()
                .flatMap(NumberEvidence::worstOf)
                .sorted(Comparator.comparingDouble(Place::share).reversed())
                .limit(MOST_ROWS)
                .map(NumberEvidence::row)
                .toList();
        return new Evidence.Numbers("Largest errors of '" + answer + "'", rows, because);
    }

    /** Show the largest error of every case as a share of its bound. */
    static Evidence.Errors shares(String answer, Comparisons all) {
        List<Evidence.Errors.Case> points = all.cases().stream()
                .map(one -> new Evidence.Errors.Case(one.label(), Math.min(NOT_FINITE, one.largestShare())))
                .toList();
        return new Evidence.Errors("Errors of '" + answer + "' as a share of the allowed one", points);
    }

    /** Write a place: "draw 3, [0, 2]", for a single number "draw 3". */
    static String place(Comparison one, int position) {
        return one.expected().rank() == 0
                ? one.label()
                : one.label() + ", " + one.expected().indexOf(position);
    }

    /** Compare one entry. */
    static Evidence.Numbers.Row row(Comparison one, int position) {
        double expected = one.expected().at(position);
        double actual = one.actual().at(position);
        double error = Math.abs(actual - expected);
        return new Evidence.Numbers.Row(
                place(one, position),
                Digits.all(expected),
                Digits.all(actual),
                Digits.few(error),
                expected == 0 && error == 0 ? "0" : Digits.few(error / Math.abs(expected)),
                Digits.few(error / Math.ulp(expected)),
                Digits.few(one.bound(position)),
                Digits.share(one.share(position)));
    }

    private record Place(Comparison one, int position) {
        double share() {
            return one.share(position);
        }
    }

    private static Evidence.Numbers.Row row(Place place) {
        return row(place.one(), place.position());
    }

    private static Stream<Place> worstOf(Comparison one) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> new Place(one, i))
                .sorted(Comparator.comparingDouble(Place::share).reversed())
                .limit(MOST_ROWS);
    }
}
