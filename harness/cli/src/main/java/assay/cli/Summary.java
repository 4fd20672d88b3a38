package assay.cli;

import assay.check.CheckResult;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.Score;
import assay.score.TaskScore;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Put results into lines for the terminal. */
final class Summary {
    private Summary() {}

    /** Print what a student wants to know: tasks, what is wrong and where, points. */
    static void print(ResultRecord result, Console console) {
        console.say(result.assignmentTitle() + " (" + result.assignment() + "), submission '"
                + Console.name(result.submission()) + "'");
        if (!result.ungradable().isEmpty()) {
            console.say("");
            console.say("  Cannot be graded: " + result.ungradable());
            return;
        }
        for (TaskScore task : result.score().tasks()) {
            console.say("");
            print(task, console);
        }
        console.say("");
        result.notes().forEach(note -> console.say("Note: " + note));
        console.say(points(result.score()));
    }

    private static void print(TaskScore task, Console console) {
        boolean untouched = task.checks().stream().allMatch(check -> check.verdict() == Verdict.MISSING);
        console.say(String.format(
                Locale.ROOT,
                "%-5s %s  %s/%s  (%s, %s)",
                task.sheet(),
                task.title(),
                number(task.points()),
                number(task.maxPoints()),
                task.task(),
                task.source()));
        if (untouched) {
            console.say("    " + symbol(Verdict.MISSING) + " "
                    + task.checks().get(0).message());
            return;
        }
        for (CheckResult check : task.checks()) {
            console.say("    " + symbol(check.verdict()) + " " + check.title() + ": " + word(check.verdict()));
            if (check.verdict() != Verdict.PASSED) {
                print("        ", check.message(), console);
                if (!check.message().contains(check.diagnosis().sentence())) {
                    print("        likely cause: ", check.diagnosis().sentence(), console);
                }
            }
        }
    }

    private static void print(String indent, String text, Console console) {
        if (!text.isEmpty()) {
            List<String> lines = text.lines().toList();
            console.say(indent + lines.get(0));
            lines.stream().skip(1).forEach(line -> console.say(" ".repeat(indent.length()) + line));
        }
    }

    /** Return the points with what is open: "Points: 42 of 100 (10 judged only by your instructor)". */
    static String points(Score score) {
        String open = score.openPoints() > 0 ? number(score.openPoints()) + " not judged, which costs nothing" : "";
        String hidden =
                score.hiddenPoints() > 0 ? number(score.hiddenPoints()) + " judged only by your instructor" : "";
        String both = open.isEmpty() || hidden.isEmpty() ? open + hidden : open + "; " + hidden;
        return "Points: " + number(score.points()) + " of " + number(score.maxPoints())
                + (both.isEmpty() ? "" : " (" + both + ")");
    }

    /** Return one line about a submission of a class. */
    static String line(ResultRecord result) {
        if (!result.ungradable().isEmpty()) {
            return Console.name(result.submission()) + ": cannot be graded: " + result.ungradable();
        }
        Map<Verdict, Long> counts = result.score().tasks().stream()
                .flatMap(task -> task.checks().stream())
                .collect(Collectors.groupingBy(
                        CheckResult::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
        String told = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s: %s of %s points (%s)",
                Console.name(result.submission()),
                number(result.score().points()),
                number(result.score().maxPoints()),
                told);
    }

    static String number(double points) {
        return points == Math.rint(points)
                ? String.valueOf((long) points)
                : String.format(Locale.ROOT, "%.2f", points).replaceAll("0$", "");
    }

    private static String symbol(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "\u2713";
            case WRONG -> "\u2717";
            case UNGRADABLE -> "!";
            case MISSING -> "\u00b7";
            case NOT_JUDGED, INCONCLUSIVE -> "?";
            case SKIPPED, HIDDEN -> "-";
        };
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case WRONG -> "wrong";
            case MISSING -> "not answered";
            case UNGRADABLE -> "cannot be graded";
            case SKIPPED -> "skipped";
            case INCONCLUSIVE -> "inconclusive";
            case HIDDEN -> "hidden";
            case NOT_JUDGED -> "not judged";
        };
    }
}
