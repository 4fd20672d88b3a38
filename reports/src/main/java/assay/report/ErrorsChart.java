package assay.report;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draw, for each case, the largest error as a share of the allowed one, on a logarithmic axis with the limit at 1.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 * @param limit height of the limit line
 * @param exact height of the row for errors of zero, or 0 when there is none
 * @param notFinite height of the row for answers that are not finite, or 0 when there is none
 * @param omitted cases that are not drawn, since there are too many
 */
public record ErrorsChart(
        String id,
        String title,
        String about,
        Plot plot,
        Axis shares,
        double limit,
        double exact,
        double notFinite,
        List<Dot> dots,
        List<Axis.Tick> cases,
        int omitted) {
    private static final double LEFT = 64;
    private static final double RIGHT = 10;
    private static final double TOP = 12;
    private static final double PLOT = 168;
    private static final double ROW = 22;
    private static final int MOST_DOTS = 200;
    private static final double NOT_FINITE = 1e300;

    public ErrorsChart {
        dots = List.copyOf(dots);
        cases = List.copyOf(cases);
    }

    /** Be one case. */
    public record Dot(double x, double y, int number, String label, String share, boolean over) {}

    static ErrorsChart of(String id, Evidence.Errors evidence) {
        List<Evidence.Errors.Case> shown = worst(evidence.points());
        boolean hasExact = shown.stream().anyMatch(point -> point.share() == 0);
        boolean hasNotFinite = shown.stream().anyMatch(point -> !isFinite(point));
        double top = TOP + (hasNotFinite ? ROW : 0);
        Axis shares = axis(shown, top + PLOT, top);
        double exact = hasExact ? Axis.round(top + PLOT + ROW) : 0;
        double notFinite = hasNotFinite ? Axis.round(TOP + 4) : 0;
        double bottom = top + PLOT + (hasExact ? ROW + 8 : 0);
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Evidence.Errors.Case point = shown.get(i);
            double y = !isFinite(point) ? notFinite : point.share() == 0 ? exact : shares.at(point.share());
            dots.add(new Dot(
                    place(i, shown.size()),
                    y,
                    i + 1,
                    VisibleText.capped(point.label(), EvidenceView.MOST_CELL),
                    People.share(point.share()),
                    !(point.share() <= 1)));
        }
        return new ErrorsChart(
                id,
                evidence.title(),
                about(evidence.points()),
                Plot.between(LEFT, RIGHT, top, bottom, 42),
                shares,
                shares.at(1),
                exact,
                notFinite,
                dots,
                caseTicks(shown.size()),
                evidence.points().size() - shown.size());
    }

    private static boolean isFinite(Evidence.Errors.Case point) {
        return point.share() < NOT_FINITE;
    }

    private static List<Evidence.Errors.Case> worst(List<Evidence.Errors.Case> points) {
        if (points.size() <= MOST_DOTS) {
            return points;
        }
        double least = points.stream()
                .map(Evidence.Errors.Case::share)
                .sorted(Comparator.reverseOrder())
                .toList()
                .get(MOST_DOTS - 1);
        return points.stream()
                .filter(point -> !(point.share() < least))
                .limit(MOST_DOTS)
                .toList();
    }

    private static Axis axis(List<Evidence.Errors.Case> points, double from, double to) {
        double low = 0.1;
        double high = 10;
        for (Evidence.Errors.Case point : points) {
            if (isFinite(point) && point.share() > 0) {
                low = Math.min(low, Math.max(point.share(), 1e-12));
                high = Math.max(high, Math.min(point.share(), 1e18));
            }
        }
        return Axis.logarithmic(low, high, from, to);
    }

    private static double place(int index, int count) {
        double span = Plot.WIDTH - LEFT - RIGHT;
        return Axis.round(LEFT + span * (index + 0.5) / Math.max(count, 1));
    }

    private static List<Axis.Tick> caseTicks(int count) {
        int step = count <= 12 ? 1 : count <= 30 ? 5 : count <= 60 ? 10 : count <= 120 ? 20 : 50;
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            if (step == 1 || number == 1 || number % step == 0) {
                ticks.add(new Axis.Tick(place(number - 1, count), Integer.toString(number)));
            }
        }
        return ticks;
    }

    private static String about(List<Evidence.Errors.Case> points) {
        if (points.isEmpty()) {
            return "No case.";
        }
        long within = points.stream().filter(point -> point.share() <= 1).count();
        Evidence.Errors.Case worst = points.get(0);
        for (Evidence.Errors.Case point : points) {
            worst = point.share() > worst.share() ? point : worst;
        }
        return within + " of " + People.count(points.size(), "case") + " within the allowed error. The largest: "
                + VisibleText.capped(worst.label(), EvidenceView.MOST_CELL) + ", "
                + (isFinite(worst) ? People.ofAllowed(worst.share()) + "." : "an answer that is not finite.");
    }
}
