package assay.cli;

import assay.check.CheckResult;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.Score;
import assay.score.TaskScore;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Put results into lines for the terminal. */
final class Summary {
    private static final int MOST_TITLES = 3;

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
        Set<String> told = new HashSet<>();
        for (TaskScore task : result.score().tasks()) {
            console.say("");
            print(task, told, console);
        }
        console.say("");
        shared(result.score()).forEach(console::say);
        result.notes().forEach(note -> console.say("Note: " + note));
        console.say(points(result.score()));
    }

    private static void print(TaskScore task, Set<String> told, Console console) {
        console.say(String.format(
                Locale.ROOT,
                "%-5s %s  %s/%s  (%s, %s)",
                task.sheet(),
                task.title(),
                number(task.points()),
                number(task.maxPoints()),
                task.task(),
                task.source()));
        for (List<CheckResult> alike : alike(task)) {
            boolean all = alike.size() == task.checks().size() && alike.size() > 1;
            print(alike, all ? "" : titles(alike) + ": ", told, console);
        }
    }

    /** Print criteria with one verdict and one message; what many criteria have in common is said in full once. */
    private static void print(List<CheckResult> alike, String titles, Set<String> told, Console console) {
        CheckResult check = alike.get(0);
        console.say("    " + symbol(check.verdict()) + " " + titles + word(check.verdict()));
        if (check.verdict() == Verdict.PASSED) {
            return;
        }
        boolean news = told.add(check.message());
        boolean repeats = EnumSet.of(Verdict.UNGRADABLE, Verdict.MISSING, Verdict.HIDDEN, Verdict.NOT_JUDGED)
                .contains(check.verdict());
        if (news || !repeats) {
            print("        ", check.message(), console);
            if (!check.message().contains(check.diagnosis().sentence())) {
                print("        likely cause: ", check.diagnosis().sentence(), console);
            }
        } else if (check.verdict() == Verdict.UNGRADABLE || check.verdict() == Verdict.NOT_JUDGED) {
            console.say("        The reason is the one above.");
        }
    }

    /** Return the criteria of a task, those together that are alike; each that has passed stands alone. */
    private static Collection<List<CheckResult>> alike(TaskScore task) {
        return task.checks().stream()
                .collect(Collectors.groupingBy(
                        check -> check.verdict() == Verdict.PASSED
                                ? check.criterion()
                                : check.verdict()
                                        + check.message()
                                        + check.diagnosis().sentence(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static String titles(List<CheckResult> alike) {
        String first = alike.stream().limit(MOST_TITLES).map(CheckResult::title).collect(Collectors.joining("; "));
        int more = alike.size() - MOST_TITLES;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    /** Return a line for each reason why several tasks at once cannot be graded, so that it stands where it is seen. */
    private static List<String> shared(Score score) {
        Map<String, Long> tasks = score.tasks().stream()
                .flatMap(task -> task.checks().stream()
                        .filter(check -> check.verdict() == Verdict.UNGRADABLE)
                        .map(CheckResult::message)
                        .distinct())
                .collect(Collectors.groupingBy(message -> message, LinkedHashMap::new, Collectors.counting()));
        return tasks.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getValue() + " tasks cannot be graded because of one thing: "
                        + entry.getKey().lines().findFirst().orElse(""))
                .toList();
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

    /** Return a line about criteria that were not judged, with the first reason; nothing when there is none. */
    static Optional<String> notJudged(List<ResultRecord> results) {
        List<String> reasons = results.stream()
                .flatMap(result -> result.score().tasks().stream())
                .flatMap(task -> task.checks().stream().map(check -> Map.entry(task.task(), check)))
                .filter(entry -> entry.getValue().verdict() == Verdict.NOT_JUDGED)
                .map(entry -> entry.getKey() + "/" + entry.getValue().criterion() + ": "
                        + entry.getValue().message())
                .toList();
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of("Not judged, our fault and no student's: "
                        + (reasons.size() == 1 ? "1 criterion, " : reasons.size() + " criteria; the first is ")
                        + reasons.get(0));
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
