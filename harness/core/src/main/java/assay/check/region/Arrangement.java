package assay.check.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Cut the plane by lines into faces, edges and corners, with one exact point in each.
 *
 * <p>A network of hard limiters is constant on each cell of the arrangement of its lines, so these points decide where it is
 * 1 without any sampling error (Edelsbrunner 1987, Algorithms in Combinatorial Geometry, 1.2). n lines have at most
 * (n^2 + n + 2) / 2 faces, n^2 edges and n (n - 1) / 2 corners.
 *
 * <p>Each line is walked from one end to the other; where others cross it, the signs of those flip. The faces are what lies
 * on both sides of each edge.
 */
public final class Arrangement {
    private final List<Line> lines;
    private final Map<String, Cell> corners = new LinkedHashMap<>();
    private final Map<String, Cell> edges = new LinkedHashMap<>();
    private final Map<String, Cell> faces = new LinkedHashMap<>();

    private Arrangement(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Cut the plane; lines that are given twice count once.
     *
     * @throws IllegalArgumentException if there is no line
     */
    public static Arrangement of(List<Line> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an arrangement must have a line");
        }
        Arrangement arrangement = new Arrangement(lines.stream().distinct().toList());
        Map<String, List<Stretch>> around = new LinkedHashMap<>();
        for (int i = 0; i < arrangement.lines.size(); i++) {
            arrangement.walk(i, around);
        }
        around.forEach((signs, border) -> arrangement.faces.put(signs, arrangement.face(signs, border)));
        arrangement.confirm();
        return arrangement;
    }

    /** Return the lines without repetitions, in the order of the signs. */
    public List<Line> lines() {
        return lines;
    }

    /** Return the faces. */
    public List<Cell> faces() {
        return List.copyOf(faces.values());
    }

    /** Return the edges. */
    public List<Cell> edges() {
        return List.copyOf(edges.values());
    }

    /** Return the corners. */
    public List<Cell> corners() {
        return List.copyOf(corners.values());
    }

    /** Return the faces, then the edges, then the corners. */
    public List<Cell> cells() {
        List<Cell> all = new ArrayList<>(faces.values());
        all.addAll(edges.values());
        all.addAll(corners.values());
        return all;
    }

    /** Be the part of a line between two crossings; null is the end at infinity. */
    private record Stretch(
            int line, @Nullable BigFraction from, @Nullable BigFraction to) {}

    private void walk(int i, Map<String, List<Stretch>> around) {
        Line line = lines.get(i);
        TreeMap<BigFraction, List<Integer>> crossings = new TreeMap<>();
        char[] signs = new char[lines.size()];
        for (int j = 0; j < lines.size(); j++) {
            int turn = lines.get(j).turnAlong(line);
            if (turn == 0) {
                signs[j] = Cell.charOf(lines.get(j).sideOf(line.at(BigFraction.ZERO)));
            } else {
                signs[j] = Cell.charOf(-turn);
                crossings
                        .computeIfAbsent(line.crossing(lines.get(j)), at -> new ArrayList<>())
                        .add(j);
            }
        }
        BigFraction from = null;
        for (Map.Entry<BigFraction, List<Integer>> crossing : crossings.entrySet()) {
            addEdge(new Stretch(i, from, crossing.getKey()), signs, around);
            from = crossing.getKey();
            addCorner(i, from, signs, crossing.getValue());
            crossing.getValue().forEach(j -> signs[j] = Cell.charOf(-Cell.signOf(signs[j])));
        }
        addEdge(new Stretch(i, from, null), signs, around);
    }

    private void addEdge(Stretch stretch, char[] signs, Map<String, List<Stretch>> around) {
        int i = stretch.line();
        String key = new String(signs);
        Point at = lines.get(i).at(SimplestRational.between(stretch.from(), stretch.to()));
        edges.put(key, new Cell(Cell.Kind.EDGE, at, key, List.of(i)));
        for (char side : new char[] {'-', '+'}) {
            signs[i] = side;
            around.computeIfAbsent(new String(signs), face -> new ArrayList<>()).add(stretch);
        }
        signs[i] = '0';
    }

    private void addCorner(int i, BigFraction along, char[] signs, List<Integer> crossing) {
        char[] here = signs.clone();
        crossing.forEach(j -> here[j] = '0');
        corners.computeIfAbsent(new String(here), key -> {
            List<Integer> meeting = new ArrayList<>(crossing);
            meeting.add(i);
            meeting.sort(null);
            return new Cell(Cell.Kind.CORNER, lines.get(i).at(along), key, meeting);
        });
    }

    /** Choose the simplest x that the face has, then the simplest y that it has there. */
    private Cell face(String signs, List<Stretch> border) {
        BigFraction x = SimplestRational.between(end(signs, border, -1), end(signs, border, 1));
        BigFraction low = null;
        BigFraction high = null;
        for (Stretch stretch : border) {
            Line line = lines.get(stretch.line());
            if (!line.isVertical()) {
                BigFraction y = line.heightAt(x);
                if (Cell.signOf(signs.charAt(stretch.line())) == line.b().signum()) {
                    low = low == null || low.compareTo(y) < 0 ? y : low;
                } else {
                    high = high == null || high.compareTo(y) > 0 ? y : high;
                }
            }
        }
        Point at = new Point(x, SimplestRational.between(low, high));
        List<Integer> bounds = border.stream().map(Stretch::line).toList();
        return new Cell(Cell.Kind.FACE, at, signs, bounds);
    }

    /** Return how far a face reaches to the left (-1) or right (1); null means without end. */
    private @Nullable BigFraction end(String signs, List<Stretch> border, int direction) {
        if (isOpen(signs, direction)) {
            return null;
        }
        BigFraction furthest = null;
        for (Stretch stretch : border) {
            Line line = lines.get(stretch.line());
            BigFraction reached = direction < 0 ? stretch.from() : stretch.to();
            if (line.isVertical()) {
                reached = line.at(BigFraction.ZERO).x();
            } else if (reached == null) {
                return null;
            }
            furthest = furthest == null || reached.compareTo(furthest) * direction > 0 ? reached : furthest;
        }
        return furthest;
    }

    /** Say whether moving horizontally never leaves the face. */
    private boolean isOpen(String signs, int direction) {
        for (int j = 0; j < lines.size(); j++) {
            if (Cell.signOf(signs.charAt(j)) * lines.get(j).a().signum() * direction < 0) {
                return false;
            }
        }
        return true;
    }

    /** Check the number of pieces by Euler's formula: this must never fail. */
    private void confirm() {
        if (corners.size() - edges.size() + faces.size() != 1) {
            throw new IllegalStateException("Euler's formula fails: " + corners.size() + " corners, " + edges.size()
                    + " edges, " + faces.size() + " faces");
        }
    }
}
