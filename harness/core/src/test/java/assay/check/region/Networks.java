package assay.check.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Hold the triangle and the networks that tests talk about. Units are written "wx wy bias". */
final class Networks {
    static final Polygon TRIANGLE = new Polygon(List.of(Point.of(0, 0), Point.of(1, 0), Point.of(0, 1)));

    /** Units that fire outside. */
    static final List<String> OUTER = List.of("1 1 -1", "-1 0 0", "0 -1 0");

    /** Units that fire inside. */
    static final List<String> INNER = List.of("-1 -1 1", "1 0 0", "0 1 0");

    private static final List<String> PUBLISHED_UNITS = List.of("1 1 -1", "0 1 0", "1 0 0");

    private Networks() {}

    /** Locate a point by the three inequalities of the triangle, without {@link Polygon}. */
    static boolean isInside(Point point) {
        return ExactNumber.sign(point.x()) > 0
                && ExactNumber.sign(point.y()) > 0
                && point.x().add(point.y()).compareTo(BigFraction.ONE) < 0;
    }

    static Network of(int atZero, List<String> units, String weights, String bias) {
        List<Network.Unit> hidden = new ArrayList<>();
        for (String unit : units) {
            String[] parts = unit.split(" ");
            hidden.add(new Network.Unit(
                    ExactNumber.parse(parts[0]), ExactNumber.parse(parts[1]), ExactNumber.parse(parts[2])));
        }
        return new Network(
                atZero,
                hidden,
                Arrays.stream(weights.split(" ")).map(ExactNumber::parse).toList(),
                ExactNumber.parse(bias));
    }

    /** 1 where no outer unit fires; right for hardlim(0) = 1. */
    static Network nor(int atZero) {
        return of(atZero, OUTER, "-1 -1 -1", "1/2");
    }

    /** 1 where all inner units fire; right for hardlim(0) = 0. */
    static Network and(int atZero) {
        return of(atZero, INNER, "1 1 1", "-5/2");
    }

    /** Right for both values of hardlim(0). */
    static Network six(int atZero) {
        List<String> units = new ArrayList<>(INNER);
        units.addAll(OUTER);
        return of(atZero, units, "1 1 1 -1 -1 -1", "-5/2");
    }

    static Network published(int atZero) {
        return of(atZero, PUBLISHED_UNITS, "1 1 1", "-2");
    }
}
