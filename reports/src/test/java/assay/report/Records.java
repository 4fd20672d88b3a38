package assay.report;

import assay.check.CheckResult;
import assay.check.Diagnosis;
import assay.check.Evidence;
import assay.check.Verdict;
import assay.result.Observed;
import assay.result.Provenance;
import assay.result.ResultRecord;
import assay.score.ProseScore;
import assay.score.Score;
import assay.score.TaskScore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Make result records, as grading does. */
final class Records {
    private Records() {}

    /** A submission with every verdict and every kind of evidence. */
    static ResultRecord rich() {
        return record("team-07", tasks(), List.of("The file 'notes.txt' was not used."), "", output())
                .withProse(prose());
    }

    /** All right, nothing open. */
    static ResultRecord perfect() {
        List<TaskScore> tasks = List.of(task(
                "bce/gradient",
                "0.1a",
                "Gradient of the cross-entropy",
                "Python",
                passed("gradient", "The gradient", 5, "Right in all 24 cases.", Pieces.errorsWithin()),
                passed("stable", "No overflow for large inputs", 3, "Right in all 4 cases.")));
        return record("all-right", tasks, List.of(), "", "");
    }

    /** As {@code check} gives it: the private criteria are hidden. */
    static ResultRecord local() {
        List<TaskScore> tasks = List.of(task(
                "bce/gradient",
                "0.1a",
                "Gradient of the cross-entropy",
                "Python",
                passed("by-hand", "The written case", 2, "Right in the case 'by hand'."),
                check(
                        "gradient",
                        "The gradient",
                        Verdict.HIDDEN,
                        0,
                        6,
                        "hidden",
                        "This is judged when your instructor grades, not here.")));
        return record("my-folder", tasks, List.of(), "", "");
    }

    /** Nothing of it can be read. */
    static ResultRecord ungradable() {
        String why = "answers.yaml:3: a list must be closed with ']'. Look at the line before.";
        List<TaskScore> tasks = List.of(task(
                "bce/gradient",
                "0.1a",
                "Gradient of the cross-entropy",
                "nothing handed in",
                check("gradient", "The gradient", Verdict.UNGRADABLE, 0, 5, "unreadable", why),
                check("stable", "No overflow for large inputs", Verdict.UNGRADABLE, 0, 3, "unreadable", why)));
        return record("broken-file", tasks, List.of(), why, "");
    }

    /** The machine failed. */
    static ResultRecord unjudged() {
        String why = "Assay could not grade this submission: no space left on the disk";
        List<TaskScore> tasks = List.of(task(
                "bce/gradient",
                "0.1a",
                "Gradient of the cross-entropy",
                "nothing handed in",
                check("gradient", "The gradient", Verdict.NOT_JUDGED, 0, 5, "harness", why),
                check("stable", "No overflow for large inputs", Verdict.NOT_JUDGED, 0, 3, "harness", why)));
        return record("unlucky", tasks, List.of(why), "", "");
    }

    /** {@code count} submissions of {@code tasks} tasks with three criteria each. */
    static List<ResultRecord> many(int count, int tasks) {
        SplittableRandom random = new SplittableRandom(2024);
        List<ResultRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double skill = 0.25 + 0.75 * random.nextDouble();
            List<TaskScore> scores = new ArrayList<>();
            for (int t = 1; t <= tasks; t++) {
                scores.add(task(
                        "task/" + t,
                        "0." + t,
                        "Task number " + t,
                        "Java",
                        drawn(random, skill, "value"),
                        drawn(random, skill, "shape"),
                        drawn(random, skill, "edge")));
            }
            records.add(record("student-%04d".formatted(i), scores, List.of(), "", ""));
        }
        return records;
    }

    private static CheckResult drawn(SplittableRandom random, double skill, String criterion) {
        String title = "The " + criterion + " of the answer";
        if (random.nextDouble() < skill) {
            return passed(criterion, title, 2, "Right in all 24 cases.");
        }
        if (random.nextInt(4) == 0) {
            return check(
                    criterion, title, Verdict.MISSING, 0, 2, "not-answered", "Nothing was handed in for this task.");
        }
        Diagnosis diagnosis = switch (random.nextInt(3)) {
            case 0 -> new Diagnosis("factor-2", "Right up to the factor 2: was the 2 from the square dropped?");
            case 1 -> new Diagnosis("negated", "The sign is the wrong way round.");
            default -> Diagnosis.none();
        };
        return new CheckResult(
                criterion,
                title,
                "close-to",
                Verdict.WRONG,
                0,
                2,
                "wrong-value",
                "In case 'draw 3': 0.5 was expected.",
                diagnosis,
                List.of());
    }

    private static List<TaskScore> tasks() {
        return List.of(gradient(), loss(), triangle(), graph(), descent());
    }

    private static TaskScore gradient() {
        return task(
                "bce/gradient",
                "0.1a",
                "Gradient of the cross-entropy",
                "Python",
                wrong(
                        "gradient",
                        "The gradient with respect to the weights",
                        5,
                        "In case 'draw 3': entry [0] is -1.848, expected -0.924.",
                        new Diagnosis(
                                "factor-2",
                                "Your gradient is the right one times 2, in all 20 draws."
                                        + " Was a square differentiated that is not there?"),
                        Pieces.numbers(),
                        Pieces.errorsBeyond()),
                check(
                        "stable",
                        "No overflow for large inputs",
                        Verdict.SKIPPED,
                        0,
                        3,
                        "needs-gradient",
                        "Judged only when 'The gradient with respect to the weights' has passed."));
    }

    private static TaskScore loss() {
        return task(
                "bce/loss",
                "0.1b",
                "Value of the loss",
                "Python",
                passed(
                        "value",
                        "The value",
                        4,
                        "Right in all 24 cases; at most 0.07 % of the allowed error.",
                        Pieces.errorsWithin(),
                        Pieces.numbers()),
                check(
                        "witness",
                        "A separable data set without a minimum",
                        Verdict.MISSING,
                        0,
                        2,
                        "not-answered",
                        "'witness' is not among the answers (given: loss)."));
    }

    private static TaskScore triangle() {
        return task(
                "triangle/network",
                "0.2",
                "A network that is 1 exactly inside a triangle",
                "answers.yaml",
                wrong(
                        "inside",
                        "Inside and outside",
                        10,
                        "The network gives 1 at (1, 1), which lies outside. Three cells of the plane are wrong.",
                        new Diagnosis(
                                "threshold",
                                "The output unit fires as soon as two of the three hidden"
                                        + " units fire. It must wait for all three."),
                        Pieces.regions(),
                        Pieces.regionsMissed()),
                check(
                        "edges",
                        "The edges",
                        Verdict.SKIPPED,
                        0,
                        8,
                        "needs-inside",
                        "Judged only when 'Inside and outside' has passed."));
    }

    private static TaskScore graph() {
        return task(
                "graph/steps",
                "0.3a",
                "Intermediate variables",
                "answers.yaml",
                wrong(
                        "single",
                        "One operation in each line",
                        6,
                        "t7 holds two operations: 'ln' and '+'.",
                        Diagnosis.none(),
                        Pieces.graph()),
                wrong(
                        "choice",
                        "True or false",
                        2,
                        "1 of 2 statements is marked wrongly.",
                        Diagnosis.none(),
                        Pieces.table()));
    }

    private static TaskScore descent() {
        return task(
                "linreg/descent",
                "0.4",
                "Gradient descent",
                "Java",
                wrong(
                        "descent",
                        "The way down",
                        6,
                        "From step 1 on the loss is larger than the reference's.",
                        new Diagnosis("learning-rate", "It goes down, but as with a quarter of the step size."),
                        Pieces.curves()),
                check(
                        "speed",
                        "Not slower than five times the reference",
                        Verdict.INCONCLUSIVE,
                        0,
                        2,
                        "noise",
                        "The machine was too busy to tell: 4 more runs are needed."),
                check(
                        "compiles",
                        "The prediction",
                        Verdict.UNGRADABLE,
                        0,
                        2,
                        "not-compiled",
                        "Does not compile: ';' expected (Solution.java:31)"),
                check(
                        "gpu",
                        "The same on the graphics card",
                        Verdict.NOT_JUDGED,
                        0,
                        3,
                        "harness",
                        "No graphics card answered. This is not your fault."),
                check(
                        "private",
                        "On data that you have not seen",
                        Verdict.HIDDEN,
                        0,
                        7,
                        "hidden",
                        "This is judged when your instructor grades, not here."));
    }

    private static String output() {
        return "epoch 1 loss 12.4\nepoch 2 loss 12.1\n␛[31mred␛[0m <b>not bold</b> ${7*7}\n" + "x".repeat(300) + "\n";
    }

    static TaskScore task(String id, String sheet, String title, String source, CheckResult... checks) {
        double points = 0;
        double max = 0;
        for (CheckResult check : checks) {
            points += check.points();
            max += check.maxPoints();
        }
        return new TaskScore(id, sheet, title, source, points, max, List.of(checks));
    }

    static CheckResult passed(String id, String title, double points, String message, Evidence... evidence) {
        return new CheckResult(
                id,
                title,
                "close-to",
                Verdict.PASSED,
                points,
                points,
                "",
                message,
                Diagnosis.none(),
                List.of(evidence));
    }

    static CheckResult wrong(
            String id, String title, double max, String message, Diagnosis diagnosis, Evidence... evidence) {
        return new CheckResult(
                id, title, "close-to", Verdict.WRONG, 0, max, "wrong-value", message, diagnosis, List.of(evidence));
    }

    static CheckResult check(
            String id, String title, Verdict verdict, double points, double max, String cause, String message) {
        return new CheckResult(id, title, "", verdict, points, max, cause, message, Diagnosis.none(), List.of());
    }

    /** One item that is marked, and one that waits. */
    private static List<ProseScore> prose() {
        return List.of(
                new ProseScore(
                        "convexity-proof",
                        "0.1b",
                        "Proof that the loss is convex",
                        5,
                        true,
                        3.5,
                        "The Hessian is right; say why it is positive semidefinite.",
                        "The Hessian is X^T D X with D >= 0."),
                new ProseScore("graph-reading", "0.3b", "What the graph shows", 2, false, 0, "", ""));
    }

    static ResultRecord record(String id, List<TaskScore> tasks, List<String> notes, String ungradable, String output) {
        return new ResultRecord(
                ResultRecord.SCHEMA,
                "dnn-basics",
                1,
                "Basics of deep neural networks",
                id,
                id + "-0a1b2c3d",
                score(tasks),
                List.of(),
                notes,
                0,
                ungradable,
                output,
                new Provenance(Map.of(
                        "assay.version",
                        "0.1.0",
                        "assignment.digest",
                        "5f0c".repeat(16),
                        "submission.digest",
                        "%064x".formatted(id.hashCode() & 0xffffffffL),
                        "seed",
                        "8c1d".repeat(8),
                        "jdk",
                        "17.0.15",
                        "isolation",
                        "A")),
                new Observed(
                        "2026-11-20T10:15:30Z",
                        Map.of("wallMillis", 1834.25, "cpuMillis", 1622.0, "peakMiB", 142.5),
                        List.of("python 3.11.2: ended by the harness after 41 answers")));
    }

    static Score score(List<TaskScore> tasks) {
        return new Score(
                tasks.stream().mapToDouble(TaskScore::points).sum(),
                tasks.stream().mapToDouble(TaskScore::maxPoints).sum(),
                max(tasks, EnumSet.of(Verdict.NOT_JUDGED, Verdict.INCONCLUSIVE)),
                max(tasks, EnumSet.of(Verdict.HIDDEN)),
                tasks);
    }

    private static double max(List<TaskScore> tasks, EnumSet<Verdict> verdicts) {
        return tasks.stream()
                .flatMap(task -> task.checks().stream())
                .filter(check -> verdicts.contains(check.verdict()))
                .mapToDouble(CheckResult::maxPoints)
                .sum();
    }
}
