package assay.check.region;

import assay.check.Diagnosis;
import assay.check.region.Polygon.Where;
import assay.check.region.Survey.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/** Name the likely cause of a wrong region; every cause is confirmed by evaluating the changed network in every cell. */
final class RegionDiagnosis {
    private final Survey survey;
    private final Network network;
    private final Wiring wiring;
    private final boolean edgesToo;
    private final Optional<Repair> repair;

    private RegionDiagnosis(Survey survey, boolean edgesToo) {
        this.survey = survey;
        this.network = survey.network();
        this.wiring = Wiring.of(network, survey.arrangement());
        this.edgesToo = edgesToo;
        // Without a unit along a side no repair exists: none of them moves a line.
        this.repair = sidesWithoutUnit(survey).isEmpty() ? Repair.search(survey, edgesToo) : Optional.empty();
    }

    /** Diagnose a network that is wrong somewhere; {@code edgesToo} asks for right edges and corners as well. */
    static Diagnosis of(Survey survey, boolean edgesToo) {
        return new RegionDiagnosis(survey, edgesToo).find();
    }

    private Diagnosis find() {
        return constant()
                .or(this::inverted)
                .or(this::missingSide)
                .or(this::closedBoundary)
                .or(() -> repair(1))
                .or(this::visibleLine)
                .or(() -> repair(Repair.MOST_CHANGES))
                .orElse(Diagnosis.none());
    }

    private Optional<Diagnosis> repair(int mostChanges) {
        return repair.filter(found -> found.changes() <= mostChanges).map(this::describe);
    }

    private boolean all(Predicate<Place> holds) {
        return survey.places().stream().allMatch(holds);
    }

    private Optional<Diagnosis> constant() {
        int value = survey.places().get(0).answered();
        if (!all(place -> place.answered() == value)) {
            return Optional.empty();
        }
        String what = "The output is " + value + " at every point of the plane, ";
        what += network.hidden().stream().allMatch(unit -> lineOf(unit).isEmpty())
                ? "since no unit has a line: all their weights are 0."
                : extreme(value);
        String repair = missingSide()
                .or(() -> repair(Repair.MOST_CHANGES))
                .map(cause -> " " + cause.sentence())
                .orElse("");
        return Optional.of(new Diagnosis("always-" + value, what + repair));
    }

    private String extreme(int value) {
        List<BigInteger> sums = survey.places().stream()
                .map(place -> wiring.weighted(place.cell(), network.atZero()).add(wiring.bias()))
                .sorted()
                .toList();
        return value == 0
                ? "its sum never reaches the threshold: the largest is "
                        + ExactNumber.shown(wiring.unscaled(sums.get(sums.size() - 1))) + "."
                : "its sum is never below the threshold: the smallest is "
                        + ExactNumber.shown(wiring.unscaled(sums.get(0))) + ".";
    }

    private Optional<Diagnosis> inverted() {
        if (all(place -> !place.isRight())) {
            return Optional.of(new Diagnosis(
                    "inverted",
                    "The answer is inverted at every point of the plane: 0 where 1 is asked for and 1 where 0 is."
                            + " Is the output an OR for a NOR, or a NAND for an AND?"));
        }
        if (all(place -> !place.isFace() || !place.isRight())) {
            return Optional.of(new Diagnosis(
                    "inverted",
                    "The answer is inverted in every region: 0 where 1 is asked for and 1 where 0 is."
                            + " Negating the output weights and the output bias turns it round."));
        }
        return Optional.empty();
    }

    private static List<Integer> sidesWithoutUnit(Survey survey) {
        List<Line> own = survey.network().hidden().stream()
                .flatMap(unit -> lineOf(unit).stream())
                .toList();
        List<Line> sides = survey.target().sides();
        return IntStream.range(0, sides.size())
                .filter(i -> !own.contains(sides.get(i)))
                .boxed()
                .toList();
    }

    private Optional<Diagnosis> missingSide() {
        List<Line> sides = survey.target().sides();
        List<Integer> missing = sidesWithoutUnit(survey);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder sentence = new StringBuilder();
        if (missing.size() == sides.size()) {
            sentence.append("No unit has its line along any side of the ")
                    .append(survey.target().noun())
                    .append('.');
        } else {
            missing.forEach(i -> sentence.append(sentence.isEmpty() ? "" : " ")
                    .append("No unit has its line along the side ")
                    .append(survey.target().nameOf(i))
                    .append('.'));
        }
        missing.forEach(i -> sentence.append(nearMiss(sides.get(i))));
        return Optional.of(new Diagnosis("missing-side", sentence.toString()));
    }

    /** Name a unit whose line, scaled to the side's, differs by at most a millionth: a number that was rounded. */
    private String nearMiss(Line side) {
        BigFraction largest = new BigFraction(side.a().abs().max(side.b().abs()));
        BigFraction allowed = largest.divide(1_000_000);
        for (int i = 0; i < network.hidden().size(); i++) {
            Network.Unit unit = network.hidden().get(i);
            boolean byX = side.a().abs().compareTo(side.b().abs()) >= 0;
            BigFraction lead = byX ? unit.xWeight() : unit.yWeight();
            if (ExactNumber.sign(lead) == 0) {
                continue;
            }
            BigFraction scale = new BigFraction(byX ? side.a() : side.b()).divide(lead);
            if (isNear(unit.xWeight().multiply(scale), new BigFraction(side.a()), allowed)
                    && isNear(unit.yWeight().multiply(scale), new BigFraction(side.b()), allowed)
                    && isNear(unit.bias().multiply(scale), new BigFraction(side.c()), allowed)) {
                return " Unit " + (i + 1) + ", " + unit
                        + ", misses it by a hair: write fractions as texts such as \"1/3\", they are read exactly.";
            }
        }
        return "";
    }

    private static boolean isNear(BigFraction a, BigFraction b, BigFraction allowed) {
        return a.subtract(b).abs().compareTo(allowed) <= 0;
    }

    private static Optional<Line> lineOf(Network.Unit unit) {
        return Line.of(unit.xWeight(), unit.yWeight(), unit.bias());
    }

    private Optional<Diagnosis> closedBoundary() {
        if (!all(place -> place.isRight() || (place.where() == Where.ON && place.answered() == 1))) {
            return Optional.empty();
        }
        boolean whole = all(place -> place.where() != Where.ON || place.answered() == 1);
        String noun = survey.target().noun();
        String sentence =
                "Inside and outside are right, but " + (whole ? "the edge" : "a part of the edge") + " of the "
                        + noun + " is counted in. "
                        + (network.atZero() == 1
                                ? "With hardlim(0) = 1 a unit fires on its own line too: let the units fire outside, and the output"
                                        + " where none of them does."
                                : "With hardlim(0) = 0 a unit is silent on its own line: let the units fire inside, and the output"
                                        + " only where all of them do.");
        boolean other = repair.filter(found -> found.otherConvention() && found.changes() == 1)
                .isPresent();
        return Optional.of(new Diagnosis(
                "closed-boundary",
                sentence
                        + (other
                                ? " The same numbers are right for hardlim(0) = " + (1 - network.atZero()) + "."
                                : "")));
    }

    private Diagnosis describe(Repair repair) {
        List<String> changes = new ArrayList<>();
        for (int i : repair.turned()) {
            Network.Unit unit = network.hidden().get(i);
            changes.add("unit " + (i + 1) + " is " + unit.negated() + " in place of " + unit);
        }
        if (repair.otherConvention()) {
            changes.add("hardlim(0) is " + repair.atZero() + " in place of " + network.atZero());
        }
        if (repair.newBias()) {
            changes.add("the output bias b is " + repair.biasRange() + ", in place of "
                    + ExactNumber.shown(network.outputBias()));
        }
        String outcome = (repair.everywhere() ? "every point of the plane" : "every region") + " is right when "
                + String.join(" and ", changes) + ".";
        return new Diagnosis(idOf(repair), reason(repair) + outcome);
    }

    private static String idOf(Repair repair) {
        return !repair.turned().isEmpty() ? "unit-flipped" : (repair.newBias() ? "output-bias" : "other-convention");
    }

    private String reason(Repair repair) {
        if (repair.turned().size() == 1) {
            return "Unit " + (repair.turned().get(0) + 1) + " fires on the wrong side: ";
        } else if (!repair.turned().isEmpty()) {
            List<String> names =
                    repair.turned().stream().map(i -> String.valueOf(i + 1)).toList();
            return "Units " + String.join(" and ", names) + " fire on the wrong side: ";
        } else if (repair.newBias()) {
            return biasReason(repair);
        }
        return "This fits the other value of hardlim(0): ";
    }

    private String biasReason(Repair repair) {
        boolean high = network.outputBias().compareTo(repair.high()) >= 0;
        String reason = "The output bias is too " + (high ? "high" : "low");
        int units = network.hidden().size();
        List<Integer> firing = survey.places().stream()
                .filter(place -> place.answered() == (high ? 1 : 0) && !place.isRight())
                .filter(place -> edgesToo || place.isFace())
                .map(place -> wiring.firing(place.cell()))
                .sorted()
                .toList();
        if (high && !firing.isEmpty() && network.outputWeights().stream().allMatch(w -> ExactNumber.sign(w) > 0)) {
            reason += " (" + firing.get(0) + " of the " + units + " units suffice to fire it)";
        } else if (high
                && !firing.isEmpty()
                && network.outputWeights().stream().allMatch(w -> ExactNumber.sign(w) < 0)) {
            reason +=
                    " (" + firing.get(firing.size() - 1) + " of the " + units + " units do not suffice to silence it)";
        }
        return reason + ": ";
    }

    private Optional<Diagnosis> visibleLine() {
        if (!all(place -> !place.isFace() || place.isRight())) {
            return Optional.empty();
        }
        return survey.wrongEdgesAndCorners().stream()
                .filter(place -> place.where() != Where.ON)
                .findFirst()
                .map(place -> new Diagnosis(
                        "visible-line",
                        "All regions are right, but the line "
                                + survey.arrangement()
                                        .lines()
                                        .get(place.cell().bounds().get(0))
                                + " shows: the output on it differs from both sides of it."));
    }
}
