package assay.report;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Place the nodes of a layered graph: long edges get a bend in every layer they cross, and the order within a layer
 * follows the neighbours' (barycentres; Sugiyama, Tagawa and Toda 1981), so that few edges cross.
 */
final class GraphLayout {
    private static final int SWEEPS = 8;
    private static final double GAP = 14;
    private static final double BEND_WIDTH = 6;

    private final List<List<Cell>> layers = new ArrayList<>();
    private final Map<String, Cell> byName = new LinkedHashMap<>();
    private final List<List<Cell>> routes = new ArrayList<>();

    /** Be a node, or a bend of a long edge. */
    static final class Cell {
        final String name;
        final double width;
        final int layer;
        final List<Cell> before = new ArrayList<>();
        final List<Cell> after = new ArrayList<>();
        double x;

        Cell(String name, double width, int layer) {
            this.name = name;
            this.width = width;
            this.layer = layer;
        }
    }

    /** Lay out {@code edges} between nodes of these widths; edges to unknown nodes get an empty route. */
    GraphLayout(List<Evidence.Graph.Node> nodes, List<Evidence.Graph.Edge> edges, Map<String, Double> widths) {
        List<Integer> used = nodes.stream()
                .map(Evidence.Graph.Node::layer)
                .distinct()
                .sorted()
                .toList();
        for (Evidence.Graph.Node node : nodes) {
            double width = widths.getOrDefault(node.name(), BEND_WIDTH);
            Cell cell = new Cell(node.name(), width, used.indexOf(node.layer()));
            if (byName.putIfAbsent(node.name(), cell) == null) {
                layer(cell.layer).add(cell);
            }
        }
        for (Evidence.Graph.Edge edge : edges) {
            routes.add(route(byName.get(edge.from()), byName.get(edge.to())));
        }
        layers.removeIf(List::isEmpty);
        layers.forEach(GraphLayout::pack);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                sort(layers.get(down ? i : layers.size() - 1 - i), down);
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            layers.forEach(GraphLayout::settle);
        }
        double left = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> cell.x - cell.width / 2)
                .min()
                .orElse(0);
        layers.forEach(layer -> layer.forEach(cell -> cell.x -= left));
    }

    /** Return the layers that hold nodes or bends, from the leaves to the sink. */
    List<List<Cell>> layers() {
        return layers;
    }

    /** Return, for each edge in order, the cells that it passes, both ends included. */
    List<List<Cell>> routes() {
        return routes;
    }

    /** Return the width of the drawing. */
    double width() {
        return layers.stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> cell.x + cell.width / 2)
                .max()
                .orElse(0);
    }

    private List<Cell> layer(int number) {
        while (layers.size() <= number) {
            layers.add(new ArrayList<>());
        }
        return layers.get(number);
    }

    private List<Cell> route(@Nullable Cell from, @Nullable Cell to) {
        if (from == null || to == null) {
            return List.of();
        }
        List<Cell> route = new ArrayList<>(List.of(from));
        int step = Integer.signum(to.layer - from.layer);
        for (int at = from.layer + step; step != 0 && at != to.layer; at += step) {
            Cell bend = new Cell("", BEND_WIDTH, at);
            layer(at).add(bend);
            join(route.get(route.size() - 1), bend);
            route.add(bend);
        }
        join(route.get(route.size() - 1), to);
        route.add(to);
        return route;
    }

    private static void join(Cell first, Cell second) {
        Cell upper = first.layer <= second.layer ? first : second;
        Cell lower = upper == first ? second : first;
        upper.after.add(lower);
        lower.before.add(upper);
    }

    private static void sort(List<Cell> layer, boolean down) {
        Map<Cell, Double> wish = new LinkedHashMap<>();
        layer.forEach(cell -> wish.put(cell, mean(down ? cell.before : cell.after, cell.x)));
        layer.sort(Comparator.comparing((Cell cell) -> wish.getOrDefault(cell, 0.0)));
        pack(layer);
    }

    /** Put the cells side by side around 0. */
    private static void pack(List<Cell> layer) {
        double total = layer.stream().mapToDouble(cell -> cell.width + GAP).sum() - GAP;
        double at = -total / 2;
        for (Cell cell : layer) {
            cell.x = at + cell.width / 2;
            at += cell.width + GAP;
        }
    }

    /** Move every cell towards its neighbours as far as its place in the row allows. */
    private static void settle(List<Cell> layer) {
        double[] wish = new double[layer.size()];
        for (int i = 0; i < wish.length; i++) {
            Cell cell = layer.get(i);
            List<Cell> both = new ArrayList<>(cell.before);
            both.addAll(cell.after);
            wish[i] = mean(both, cell.x);
        }
        double[] fromLeft = wish.clone();
        double[] fromRight = wish.clone();
        for (int i = 1; i < wish.length; i++) {
            fromLeft[i] = Math.max(wish[i], fromLeft[i - 1] + distance(layer, i));
        }
        for (int i = wish.length - 2; i >= 0; i--) {
            fromRight[i] = Math.min(wish[i], fromRight[i + 1] - distance(layer, i + 1));
        }
        // Both keep the distances, hence so does their mean.
        for (int i = 0; i < wish.length; i++) {
            layer.get(i).x = (fromLeft[i] + fromRight[i]) / 2;
        }
    }

    private static double distance(List<Cell> layer, int index) {
        return (layer.get(index - 1).width + layer.get(index).width) / 2 + GAP;
    }

    private static double mean(List<Cell> cells, double none) {
        return cells.stream().mapToDouble(cell -> cell.x).average().orElse(none);
    }
}
