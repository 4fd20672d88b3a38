package assay.check.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Be a small change that makes a network right, found by evaluating it again in every cell.
 *
 * @param turned indices of the units to turn round
 * @param atZero hardlim(0) with the change
 * @param otherConvention whether that is not the declared value
 * @param low the output bias must be more than this; with hardlim(0) = 1 it may be equal
 * @param high the output bias must be less than this; with hardlim(0) = 0 it may be equal
 * @param newBias whether the output bias must change
 * @param everywhere whether edges and corners are right too, not only the faces
 */
record Repair(
        List<Integer> turned,
        int atZero,
        boolean otherConvention,
        BigFraction low,
        BigFraction high,
        boolean newBias,
        boolean everywhere) {
    /** Up to this number of units every set of them is tried, above it every single one. */
    private static final int UNITS_FOR_ALL_SETS = 6;

    /** More changes than these are no likely cause. */
    static final int MOST_CHANGES = 3;

    private static final Comparator<Repair> FEWEST_CHANGES_FIRST = Comparator.comparingInt(Repair::changes)
            .thenComparing(repair -> !repair.everywhere)
            .thenComparing(repair -> !repair.turned.isEmpty())
            .thenComparing(repair -> repair.otherConvention);

    Repair {
        turned = List.copyOf(turned);
    }

    int changes() {
        return turned.size() + (otherConvention ? 1 : 0) + (newBias ? 1 : 0);
    }

    /** Search for the repair with the fewest changes (at most 3) of the faces, or {@code everywhere}. */
    static Optional<Repair> search(Survey survey, boolean everywhere) {
        List<Sums> conventions = List.of(Sums.of(survey, false), Sums.of(survey, true));
        Optional<Repair> best = Optional.empty();
        for (List<Integer> turned : sets(survey.network())) {
            if (best.isPresent() && !best.get().canBeBeatenWith(turned.size())) {
                break;
            }
            best = Stream.concat(
                            best.stream(),
                            conventions.stream().flatMap(sums -> sums.repair(turned, everywhere).stream()))
                    .filter(repair -> repair.changes() <= MOST_CHANGES)
                    .min(FEWEST_CHANGES_FIRST);
        }
        return best;
    }

    /** Say whether a repair that turns so many units could come before this one. */
    private boolean canBeBeatenWith(int turnedUnits) {
        return turnedUnits < changes() || (turnedUnits == changes() && !everywhere);
    }

    /** Return the sets of units to turn round, small ones first; a unit that the output does not look at is left alone. */
    private static List<List<Integer>> sets(Network network) {
        List<List<Integer>> sets = new ArrayList<>(List.of(List.of()));
        int units = network.hidden().size();
        for (int i = 0; i < units; i++) {
            if (ExactNumber.sign(network.outputWeights().get(i)) == 0) {
                continue;
            }
            int before = units <= UNITS_FOR_ALL_SETS ? sets.size() : 1;
            for (int k = 0; k < before; k++) {
                List<Integer> larger = new ArrayList<>(sets.get(k));
                larger.add(i);
                sets.add(larger);
            }
        }
        sets.sort(Comparator.comparingInt(List::size));
        return sets;
    }

    /** Hold the weighted sums of all cells under one value of hardlim(0). */
    private record Sums(Survey survey, Wiring wiring, int atZero, List<BigInteger> weighted) {
        static Sums of(Survey survey, boolean other) {
            Wiring wiring = Wiring.of(survey.network(), survey.arrangement());
            int atZero = other ? 1 - wiring.atZero() : wiring.atZero();
            List<BigInteger> weighted = survey.places().stream()
                    .map(place -> wiring.weighted(place.cell(), atZero))
                    .toList();
            return new Sums(survey, wiring, atZero, weighted);
        }

        /** Turn the units and find the biases that separate the target from the rest, if any. */
        Optional<Repair> repair(List<Integer> turned, boolean everywhere) {
            Optional<Gap> faces = gap(turned, true);
            if (faces.isEmpty()) {
                return Optional.empty();
            }
            Optional<Gap> all = gap(turned, false);
            if (all.isEmpty() && everywhere) {
                return Optional.empty();
            }
            // A bias that also serves the edges is preferred, unless the present one already serves the faces.
            Gap chosen = everywhere || (all.isPresent() && !holdsBias(faces.get())) ? all.orElseThrow() : faces.get();
            boolean complete = all.isPresent() && (chosen.equals(all.get()) || holdsBias(all.get()));
            return Optional.of(new Repair(
                    turned,
                    atZero,
                    atZero != wiring.atZero(),
                    wiring.unscaled(chosen.inside().negate()),
                    wiring.unscaled(chosen.outside().negate()),
                    !holdsBias(chosen),
                    complete));
        }

        /** Be the smallest sum inside the target and the largest elsewhere, the first above the second. */
        private record Gap(BigInteger inside, BigInteger outside) {}

        private boolean holdsBias(Gap gap) {
            int least = gap.inside().add(wiring.bias()).signum();
            int most = gap.outside().add(wiring.bias()).signum();
            return Wiring.fires(least, atZero) && !Wiring.fires(most, atZero);
        }

        private Optional<Gap> gap(List<Integer> turned, boolean facesOnly) {
            BigInteger inside = null;
            BigInteger outside = null;
            for (int k = 0; k < weighted.size(); k++) {
                Survey.Place place = survey.places().get(k);
                if (facesOnly && !place.isFace()) {
                    break;
                }
                BigInteger sum = weighted.get(k);
                for (int i : turned) {
                    sum = sum.add(wiring.turned(place.cell(), i, atZero));
                }
                if (place.asked() == 1) {
                    inside = inside == null ? sum : inside.min(sum);
                } else {
                    outside = outside == null ? sum : outside.max(sum);
                }
                if (inside != null && outside != null && inside.compareTo(outside) <= 0) {
                    return Optional.empty();
                }
            }
            if (inside == null || outside == null) {
                throw new IllegalStateException("a polygon must have an inside and an outside");
            }
            return Optional.of(new Gap(inside, outside));
        }
    }

    /** Write what the output bias may be: "-3 <= b < -2, for example -5/2". */
    String biasRange() {
        String from = ExactNumber.shown(low) + (atZero == 1 ? " <= b" : " < b");
        String to = (atZero == 1 ? " < " : " <= ") + ExactNumber.shown(high);
        return from + to + ", for example " + ExactNumber.shown(SimplestRational.between(low, high));
    }
}
