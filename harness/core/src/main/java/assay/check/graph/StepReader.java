package assay.check.graph;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import assay.formula.Constants;
import assay.formula.Formula;
import assay.formula.FormulaException;
import assay.formula.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Read the lines {@code "t1 = exp(a)"} of an answer. */
final class StepReader {
    private static final int MOST_LINES = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final Set<String> leaves;
    private final List<Step> steps = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private StepReader(Set<String> leaves) {
        this.leaves = leaves;
    }

    static StepList read(Value answer, Set<String> leaves) {
        StepReader reader = new StepReader(leaves);
        if (answer instanceof Sequence sequence && sequence.items().size() <= MOST_LINES) {
            for (int i = 0; i < sequence.items().size(); i++) {
                reader.item(i + 1, sequence.items().get(i));
            }
        } else if (answer instanceof Sequence sequence) {
            reader.flaw(
                    "too-many-lines",
                    0,
                    "The list has " + sequence.items().size() + " lines; at most " + MOST_LINES + " are read.");
        } else if (answer instanceof Tensor tensor && tensor.size() == 0) {
            return new StepList(List.of(), List.of());
        } else {
            reader.flaw(
                    "unreadable",
                    0,
                    "The answer must be a list of texts such as \"t1 = exp(a)\", it is " + answer.describe() + ".");
        }
        return new StepList(reader.steps, reader.flaws);
    }

    private void item(int line, Value item) {
        if (item instanceof Text text) {
            text(line, text.text());
        } else if (item instanceof Fields fields) {
            flaw(
                    "unreadable",
                    line,
                    "Line " + line + " must be a text such as \"t1 = exp(a)\", it is " + fields.describe()
                            + ": write '=' instead of ':'.");
        } else {
            flaw(
                    "unreadable",
                    line,
                    "Line " + line + " must be a text such as \"t1 = exp(a)\", it is " + item.describe() + ".");
        }
    }

    private void text(int line, String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || text.indexOf('=', equals + 1) >= 0) {
            flaw(
                    "unreadable",
                    line,
                    "Line " + line + ", " + Spelling.quoted(text) + ", must have exactly one '=': name = operation.");
            return;
        }
        String left = text.substring(0, equals).strip();
        String name = (left.endsWith(":") ? left.substring(0, left.length() - 1) : left).strip();
        if (!NAME.matcher(name).matches()) {
            flaw(
                    "unreadable",
                    line,
                    "Line " + line + ": left of the '=' stands one name (a letter, then letters, digits, _), not "
                            + Spelling.quoted(name) + ".");
        } else if (leaves.contains(name) || Constants.find(name).isPresent()) {
            flaw(
                    "leaf-assigned",
                    line,
                    "Line " + line + " assigns to '" + name + "', which is "
                            + (leaves.contains(name) ? "given" : "a constant") + ": take another name.");
        } else {
            operation(line, name, text);
        }
    }

    private void operation(int line, String name, String text) {
        int begin = text.indexOf('=') + 1;
        try {
            steps.add(new Step(line, name, Formula.shape(text.substring(begin))));
        } catch (FormulaException e) {
            String place = "Line " + line + ", " + Spelling.quoted(text) + ", column " + (begin + e.column());
            flaws.add(new Flaw("unreadable", name, line, place + ": " + e.message() + "."));
        }
    }

    private void flaw(String id, int line, String sentence) {
        flaws.add(new Flaw(id, "", line, sentence));
    }
}
