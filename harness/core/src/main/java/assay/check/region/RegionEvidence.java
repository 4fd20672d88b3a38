package assay.check.region;

import assay.check.Evidence;
import assay.check.Evidence.Regions;
import assay.check.region.Survey.Place;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/** Draw a survey and list its wrong places. Only the drawing is rounded; what is right was decided before. */
final class RegionEvidence {
    private static final int MOST_CELLS = 600;
    private static final int MOST_MARKS = 60;
    private static final int MOST_ROWS = 12;
    private static final int MOST_OUTPUTS = 16;
    private static final int DIGITS = 9;
    private static final double SMALLEST_SHARE = 1e-6;

    private final Survey survey;
    private final double left;
    private final double bottom;
    private final double right;
    private final double top;
    private final List<Rounded> rounded;

    RegionEvidence(Survey survey) {
        this.survey = survey;
        List<Regions.Point> corners =
                survey.target().corners().stream().map(RegionEvidence::rounded).toList();
        double west = corners.stream().mapToDouble(Regions.Point::x).min().orElseThrow();
        double east = corners.stream().mapToDouble(Regions.Point::x).max().orElseThrow();
        double south = corners.stream().mapToDouble(Regions.Point::y).min().orElseThrow();
        double north = corners.stream().mapToDouble(Regions.Point::y).max().orElseThrow();
        double margin = Math.max(east - west, north - south);
        this.left = tidy(west - margin);
        this.right = tidy(east + margin);
        this.bottom = tidy(south - margin);
        this.top = tidy(north + margin);
        this.rounded = survey.arrangement().lines().stream().map(Rounded::of).toList();
    }

    /** Draw the faces, the student's lines and the given wrong edges and corners. */
    Evidence drawing(List<Place> wrongPlaces) {
        List<Regions.Cell> cells = new ArrayList<>();
        for (Place place : survey.places()) {
            List<Regions.Point> corners = place.isFace() ? clipped(place.cell()) : List.of();
            if (corners.size() >= 3 && area(corners) >= SMALLEST_SHARE * (right - left) * (top - bottom)) {
                cells.add(new Regions.Cell(corners, place.asked(), place.answered()));
            }
        }
        cells.sort((a, b) -> Boolean.compare(a.expected() == a.actual(), b.expected() == b.actual()));
        String title = "Where the network is 1"
                + (cells.size() > MOST_CELLS ? " (" + MOST_CELLS + " of " + cells.size() + " regions)" : "");
        List<Regions.Mark> marks = wrongPlaces.stream()
                .map(place -> new Regions.Mark(
                        rounded(place.cell().at()), place.cell().at().toString(), place.asked(), place.answered()))
                .filter(mark -> isInWindow(mark.at()))
                .limit(MOST_MARKS)
                .toList();
        return new Regions(
                title,
                left,
                bottom,
                right,
                top,
                survey.target().corners().stream().map(RegionEvidence::rounded).toList(),
                cells.subList(0, Math.min(cells.size(), MOST_CELLS)),
                unitLines(),
                marks);
    }

    /** List wrong places, as they come. */
    Evidence table(List<Place> wrongPlaces) {
        List<List<String>> rows = new ArrayList<>();
        for (Place place : wrongPlaces.subList(0, Math.min(wrongPlaces.size(), MOST_ROWS))) {
            Network.Evaluation evaluation =
                    survey.network().evaluate(place.cell().at());
            rows.add(List.of(
                    place.cell().at().toString(),
                    place.where().words() + " the " + survey.target().noun(),
                    place.cell().kind().word(),
                    String.valueOf(place.asked()),
                    String.valueOf(evaluation.output()),
                    hidden(evaluation),
                    evaluation.sum()));
        }
        String title =
                "Wrong places" + (wrongPlaces.size() > MOST_ROWS ? ", " + MOST_ROWS + " of " + wrongPlaces.size() : "");
        return new Evidence.Table(
                title,
                List.of("point", "where", "piece", "asked", "answered", "hidden units", "sum of the output"),
                rows);
    }

    /** Write which units fire: "1, 0, 1", of many only how many. */
    static String hidden(Network.Evaluation evaluation) {
        List<Integer> fired = evaluation.hidden();
        if (fired.size() > MOST_OUTPUTS) {
            return fired.stream().mapToInt(Integer::intValue).sum() + " of " + fired.size() + " fire";
        }
        return String.join(", ", fired.stream().map(String::valueOf).toList());
    }

    private boolean isInWindow(Regions.Point p) {
        return left <= p.x() && p.x() <= right && bottom <= p.y() && p.y() <= top;
    }

    /** Be a line of the arrangement with coefficients that fit doubles, the largest of them 1 in size. */
    private record Rounded(double a, double b, double c) {
        static Rounded of(Line line) {
            BigFraction largest = new BigFraction(
                    line.a().abs().max(line.b().abs()).max(line.c().abs()));
            return new Rounded(
                    ExactNumber.rounded(new BigFraction(line.a()).divide(largest), 17),
                    ExactNumber.rounded(new BigFraction(line.b()).divide(largest), 17),
                    ExactNumber.rounded(new BigFraction(line.c()).divide(largest), 17));
        }

        double at(Regions.Point p) {
            return a * p.x() + b * p.y() + c;
        }
    }

    /** Cut the window by the lines around a face (Sutherland and Hodgman 1974, reentrant polygon clipping). */
    private List<Regions.Point> clipped(Cell face) {
        List<Regions.Point> corners = List.of(
                new Regions.Point(left, bottom),
                new Regions.Point(right, bottom),
                new Regions.Point(right, top),
                new Regions.Point(left, top));
        for (int line : face.bounds()) {
            corners = cut(corners, rounded.get(line), face.sign(line));
        }
        return corners.stream()
                .map(p -> new Regions.Point(tidy(p.x()), tidy(p.y())))
                .distinct()
                .toList();
    }

    private static List<Regions.Point> cut(List<Regions.Point> corners, Rounded line, int side) {
        List<Regions.Point> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Regions.Point p = corners.get(i);
            Regions.Point q = corners.get((i + 1) % corners.size());
            double atP = side * line.at(p);
            double atQ = side * line.at(q);
            if (atP >= 0) {
                kept.add(p);
            }
            if ((atP > 0 && atQ < 0) || (atP < 0 && atQ > 0)) {
                double share = atP / (atP - atQ);
                kept.add(new Regions.Point(p.x() + share * (q.x() - p.x()), p.y() + share * (q.y() - p.y())));
            }
        }
        return kept;
    }

    private static double area(List<Regions.Point> corners) {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Regions.Point p = corners.get(i);
            Regions.Point q = corners.get((i + 1) % corners.size());
            twice += p.x() * q.y() - q.x() * p.y();
        }
        return Math.abs(twice) / 2;
    }

    private List<Regions.Line> unitLines() {
        Map<Line, String> names = new LinkedHashMap<>();
        List<Network.Unit> units = survey.network().hidden();
        for (int i = 0; i < units.size(); i++) {
            String number = String.valueOf(i + 1);
            Line.of(units.get(i).xWeight(), units.get(i).yWeight(), units.get(i).bias())
                    .ifPresent(line -> names.merge(
                            line, "unit " + number, (a, b) -> a.replaceFirst("^unit ", "units ") + ", " + number));
        }
        List<Regions.Line> lines = new ArrayList<>();
        names.forEach((line, name) -> {
            List<Regions.Point> ends = ends(Rounded.of(line));
            if (ends.size() == 2) {
                lines.add(new Regions.Line(name, ends.get(0), ends.get(1)));
            }
        });
        return lines;
    }

    /** Return where a line enters and leaves the window; nothing when it misses it. */
    private List<Regions.Point> ends(Rounded line) {
        List<Regions.Point> hits = new ArrayList<>();
        for (double x : new double[] {left, right}) {
            hits.add(new Regions.Point(x, tidy(-(line.a() * x + line.c()) / line.b())));
        }
        for (double y : new double[] {bottom, top}) {
            hits.add(new Regions.Point(tidy(-(line.b() * y + line.c()) / line.a()), y));
        }
        List<Regions.Point> seen =
                hits.stream().filter(this::isInWindow).distinct().toList();
        return seen.size() < 2 ? List.of() : List.of(seen.get(0), furthest(seen));
    }

    private static Regions.Point furthest(List<Regions.Point> seen) {
        Regions.Point first = seen.get(0);
        Regions.Point best = first;
        for (Regions.Point p : seen) {
            if (Math.hypot(p.x() - first.x(), p.y() - first.y())
                    > Math.hypot(best.x() - first.x(), best.y() - first.y())) {
                best = p;
            }
        }
        return best;
    }

    private static Regions.Point rounded(Point p) {
        return new Regions.Point(ExactNumber.rounded(p.x(), DIGITS), ExactNumber.rounded(p.y(), DIGITS));
    }

    /** Round to 9 digits, so that drawings are short and the same everywhere; what is not finite stays so. */
    private static double tidy(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                                .doubleValue()
                        + 0.0
                : value;
    }
}
