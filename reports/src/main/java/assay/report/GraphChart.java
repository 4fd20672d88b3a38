package assay.report;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draw a directed acyclic graph in layers, from the leaves at the top to the sink at the bottom.
 *
 * @param id prefix for the ids of the drawing
 * @param about the text alternative
 * @param rows the data table: name, operation, operands, what is wrong
 * @param omitted nodes that are not drawn, since there are too many
 */
public record GraphChart(
        String id,
        String title,
        String about,
        double width,
        double height,
        List<Box> boxes,
        List<Arrow> arrows,
        List<List<String>> rows,
        int omitted) {
    private static final double MARGIN = 12;
    private static final double LAYER = 66;
    private static final double HALF = 17;
    private static final int MOST_NODES = 120;
    private static final int MOST_EDGES = 400;
    private static final int MOST_LABEL = 18;

    public GraphChart {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Be a node around {@code x}, {@code y}; a leaf has no operation. */
    public record Box(
            String name, String operation, double x, double y, double left, double width, boolean wrong, String note) {}

    /** Be an edge; its middle is marked where it is wrong. */
    public record Arrow(String path, boolean wrong, double middleX, double middleY, String from, String to) {}

    static GraphChart of(String id, Evidence.Graph evidence) {
        List<Evidence.Graph.Node> nodes = Trace.every(evidence.nodes(), MOST_NODES);
        List<Evidence.Graph.Edge> edges =
                evidence.edges().subList(0, Math.min(evidence.edges().size(), MOST_EDGES));
        Map<String, Evidence.Graph.Node> byName = new HashMap<>();
        nodes.forEach(node -> byName.putIfAbsent(node.name(), node));
        GraphLayout layout = new GraphLayout(nodes, edges, widths(nodes));
        List<Box> boxes = new ArrayList<>();
        Map<GraphLayout.Cell, Double> heights = new HashMap<>();
        for (int i = 0; i < layout.layers().size(); i++) {
            double y = MARGIN + HALF + i * LAYER;
            for (GraphLayout.Cell cell : layout.layers().get(i)) {
                heights.put(cell, y);
                Evidence.Graph.Node node = byName.get(cell.name);
                if (node != null) {
                    boxes.add(box(node, cell, y));
                }
            }
        }
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            if (!layout.routes().get(i).isEmpty()) {
                arrows.add(arrow(edges.get(i), layout.routes().get(i), heights));
            }
        }
        return new GraphChart(
                id,
                evidence.title(),
                about(evidence),
                Math.ceil(layout.width() + 2 * MARGIN),
                MARGIN * 2 + 2 * HALF + Math.max(layout.layers().size() - 1, 0) * LAYER,
                boxes,
                arrows,
                rows(evidence, nodes),
                evidence.nodes().size() - nodes.size());
    }

    private static Map<String, Double> widths(List<Evidence.Graph.Node> nodes) {
        Map<String, Double> widths = new HashMap<>();
        for (Evidence.Graph.Node node : nodes) {
            int letters = Math.max(
                    label(node.name()).length(), label(node.operation()).length());
            widths.put(node.name(), Math.max(34, 7.2 * letters + 16));
        }
        return widths;
    }

    private static Box box(Evidence.Graph.Node node, GraphLayout.Cell cell, double y) {
        return new Box(
                label(node.name()),
                label(node.operation()),
                Axis.round(cell.x + MARGIN),
                y,
                Axis.round(cell.x + MARGIN - cell.width / 2),
                Axis.round(cell.width),
                node.wrong(),
                VisibleText.capped(node.note(), EvidenceView.MOST_CELL));
    }

    private static String label(String text) {
        return text.length() <= MOST_LABEL ? text : text.substring(0, MOST_LABEL - 1) + "…";
    }

    private static Arrow arrow(
            Evidence.Graph.Edge edge, List<GraphLayout.Cell> route, Map<GraphLayout.Cell, Double> heights) {
        StringBuilder path = new StringBuilder();
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < route.size(); i++) {
            GraphLayout.Cell cell = route.get(i);
            double x = Axis.round(cell.x + MARGIN);
            double y = heights.getOrDefault(cell, 0.0);
            double nextY = heights.getOrDefault(route.get(Math.min(i + 1, route.size() - 1)), 0.0);
            if (i == 0) {
                y += nextY < y ? -HALF : HALF;
                path.append('M').append(x).append(' ').append(y);
            } else {
                // The arrow's head is 5 long.
                double end = i < route.size() - 1 ? y : lastY < y ? y - HALF - 5 : y + HALF + 5;
                double half = Axis.round((lastY + end) / 2);
                path.append("C%s %s %s %s %s %s".formatted(lastX, half, x, half, x, end));
                y = end;
            }
            lastX = x;
            lastY = y;
        }
        GraphLayout.Cell a = route.get((route.size() - 1) / 2);
        GraphLayout.Cell b = route.get(route.size() / 2);
        return new Arrow(
                path.toString(),
                edge.wrong(),
                Axis.round((a.x + b.x) / 2 + MARGIN),
                Axis.round((heights.getOrDefault(a, 0.0) + heights.getOrDefault(b, 0.0)) / 2),
                label(edge.from()),
                label(edge.to()));
    }

    private static List<List<String>> rows(Evidence.Graph evidence, List<Evidence.Graph.Node> nodes) {
        List<List<String>> rows = new ArrayList<>();
        for (Evidence.Graph.Node node : nodes) {
            List<String> operands = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            for (Evidence.Graph.Edge edge : evidence.edges()) {
                if (edge.to().equals(node.name())) {
                    operands.add(edge.from());
                    if (edge.wrong()) {
                        wrong.add("the edge from " + edge.from() + " is wrong");
                    }
                }
            }
            if (node.wrong()) {
                wrong.add(0, node.note().isEmpty() ? "wrong" : node.note());
            }
            rows.add(List.of(
                    EvidenceView.cell(node.name()),
                    EvidenceView.cell(node.operation()),
                    EvidenceView.cell(String.join(", ", operands)),
                    EvidenceView.cell(String.join("; ", wrong))));
        }
        return rows;
    }

    private static String about(Evidence.Graph evidence) {
        List<String> wrong = evidence.nodes().stream()
                .filter(Evidence.Graph.Node::wrong)
                .map(Evidence.Graph.Node::name)
                .toList();
        long edges =
                evidence.edges().stream().filter(Evidence.Graph.Edge::wrong).count();
        String marked = wrong.isEmpty() ? "No node is marked." : "Marked as wrong: " + String.join(", ", wrong) + ".";
        return VisibleText.capped(
                People.count(evidence.nodes().size(), "node") + " and "
                        + People.count(evidence.edges().size(), "edge") + ", from the inputs at the top to the result. "
                        + marked + (edges == 0 ? "" : " Wrong edges: " + edges + "."),
                EvidenceView.MOST_TEXT);
    }
}
