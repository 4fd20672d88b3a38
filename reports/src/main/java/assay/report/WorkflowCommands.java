package assay.report;

import assay.pull.PullRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Write a graded pull request as annotations of GitHub Actions: one workflow command a line, errors first, at most ten of a level,
 * because GitHub silently drops what comes after them. The tenth then says how many more there are.
 *
 * <p>What is wrong or cannot be graded is an error; changed protected paths, strays and what was not judged (our fault) are warnings; the
 * points are notices.
 */
public final class WorkflowCommands {
    /** Most annotations of a level that GitHub shows for a step. */
    public static final int MOST = 10;

    private static final int MOST_MESSAGE = 1000;
    private static final int MOST_PROPERTY = 200;
    private static final Pattern PLACE = Pattern.compile("^([\\w./-]{1,150}\\.(?:yaml|py|java|md)):(\\d{1,6})\\b");
    private static final List<String> ORDER = List.of("ungradable", "wrong", "missing", "skipped");

    /** Be one annotation; {@code place} is a file with a line, or "". */
    private record Note(String place, String line, String title, String message) {}

    private WorkflowCommands() {}

    /** Return the lines, without line ends; none holds more than one command. */
    public static List<String> lines(PullRecord record) {
        List<String> lines = new ArrayList<>();
        lines.addAll(level("error", errors(record)));
        lines.addAll(level("warning", warnings(record)));
        lines.addAll(level("notice", notices(record)));
        return List.copyOf(lines);
    }

    /** Return one command: {@code ::level key=value,...::message}, everything escaped as the runner unescapes it. */
    static String command(String level, Map<String, String> properties, String message) {
        StringBuilder line = new StringBuilder("::").append(level);
        String separator = " ";
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String value = VisibleText.capped(VisibleText.of(property.getValue()), MOST_PROPERTY);
            line.append(separator)
                    .append(property.getKey())
                    .append('=')
                    .append(data(value).replace(":", "%3A").replace(",", "%2C"));
            separator = ",";
        }
        String text = VisibleText.capped(VisibleText.of(message.replace("\r\n", "\n")), MOST_MESSAGE);
        return line.append("::").append(data(text)).toString();
    }

    /** Escape; the older form of commands, {@code ##[error]}, is found anywhere in a line and has no escape, so it is broken. */
    private static String data(String text) {
        return text.replace("##[", "## [")
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    private static List<String> level(String level, List<Note> notes) {
        int shown = notes.size() <= MOST ? notes.size() : MOST - 1;
        List<String> lines = new ArrayList<>();
        for (Note note : notes.subList(0, shown)) {
            Map<String, String> properties = new java.util.LinkedHashMap<>();
            if (!note.place().isEmpty()) {
                properties.put("file", note.place());
                properties.put("line", note.line());
            }
            properties.put("title", note.title());
            lines.add(command(level, properties, note.message()));
        }
        if (shown < notes.size()) {
            String more = (notes.size() - shown) + " more stand in the summary of this job.";
            lines.add(command(level, Map.of("title", "Assay: and more"), more));
        }
        return lines;
    }

    private static List<Note> errors(PullRecord record) {
        List<Note> notes = new ArrayList<>();
        for (PullRecord.Graded one : record.submissions()) {
            if (!one.ungradable().isEmpty()) {
                notes.add(note(one, one.submission() + ": cannot be graded", one.ungradable()));
            }
        }
        record.submissions().stream()
                .filter(one -> one.ungradable().isEmpty())
                .flatMap(one -> one.open().stream().map(open -> Map.entry(one, open)))
                .filter(entry -> ORDER.contains(entry.getValue().verdict()))
                .sorted(Comparator.comparing((Map.Entry<PullRecord.Graded, PullRecord.Open> entry) ->
                                ORDER.indexOf(entry.getValue().verdict()))
                        .thenComparing(entry -> -entry.getValue().lost())
                        .thenComparing(entry -> entry.getKey().submission())
                        .thenComparing(entry -> entry.getValue().task())
                        .thenComparing(entry -> entry.getValue().criterion()))
                .forEach(entry -> notes.add(
                        note(entry.getKey(), title(entry.getKey(), entry.getValue()), text(entry.getValue()))));
        return notes;
    }

    private static List<Note> warnings(PullRecord record) {
        List<Note> notes = new ArrayList<>();
        record.guarded()
                .forEach(
                        path -> notes.add(
                                new Note(
                                        path,
                                        "1",
                                        "Assay: protected path",
                                        "'" + path
                                                + "' decides how is graded. The change was not used; graded is with the base branch.")));
        record.strays()
                .forEach(path -> notes.add(new Note(
                        path,
                        "1",
                        "Assay: not in a submission",
                        "'" + path + "' belongs to no submission and was not looked at.")));
        record.removed()
                .forEach(name -> notes.add(new Note(
                        "", "", "Assay: removed", "The submission '" + name + "' is gone; nothing of it was graded.")));
        record.notes().forEach(note -> notes.add(new Note("", "", "Assay", note)));
        for (PullRecord.Graded one : record.submissions()) {
            one.open().stream()
                    .filter(open -> !ORDER.contains(open.verdict()))
                    .forEach(open -> notes.add(new Note("", "", title(one, open), text(open))));
            one.notes().forEach(text -> notes.add(note(one, one.submission() + ": note", text)));
        }
        return notes;
    }

    private static List<Note> notices(PullRecord record) {
        return record.submissions().stream()
                .map(one -> new Note("", "", "Assay: " + one.submission(), points(one)))
                .toList();
    }

    /** Return the points in a sentence. */
    static String points(PullRecord.Graded one) {
        return one.points()
                .map(points -> People.points(points) + " of " + People.pointsOf(one.maxPoints()) + ".")
                .orElse(
                        "No score: not everything could be judged, which is no fault of the submission and costs nothing.");
    }

    private static String title(PullRecord.Graded one, PullRecord.Open open) {
        String word = VerdictWord.valueOf(
                        open.verdict().toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
                .word();
        return one.submission() + ": " + open.task() + "/" + open.criterion() + " " + word;
    }

    private static String text(PullRecord.Open open) {
        boolean news = !open.likely().isEmpty() && !open.message().contains(open.likely());
        String message = open.message().isEmpty() ? open.title() : open.message();
        return news ? message + "\nLikely cause: " + open.likely() : message;
    }

    private static Note note(PullRecord.Graded one, String title, String message) {
        Optional<Matcher> place = Optional.of(PLACE.matcher(message))
                .filter(Matcher::find)
                .filter(found -> !found.group(1).contains("..") && !one.path().isEmpty());
        String folder = one.path().equals(".") ? "" : one.path() + "/";
        return place.map(found -> new Note(folder + found.group(1), found.group(2), title, message))
                .orElseGet(() -> new Note("", "", title, message));
    }
}
