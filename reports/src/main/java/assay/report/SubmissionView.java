package assay.report;

import assay.check.CheckResult;
import assay.check.Evidence;
import assay.check.Verdict;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Be one graded submission as its page needs it. All texts are bounded, all numbers are texts.
 *
 * @param bar the parts of the points, in the order in which they are drawn
 * @param summary how often each verdict was given, without those that were not
 * @param alert why nothing could be judged, said once instead of for each criterion
 * @param first what to look at first, the most points first
 * @param prose what a person marks
 */
public record SubmissionView(
        String assignment,
        int version,
        String title,
        String submission,
        String points,
        String maxPoints,
        String sentence,
        List<Part> bar,
        List<Count> summary,
        Alert alert,
        List<Pointer> first,
        List<TaskView> tasks,
        ProseView prose,
        List<String> notes,
        String output,
        Isolation isolation,
        List<Fact> provenance,
        List<Fact> observed,
        List<String> children) {
    private static final String NO_POINTS = "–";
    private static final int MOST_FIRST = 4;
    private static final int MOST_OUTPUT = 64 * 1024;
    private static final int MOST_NOTES = 50;
    private static final int MOST_NOTE = 1000;

    public SubmissionView {
        bar = List.copyOf(bar);
        summary = List.copyOf(summary);
        first = List.copyOf(first);
        tasks = List.copyOf(tasks);
        notes = List.copyOf(notes);
        provenance = List.copyOf(provenance);
        observed = List.copyOf(observed);
        children = List.copyOf(children);
    }

    /** Be a part of the points: "earned", "lost", "open" or "later"; places in percent of the bar. */
    public record Part(String style, String label, String points, double from, double width) {}

    /** Say why nothing could be judged; both texts are "" when something could. */
    public record Alert(String title, String text, boolean ours) {}

    /** Be a verdict and how often it was given. */
    public record Count(VerdictWord verdict, int count) {}

    /** Point to a criterion on the page. */
    public record Pointer(String anchor, String task, String title, VerdictWord verdict, String hint) {}

    /** Be a name and what it stands for. */
    public record Fact(String name, String value) {}

    /** Be the isolation level with a sentence, both "" when it is not known. */
    public record Isolation(String level, String sentence) {}

    /** Be a task: {@code sheet} is its number on the sheet or "". */
    public record TaskView(
            String anchor,
            String id,
            String sheet,
            String title,
            String source,
            String points,
            String maxPoints,
            boolean full,
            List<CriterionView> criteria) {
        public TaskView {
            criteria = List.copyOf(criteria);
        }
    }

    /** Be a criterion: open on the page where {@code open}, else folded or one line. */
    public record CriterionView(
            String anchor,
            String title,
            VerdictWord verdict,
            String points,
            String maxPoints,
            String message,
            String diagnosis,
            boolean open,
            List<EvidenceView> evidence) {
        public CriterionView {
            evidence = List.copyOf(evidence);
        }
    }

    static SubmissionView of(ResultRecord record) {
        String common = common(record);
        List<TaskView> tasks = new ArrayList<>();
        for (TaskScore task : record.score().tasks()) {
            tasks.add(task("t" + (tasks.size() + 1), task, common));
        }
        return new SubmissionView(
                record.assignment(),
                record.assignmentVersion(),
                record.assignmentTitle(),
                EvidenceView.cell(record.submission()),
                // Nothing judged is not zero.
                ScoresCsv.isUnjudged(record)
                        ? NO_POINTS
                        : People.points(record.score().points()),
                People.points(record.score().maxPoints()),
                sentence(record),
                bar(record),
                summary(record),
                alert(record, common),
                common.isEmpty() ? first(tasks, record.score().tasks()) : List.of(),
                tasks,
                ProseView.of(record.prose()),
                notes(record, common),
                VisibleText.capped(record.output(), MOST_OUTPUT),
                isolation(record.provenance().facts().getOrDefault("isolation", "")),
                facts(record.provenance().facts()),
                observed(record),
                record.observed().children().stream().map(EvidenceView::cell).toList());
    }

    private static TaskView task(String anchor, TaskScore task, String common) {
        List<CriterionView> criteria = new ArrayList<>();
        for (CheckResult check : task.checks()) {
            criteria.add(criterion(anchor + "c" + (criteria.size() + 1), check, common));
        }
        return new TaskView(
                anchor,
                task.task(),
                task.sheet(),
                task.title(),
                task.source(),
                !criteria.isEmpty()
                                && criteria.stream()
                                        .allMatch(one -> one.verdict().isOpen())
                        ? NO_POINTS
                        : People.points(task.points()),
                People.points(task.maxPoints()),
                task.checks().stream().allMatch(check -> check.verdict() == Verdict.PASSED),
                criteria);
    }

    private static CriterionView criterion(String anchor, CheckResult check, String common) {
        boolean said = !common.isEmpty() && check.message().equals(common);
        VerdictWord word = VerdictWord.of(check.verdict());
        List<EvidenceView> evidence = new ArrayList<>();
        for (Evidence piece : check.evidence()) {
            evidence.add(EvidenceView.of(anchor + "e" + (evidence.size() + 1), piece));
        }
        String message = withoutCause(check);
        String cause = message.contains(check.diagnosis().sentence())
                ? ""
                : check.diagnosis().sentence();
        return new CriterionView(
                anchor,
                check.title(),
                word,
                word.isOpen() ? NO_POINTS : People.points(check.points()),
                People.points(check.maxPoints()),
                said ? "" : VisibleText.capped(message, EvidenceView.MOST_TEXT),
                VisibleText.capped(cause, EvidenceView.MOST_TEXT),
                word.wantsReading() && !said,
                evidence);
    }

    /** Return the message without the sentence of the diagnosis at its end, which has a place of its own on the page. */
    private static String withoutCause(CheckResult check) {
        String message = check.message();
        String cause = check.diagnosis().sentence();
        boolean repeats = !cause.isEmpty() && message.endsWith(cause) && message.length() > cause.length();
        return repeats ? message.substring(0, message.length() - cause.length()).strip() : message;
    }

    private static List<Part> bar(ResultRecord record) {
        double max = record.score().maxPoints();
        double earned = record.score().points();
        double open = record.score().openPoints();
        double later = record.score().hiddenPoints();
        double lost = Math.max(0, max - earned - open - later);
        List<Part> parts = new ArrayList<>();
        add(parts, "earned", "earned", earned, max);
        add(parts, "lost", "not earned", lost, max);
        add(parts, "open", "open", open, max);
        add(parts, "later", "judged later", later, max);
        return parts;
    }

    private static void add(List<Part> parts, String style, String label, double points, double max) {
        double from = parts.isEmpty()
                ? 0
                : parts.get(parts.size() - 1).from()
                        + parts.get(parts.size() - 1).width();
        if (points > 0.0049 && max > 0) {
            parts.add(new Part(style, label, People.points(points), Axis.round(from), Axis.round(100 * points / max)));
        }
    }

    private static String sentence(ResultRecord record) {
        if (!record.ungradable().isEmpty()) {
            return "Nothing of this submission could be graded; see below why.";
        }
        double earned = record.score().points();
        double open = record.score().openPoints();
        double later = record.score().hiddenPoints();
        double lost = record.score().maxPoints() - earned - open - later;
        List<String> sentences = new ArrayList<>();
        if (lost < 0.005) {
            if (earned > 0) {
                sentences.add(open + later == 0 ? "Everything is right. Well done!" : "All that was judged is right.");
            }
        } else {
            sentences.add(
                    People.pointsOf(lost) + (People.points(lost).equals("1") ? " was" : " were") + " not earned.");
        }
        if (later > 0) {
            sentences.add(People.pointsOf(later) + " will be judged when your instructor grades.");
        }
        if (open > 0) {
            sentences.add(People.pointsOf(open) + " could not be judged yet, and that costs you nothing.");
        }
        return String.join(" ", sentences);
    }

    private static List<Count> summary(ResultRecord record) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (TaskScore task : record.score().tasks()) {
            task.checks().forEach(check -> counts.merge(check.verdict(), 1, Integer::sum));
        }
        List<Count> summary = new ArrayList<>();
        counts.forEach((verdict, count) -> summary.add(new Count(VerdictWord.of(verdict), count)));
        return summary;
    }

    /** Choose the criteria that were answered and failed, those with the most points first. */
    private static List<Pointer> first(List<TaskView> tasks, List<TaskScore> scores) {
        record Candidate(double lost, Pointer pointer) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            for (int j = 0; j < tasks.get(i).criteria().size(); j++) {
                CriterionView view = tasks.get(i).criteria().get(j);
                CheckResult check = scores.get(i).checks().get(j);
                if (check.verdict() == Verdict.WRONG || check.verdict() == Verdict.UNGRADABLE) {
                    String hint = view.diagnosis().isEmpty() ? view.message() : view.diagnosis();
                    candidates.add(new Candidate(
                            check.maxPoints() - check.points(),
                            new Pointer(
                                    view.anchor(),
                                    name(tasks.get(i)),
                                    view.title(),
                                    view.verdict(),
                                    EvidenceView.cell(hint))));
                }
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::lost).reversed())
                .limit(MOST_FIRST)
                .map(Candidate::pointer)
                .toList();
    }

    private static String name(TaskView task) {
        return task.sheet().isEmpty() ? task.title() : task.sheet() + " " + task.title();
    }

    /** Return the message that all criteria share when nothing was judged, or "". */
    private static String common(ResultRecord record) {
        if (!record.ungradable().isEmpty()) {
            return record.ungradable();
        }
        List<String> messages = record.score().tasks().stream()
                .flatMap(task -> task.checks().stream())
                .map(CheckResult::message)
                .distinct()
                .toList();
        return ScoresCsv.isUnjudged(record) && messages.size() == 1 ? messages.get(0) : "";
    }

    private static Alert alert(ResultRecord record, String common) {
        String text = VisibleText.capped(common, EvidenceView.MOST_TEXT);
        if (text.isEmpty()) {
            return new Alert("", "", false);
        }
        return new Alert(
                record.ungradable().isEmpty()
                        ? "Nothing could be judged, and that is not your fault"
                        : "This submission cannot be graded",
                text,
                record.ungradable().isEmpty());
    }

    private static List<String> notes(ResultRecord record, String common) {
        List<String> notes = new ArrayList<>(record.notes().stream()
                .filter(note -> !note.equals(common))
                .limit(MOST_NOTES)
                .map(note -> VisibleText.capped(note, MOST_NOTE))
                .toList());
        if (record.notes().size() > MOST_NOTES) {
            notes.add("… " + (record.notes().size() - MOST_NOTES) + " more notes are in the record.");
        }
        return notes;
    }

    private static Isolation isolation(String fact) {
        String level = fact.isBlank() ? "" : fact.strip().substring(0, 1);
        return switch (level) {
            case "A" -> new Isolation(fact, "full isolation: own namespaces, system call filter, limits and watchdog");
            case "B" ->
                new Isolation(
                        fact,
                        "as level A, but with a GPU and its driver in reach: more to attack, and memory that is not limited");
            case "C" -> new Isolation(fact, "an ordinary process with limits, good enough for one's own code");
            default -> new Isolation(EvidenceView.cell(fact), "");
        };
    }

    private static List<Fact> facts(Map<String, String> facts) {
        List<Fact> listed = new ArrayList<>();
        facts.forEach((name, value) -> listed.add(new Fact(EvidenceView.cell(name), EvidenceView.cell(value))));
        return listed;
    }

    private static List<Fact> observed(ResultRecord record) {
        List<Fact> listed = new ArrayList<>();
        listed.add(new Fact("graded at", record.observed().at()));
        record.observed()
                .numbers()
                .forEach((name, value) -> listed.add(new Fact(EvidenceView.cell(name), People.number(value, 6))));
        return listed;
    }
}
