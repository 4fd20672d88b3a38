package assay.report;

import assay.check.CheckResult;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Write a submission as JUnit XML, in the part of the format that GitLab, Jenkins and Artemis all read: a suite for each
 * task, a case for each criterion. Without times, so that the same record gives the same bytes.
 *
 * <p>WRONG and MISSING are failures; UNGRADABLE and NOT_JUDGED are errors of type {@code ungradable} and {@code harness};
 * SKIPPED, INCONCLUSIVE and HIDDEN are skipped. A submission that could not be graded as a whole is one error in a suite
 * of its own.
 */
public final class JUnitXml {
    private static final int MOST_MESSAGE = 1000;

    private JUnitXml() {}

    /** Render {@code record}. */
    public static String render(ResultRecord record) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            xml.writeStartElement("testsuites");
            attribute(xml, "name", record.assignment());
            if (!record.ungradable().isEmpty()) {
                ungradable(xml, record);
            }
            for (TaskScore task : record.score().tasks()) {
                suite(xml, record, task);
            }
            newLine(xml, 0);
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the XML writer refused its input", e);
        }
        return text.toString();
    }

    private static void ungradable(XMLStreamWriter xml, ResultRecord record) throws XMLStreamException {
        newLine(xml, 1);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "submission");
        counts(xml, 1, 0, 1, 0);
        properties(xml, record);
        newLine(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", record.assignment());
        attribute(xml, "name", "submission");
        body(xml, "error", "ungradable", record.ungradable(), "");
        newLine(xml, 2);
        xml.writeEndElement();
        newLine(xml, 1);
        xml.writeEndElement();
    }

    private static void suite(XMLStreamWriter xml, ResultRecord record, TaskScore task) throws XMLStreamException {
        newLine(xml, 1);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", task.task());
        counts(xml, task.checks().size(), count(task, "failure"), count(task, "error"), count(task, "skipped"));
        properties(xml, record);
        for (CheckResult check : task.checks()) {
            newLine(xml, 2);
            xml.writeStartElement("testcase");
            attribute(xml, "classname", record.assignment() + "." + task.task().replace('/', '.'));
            attribute(xml, "name", check.criterion());
            if (!element(check.verdict()).isEmpty()) {
                body(xml, element(check.verdict()), type(check), message(check), details(check));
                newLine(xml, 2);
            }
            xml.writeEndElement();
        }
        newLine(xml, 1);
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, int tests, int failures, int errors, int skipped)
            throws XMLStreamException {
        attribute(xml, "tests", Integer.toString(tests));
        attribute(xml, "failures", Integer.toString(failures));
        attribute(xml, "errors", Integer.toString(errors));
        attribute(xml, "skipped", Integer.toString(skipped));
    }

    private static void properties(XMLStreamWriter xml, ResultRecord record) throws XMLStreamException {
        newLine(xml, 2);
        xml.writeStartElement("properties");
        property(xml, "submission", record.submission());
        for (Map.Entry<String, String> fact : record.provenance().facts().entrySet()) {
            property(xml, fact.getKey(), fact.getValue());
        }
        newLine(xml, 2);
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        newLine(xml, 3);
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void body(XMLStreamWriter xml, String element, String type, String message, String details)
            throws XMLStreamException {
        newLine(xml, 3);
        xml.writeStartElement(element);
        attribute(xml, "message", message);
        attribute(xml, "type", type);
        String text = details.isEmpty() ? message : message + "\n" + details;
        xml.writeCharacters(safe(text, EvidenceView.MOST_TEXT));
        xml.writeEndElement();
    }

    private static int count(TaskScore task, String element) {
        return (int) task.checks().stream()
                .filter(check -> element(check.verdict()).equals(element))
                .count();
    }

    private static String element(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "";
            case WRONG, MISSING -> "failure";
            case UNGRADABLE, NOT_JUDGED -> "error";
            case SKIPPED, INCONCLUSIVE, HIDDEN -> "skipped";
        };
    }

    private static String type(CheckResult check) {
        return switch (check.verdict()) {
            case UNGRADABLE -> "ungradable";
            case NOT_JUDGED -> "harness";
            case MISSING -> "not-answered";
            case WRONG -> check.cause().isEmpty() ? "wrong" : check.cause();
            default -> VerdictWord.of(check.verdict()).style();
        };
    }

    private static String message(CheckResult check) {
        String word = VerdictWord.of(check.verdict()).word();
        return check.message().isEmpty() ? word : word + ": " + check.message();
    }

    private static String details(CheckResult check) {
        StringBuilder details = new StringBuilder(check.title());
        if (!check.diagnosis().sentence().isEmpty()) {
            details.append('\n')
                    .append("Likely cause: ")
                    .append(check.diagnosis().sentence());
        }
        return details.append('\n')
                .append(People.points(check.points()))
                .append(" of ")
                .append(People.pointsOf(check.maxPoints()))
                .toString();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, safe(value, MOST_MESSAGE).replace('\n', ' ').replace('\t', ' '));
    }

    /** Return text that XML 1.0 allows; GitLab would read an attachment out of "[[ATTACHMENT|...]]". */
    private static String safe(String text, int limit) {
        return VisibleText.capped(VisibleText.of(text), limit).replace("[[ATTACHMENT", "[ [ATTACHMENT");
    }

    private static void newLine(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
