package assay.report;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Draw a part of the plane: the region asked for, the cells that the answer gets wrong, and the answer's lines.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 * @param target outline of the region that is asked for, as drawing commands, or ""
 * @param good cells inside the region that the answer gets right, as drawing commands
 */
public record RegionsChart(
        String id,
        String title,
        String about,
        Plot plot,
        Axis x,
        Axis y,
        String target,
        List<String> good,
        List<Wrong> wrong,
        List<Segment> lines,
        List<Spot> spots) {
    private static final double LEFT = 36;
    private static final double RIGHT = 12;
    private static final double TOP = 12;
    private static final double LOWEST = 120;
    private static final double HIGHEST = 420;
    private static final double[] ALONG = {0.08, 0.92, 0.2, 0.8, 0.35, 0.65, 0.5};
    private static final int MOST_CELLS = 300;
    private static final int MOST_SPOTS = 60;
    private static final int MOST_NAME = 20;

    public RegionsChart {
        good = List.copyOf(good);
        wrong = List.copyOf(wrong);
        lines = List.copyOf(lines);
        spots = List.copyOf(spots);
    }

    /**
     * Be a wrong cell.
     *
     * @param name a letter, also in the table
     * @param over the answer gives 1 where 0 is asked for; else the other way round
     * @param inside a point of the cell, for the table
     */
    public record Wrong(
            String name, String path, boolean over, double x, double y, String inside, int expected, int actual) {}

    /** Be a line of the answer, and where its name stands. */
    public record Segment(String name, double x1, double y1, double x2, double y2, double labelX, double labelY) {}

    /** Be a wrong edge or vertex; its text ends there where {@code left}. */
    public record Spot(
            int number, double x, double y, boolean left, boolean named, String exact, int expected, int actual) {}

    static RegionsChart of(String id, Evidence.Regions evidence) {
        double span = Plot.WIDTH - LEFT - RIGHT;
        double aspect = (evidence.top() - evidence.bottom()) / (evidence.right() - evidence.left());
        double tall = Axis.round(Math.min(Math.max(span * aspect, LOWEST), HIGHEST));
        Plot plot = Plot.between(LEFT, RIGHT, TOP, TOP + tall, 26);
        Axis x = plot.across(evidence.left(), evidence.right());
        Axis y = plot.upwards(evidence.bottom(), evidence.top(), false);
        List<Spot> spots = spots(evidence, x, y);
        List<Wrong> wrong = wrong(evidence, x, y);
        return new RegionsChart(
                id,
                evidence.title(),
                about(evidence),
                plot,
                x,
                y,
                evidence.target().isEmpty() ? "" : path(evidence.target(), x, y),
                evidence.cells().stream()
                        .filter(cell -> cell.expected() == 1 && cell.actual() == 1)
                        .limit(MOST_CELLS)
                        .map(cell -> path(cell.corners(), x, y))
                        .toList(),
                wrong,
                lines(evidence, x, y, spots),
                spots);
    }

    /** Say whether a cell gives 1 where 0 is asked for. */
    public boolean anyOver() {
        return wrong.stream().anyMatch(Wrong::over);
    }

    /** Say whether a cell gives 0 where 1 is asked for. */
    public boolean anyMissed() {
        return wrong.stream().anyMatch(cell -> !cell.over());
    }

    private static List<Wrong> wrong(Evidence.Regions evidence, Axis x, Axis y) {
        List<Wrong> wrong = new ArrayList<>();
        for (Evidence.Regions.Cell cell : evidence.cells()) {
            if (cell.expected() != cell.actual() && !cell.corners().isEmpty() && wrong.size() < MOST_CELLS) {
                Evidence.Regions.Point inside = middle(cell.corners());
                wrong.add(new Wrong(
                        letters(wrong.size()),
                        path(cell.corners(), x, y),
                        cell.actual() > cell.expected(),
                        x.at(inside.x()),
                        y.at(inside.y()),
                        "(" + People.number(inside.x(), 3) + ", " + People.number(inside.y(), 3) + ")",
                        cell.expected(),
                        cell.actual()));
            }
        }
        return wrong;
    }

    private static List<Spot> spots(Evidence.Regions evidence, Axis x, Axis y) {
        List<Spot> spots = new ArrayList<>();
        boolean named = evidence.points().size() <= 8;
        for (Evidence.Regions.Mark mark : evidence.points()) {
            if (spots.size() < MOST_SPOTS) {
                String exact = VisibleText.capped(mark.exact(), EvidenceView.MOST_CELL);
                spots.add(new Spot(
                        spots.size() + 1,
                        x.at(mark.at().x()),
                        y.at(mark.at().y()),
                        isTight(evidence, mark, x, y),
                        named && exact.length() <= MOST_NAME,
                        exact,
                        mark.expected(),
                        mark.actual()));
            }
        }
        return spots;
    }

    /** Say whether the text of {@code mark} has no room on its right: another place or the end of the drawing. */
    private static boolean isTight(Evidence.Regions evidence, Evidence.Regions.Mark mark, Axis x, Axis y) {
        double room = 7 * Math.min(mark.exact().length(), MOST_NAME) + 16;
        double at = x.at(mark.at().x());
        boolean another = evidence.points().stream().anyMatch(other -> {
            double distance = x.at(other.at().x()) - at;
            return distance > 0
                    && distance < room
                    && Math.abs(y.at(other.at().y()) - y.at(mark.at().y())) < 12;
        });
        return another || at + room > Plot.WIDTH;
    }

    private static List<Segment> lines(Evidence.Regions evidence, Axis x, Axis y, List<Spot> spots) {
        List<double[]> taken = new ArrayList<>();
        spots.forEach(spot -> taken.add(new double[] {spot.x(), spot.y()}));
        List<Segment> lines = new ArrayList<>();
        for (Evidence.Regions.Line line : evidence.lines()) {
            double x1 = x.at(line.from().x());
            double y1 = y.at(line.from().y());
            double x2 = x.at(line.to().x());
            double y2 = y.at(line.to().y());
            double[] label = roomiest(x1, y1, x2, y2, taken);
            taken.add(label);
            lines.add(new Segment(VisibleText.capped(line.name(), 24), x1, y1, x2, y2, label[0], label[1]));
        }
        return lines;
    }

    /** Choose the place along a line that is farthest from everything that is already written. */
    private static double[] roomiest(double x1, double y1, double x2, double y2, List<double[]> taken) {
        double[] best = {x1, y1};
        double bestRoom = -1;
        for (double share : ALONG) {
            double atX = Math.min(Math.max(x1 + share * (x2 - x1), LEFT + 20), Plot.WIDTH - RIGHT - 20);
            double[] place = {Axis.round(atX), Axis.round(y1 + share * (y2 - y1))};
            double room = 60;
            for (double[] other : taken) {
                room = Math.min(room, Math.hypot(place[0] - other[0], 2 * (place[1] - other[1])));
            }
            if (room > bestRoom + 1) {
                best = place;
                bestRoom = room;
            }
        }
        return best;
    }

    private static Evidence.Regions.Point middle(List<Evidence.Regions.Point> corners) {
        double x = 0;
        double y = 0;
        for (Evidence.Regions.Point corner : corners) {
            x += corner.x() / corners.size();
            y += corner.y() / corners.size();
        }
        return new Evidence.Regions.Point(x, y);
    }

    private static String path(List<Evidence.Regions.Point> corners, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        for (Evidence.Regions.Point corner : corners) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(x.at(corner.x()))
                    .append(' ')
                    .append(y.at(corner.y()));
        }
        return path.append('Z').toString();
    }

    /** Return A, B, ..., Z, AA, AB, ... */
    static String letters(int index) {
        String last = Character.toString((char) ('A' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    private static String about(Evidence.Regions evidence) {
        long over = evidence.cells().stream()
                .filter(cell -> cell.actual() > cell.expected())
                .count();
        long missed = evidence.cells().stream()
                .filter(cell -> cell.actual() < cell.expected())
                .count();
        int points = evidence.points().size();
        String cells = People.count(evidence.cells().size(), "cell");
        if (over + missed + points == 0) {
            return "Your lines cut the plane into " + cells + ", and all are right, edges and corners too.";
        }
        String about = "Your lines cut the plane into " + cells + ". ";
        if (over > 0) {
            about += over + (over == 1 ? " gives" : " give") + " 1 where 0 is asked for. ";
        }
        if (missed > 0) {
            about += missed + (missed == 1 ? " gives" : " give") + " 0 where 1 is asked for. ";
        }
        return about
                + (points == 0
                        ? "No edge or corner is wrong by itself."
                        : "On edges and corners, " + People.count(points, "place")
                                + (points == 1 ? " is wrong." : " are wrong."));
    }
}
