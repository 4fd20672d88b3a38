package assay.check.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Compare the exact verdict with dense rational sampling for random networks, many of them nearly right. */
class RandomNetworksTest {
    @Test
    void what_sampling_finds_the_survey_knows() {
        Random random = new Random(7);
        int right = 0;
        for (int k = 0; k < 300; k++) {
            Network network = k % 3 == 0 ? anyNetwork(random) : nearlyRight(random);
            Survey survey = Survey.of(network, Networks.TRIANGLE);
            survey.places()
                    .forEach(place -> assertEquals(
                            network.evaluate(place.cell().at()).output(),
                            place.answered(),
                            () -> network + " " + place));
            Map<String, Survey.Place> bySigns = new HashMap<>();
            survey.places().forEach(place -> bySigns.put(place.cell().signs(), place));
            boolean sampledRight = true;
            for (Point point : samples(random)) {
                Survey.Place place = bySigns.get(signsAt(point, survey.arrangement()));
                int asked = Networks.isInside(point) ? 1 : 0;
                assertEquals(network.evaluate(point).output(), place.answered(), () -> network + " at " + point);
                assertEquals(asked, place.asked(), () -> network + " at " + point);
                sampledRight &= place.answered() == asked;
            }
            boolean exactlyRight = survey.wrongFaces().isEmpty()
                    && survey.wrongEdgesAndCorners().isEmpty();
            assertTrue(sampledRight || !exactlyRight, network::toString);
            right += exactlyRight ? 1 : 0;
        }
        int found = right;
        assertTrue(found > 10 && found < 150, () -> "both outcomes must occur, right were " + found);
    }

    private static String signsAt(Point point, Arrangement arrangement) {
        StringBuilder signs = new StringBuilder();
        arrangement.lines().forEach(line -> signs.append(Cell.charOf(line.sideOf(point))));
        return signs.toString();
    }

    private static List<Point> samples(Random random) {
        List<Point> points = new ArrayList<>();
        for (int i = -4; i <= 6; i++) {
            for (int j = -4; j <= 6; j++) {
                points.add(new Point(new BigFraction(i, 2), new BigFraction(j, 2)));
            }
        }
        for (int k = 0; k <= 16; k++) {
            BigFraction along = new BigFraction(k, 16);
            points.add(new Point(BigFraction.ZERO, along));
            points.add(new Point(along, BigFraction.ZERO));
            points.add(new Point(along, BigFraction.ONE.subtract(along)));
        }
        for (int k = 0; k < 60; k++) {
            points.add(new Point(
                    new BigFraction(random.nextInt(400) - 150, 97), new BigFraction(random.nextInt(400) - 150, 89)));
        }
        return points;
    }

    private static Network anyNetwork(Random random) {
        List<String> units = new ArrayList<>();
        StringBuilder weights = new StringBuilder();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            units.add(small(random) + " " + small(random) + " " + small(random));
            weights.append(small(random)).append(' ');
        }
        return Networks.of(random.nextInt(2), units, weights.toString().strip(), small(random) + "/2");
    }

    /** One of the right networks, rescaled, with at most one number changed and perhaps a unit that does nothing. */
    private static Network nearlyRight(Random random) {
        int atZero = random.nextInt(2);
        Network base = random.nextBoolean()
                ? Networks.six(atZero)
                : (atZero == 1 ? Networks.nor(atZero) : Networks.and(atZero));
        List<Network.Unit> units = new ArrayList<>();
        for (Network.Unit unit : base.hidden()) {
            BigFraction scale = new BigFraction(1 + random.nextInt(9), 1 + random.nextInt(9));
            units.add(new Network.Unit(
                    unit.xWeight().multiply(scale),
                    unit.yWeight().multiply(scale),
                    unit.bias().multiply(scale)));
        }
        List<BigFraction> weights = new ArrayList<>(base.outputWeights());
        BigFraction bias = base.outputBias();
        int where = random.nextInt(units.size());
        switch (random.nextInt(5)) {
            case 0 -> units.set(where, units.get(where).negated());
            case 1 -> weights.set(where, weights.get(where).negate());
            case 2 -> bias = bias.add(new BigFraction(random.nextInt(7) - 3, 2));
            case 3 -> {
                units.add(new Network.Unit(
                        new BigFraction(random.nextInt(5) - 2), BigFraction.ONE, BigFraction.ONE_HALF));
                weights.add(new BigFraction(random.nextInt(3) - 1, 3));
            }
            default -> {}
        }
        return new Network(atZero, units, weights, bias);
    }

    private static int small(Random random) {
        return random.nextInt(7) - 3;
    }
}
