package assay.check.graph;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import assay.formula.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read edges: a record of lists, {@code t4: [t1, t3]}, or a list of arrows from operand to result, {@code "t1 -> t4"}. */
final class EdgeReader {
    private static final int MOST_EDGES = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern ARROW =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(?:->|\u2192)\\s*([A-Za-z][A-Za-z0-9_]*)\\s*");
    private static final int LONGEST = 200;

    private final Map<String, List<String>> operands = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private EdgeReader() {}

    static Edges read(Value answer) {
        EdgeReader reader = new EdgeReader();
        if (answer instanceof Fields fields && fields.byName().size() <= MOST_EDGES) {
            fields.byName().forEach(reader::node);
        } else if (answer instanceof Sequence sequence && sequence.items().size() <= MOST_EDGES) {
            sequence.items().forEach(reader::arrow);
        } else if (!(answer instanceof Tensor tensor && tensor.size() == 0)) {
            boolean large = answer instanceof Fields || answer instanceof Sequence;
            reader.flaw(
                    "",
                    large
                            ? "The graph has more than " + MOST_EDGES + " nodes or edges; that many are not read."
                            : "The graph must be a record of operands such as t4: [t1, t3], it is " + answer.describe()
                                    + ".");
        }
        int edges = reader.operands.values().stream().mapToInt(List::size).sum();
        if (edges > MOST_EDGES) {
            reader.operands.clear();
            reader.flaw("", "The graph has " + edges + " edges; at most " + MOST_EDGES + " are read.");
        }
        return new Edges(reader.operands, reader.flaws);
    }

    private void node(String name, Value given) {
        if (!NAME.matcher(name).matches()) {
            flaw("", Spelling.quoted(name) + " is no name (a letter, then letters, digits, _).");
            return;
        }
        List<String> list = operands.computeIfAbsent(name, node -> new ArrayList<>());
        if (given instanceof Text single) {
            operand(name, list, single);
        } else if (given instanceof Sequence several && several.items().size() <= MOST_EDGES) {
            several.items().forEach(one -> operand(name, list, one));
        } else if (!(given instanceof Tensor)) {
            flaw(name, "The operands of '" + name + "' must be a list of names, they are " + given.describe() + ".");
        }
    }

    /** Take one operand; numbers are constants, not nodes. */
    private void operand(String node, List<String> list, Value given) {
        if (given instanceof Text text && NAME.matcher(text.text().strip()).matches()) {
            list.add(text.text().strip());
        } else if (!(given instanceof Tensor)) {
            String found = given instanceof Text text ? Spelling.quoted(text.text()) : given.describe();
            flaw(node, "The operands of '" + node + "' must be names, one is " + found + ".");
        }
    }

    private void arrow(Value given) {
        if (given instanceof Text text && text.text().length() <= LONGEST) {
            Matcher arrow = ARROW.matcher(text.text());
            if (arrow.matches()) {
                operands.computeIfAbsent(arrow.group(2), node -> new ArrayList<>())
                        .add(arrow.group(1));
                return;
            }
        }
        String found = given instanceof Text text ? Spelling.quoted(text.text()) : given.describe();
        flaw("", "An edge must be a text such as \"t1 -> t4\" (from the operand to the result), one is " + found + ".");
    }

    private void flaw(String node, String sentence) {
        flaws.add(new Flaw("unreadable", node, 0, sentence));
    }
}
