package assay.grade;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.assignment.Criterion;
import assay.assignment.Library;
import assay.assignment.Limits;
import assay.assignment.Task;
import assay.check.BoundCheck;
import assay.check.CheckResult;
import assay.check.CheckStage;
import assay.check.Judgement;
import assay.check.Verdict;
import assay.run.ChildPlan;
import assay.run.Exchange;
import assay.run.Language;
import assay.run.Outcome;
import assay.run.References;
import assay.run.Request;
import assay.run.RunTrace;
import assay.run.Sandbox;
import assay.run.Seeds;
import assay.run.Source;
import assay.submission.Submission;
import assay.timing.Race;
import assay.timing.Timing;
import assay.timing.Timing.Blame;
import assay.timing.Timing.Trouble;
import assay.timing.TimingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Time what is right: each timed criterion of a task that the submission's code solves, once the criteria that it needs have
 * passed. What is answered while times are taken is judged by these criteria again: all of it roughly, by the answers of the
 * timed reference, and some of it, chosen at random, in full.
 */
final class TimingStage {
    private static final int LOOKED_AT = 6;
    private static final double ROUGHLY = 1e-6;

    private final Assignment assignment;
    private final References references;
    private final Sandbox sandbox;
    private final CheckStage checks;

    TimingStage(Assignment assignment, References references, Sandbox sandbox, CheckStage checks) {
        this.assignment = assignment;
        this.references = references;
        this.sandbox = sandbox;
        this.checks = checks;
    }

    /** Time what can be timed; nothing in an assignment without timed criteria. */
    List<Timing> run(Submission submission, Seeds seeds, RunTrace trace) throws IOException {
        List<Timing> timings = new ArrayList<>();
        for (Task task : assignment.tasks()) {
            for (Timed timed : ready(task, trace)) {
                timings.add(time(timed, submission, seeds));
            }
        }
        return timings;
    }

    /** Return the criteria of one task that are to be timed; none where the task was not solved by code in one language. */
    private List<Timed> ready(Task task, RunTrace trace) {
        Map<String, TimingRule> rules = new LinkedHashMap<>();
        checks.checks(task.id())
                .forEach((criterion, check) -> check.timing().ifPresent(rule -> rules.put(criterion, rule)));
        List<Exchange> usual = trace.exchanges().stream()
                .filter(one -> one.request().task().equals(task.id()))
                .toList();
        Optional<Language> language = language(usual);
        if (rules.isEmpty() || language.isEmpty()) {
            return List.of();
        }
        List<CheckResult> results = checks.judge(task, usual);
        return task.criteria().stream()
                .filter(criterion -> hasPassed(criterion, results))
                .flatMap(criterion -> Optional.ofNullable(rules.get(criterion.id())).stream()
                        .map(rule -> new Timed(task, criterion, rule, language.get(), usual)))
                .toList();
    }

    /** Hold one criterion that is to be timed, with the usual exchanges of its task, which are right. */
    private record Timed(Task task, Criterion criterion, TimingRule rule, Language language, List<Exchange> usual) {
        /** Return the usual exchanges and one more: what is right without it is wrong by it alone. */
        List<Exchange> with(Exchange one) {
            List<Exchange> all = new ArrayList<>(usual);
            all.add(one);
            return all;
        }

        String name() {
            return "timed|" + task.id() + "|" + criterion.id();
        }
    }

    private static boolean hasPassed(Criterion criterion, List<CheckResult> results) {
        return criterion.needs().stream()
                .allMatch(need -> results.stream()
                        .anyMatch(one -> one.criterion().equals(need) && one.verdict() == Verdict.PASSED));
    }

    private static Optional<Language> language(List<Exchange> exchanges) {
        Set<Source> sources = new LinkedHashSet<>();
        exchanges.forEach(exchange -> sources.add(exchange.source()));
        if (sources.equals(Set.of(Source.JAVA))) {
            return Optional.of(Language.JAVA);
        }
        return sources.equals(Set.of(Source.PYTHON)) ? Optional.of(Language.PYTHON) : Optional.empty();
    }

    private Timing time(Timed timed, Submission submission, Seeds seeds) throws IOException {
        Path folder = assignment.folder().resolve(AssignmentReader.TIMING);
        boolean java = timed.language() == Language.JAVA;
        List<String> files = files(folder, java ? ".java" : ".py");
        Optional<ReferenceTask> reference = references.of(timed.task().id());
        if (files.isEmpty() || reference.isEmpty()) {
            String name = java ? "Java" : "Python";
            return notTimed(timed, "Its speed was not measured: there is no reference in " + name + ".");
        }
        Limits limits = limits(timed.rule());
        ChildPlan right = new ChildPlan(timed.language(), folder, files, limits, List.of());
        ChildPlan theirs = new ChildPlan(
                timed.language(),
                submission.folder(),
                java ? submission.javaFiles() : submission.pythonFiles(),
                limits,
                List.of());
        long seed = seeds.draws(timed.name());
        Race.Subject subject =
                new Race.Subject(timed.task().id(), timed.criterion().id(), seed);
        List<Library> libraries = timed.task().libraries();
        return new Race(sandbox, right.with(libraries), theirs.with(libraries), timed.rule())
                .run(subject, requests(timed, reference.get(), seeds, seed), examiner(timed, seed));
    }

    private static Timing notTimed(Timed timed, String why) {
        return new Timing(
                timed.task().id(),
                timed.criterion().id(),
                timed.language().name().toLowerCase(Locale.ROOT),
                "cpu",
                "not",
                "not",
                List.of(),
                new Trouble(Blame.HARNESS, "no-timed-reference", why));
    }

    private static List<String> files(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    /** A child lives as long as its session, most of the time asleep. */
    private Limits limits(TimingRule rule) {
        Limits usual = assignment.limits();
        return new Limits(
                usual.startSeconds(),
                usual.requestSeconds(),
                Math.max(usual.totalSeconds(), 60 + 10 * rule.seconds()),
                usual.heapMiB(),
                usual.memoryMiB(),
                usual.processes(),
                usual.outputKiB());
    }

    private static Supplier<Request> requests(Timed timed, ReferenceTask reference, Seeds seeds, long seed) {
        Draw draw = new Draw(seed);
        AtomicInteger number = new AtomicInteger();
        return () -> {
            int index = number.getAndIncrement();
            String id = seeds.requestId(timed.name(), index);
            String label = "timed " + (index + 1);
            return new Request(id, timed.task().id(), label, false, reference.drawTimed(draw));
        };
    }

    private Race.Examiner examiner(Timed timed, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x7a);
        return (submission, reference) -> {
            int count = Math.min(submission.size(), reference.size());
            Set<Integer> chosen = new LinkedHashSet<>();
            for (int i = 0; i < count; i++) {
                if (!isRoughly(submission.get(i).outcome(), reference.get(i).outcome())) {
                    chosen.add(i);
                    break;
                }
            }
            for (int i = 0; i < LOOKED_AT && count > 0; i++) {
                chosen.add(random.nextInt(count));
            }
            for (int i : chosen) {
                Trouble trouble = look(timed, submission.get(i), reference.get(i));
                if (trouble.blame() != Blame.NOBODY) {
                    return trouble;
                }
            }
            return Trouble.none();
        };
    }

    /** Judge one answer in full; the reference's, too, since ours may be wrong. */
    private Trouble look(Timed timed, Exchange theirs, Exchange ours) {
        for (String need : timed.criterion().needs()) {
            BoundCheck check = checks.checks(timed.task().id()).get(need);
            if (check == null || !check.on().choosesDrawn()) {
                continue;
            }
            Criterion criterion = timed.task().criteria().stream()
                    .filter(one -> one.id().equals(need))
                    .findFirst()
                    .orElseThrow();
            Judgement right = checks.alone(timed.task(), criterion, timed.with(ours));
            if (right.verdict() != Verdict.PASSED) {
                return new Trouble(
                        Blame.HARNESS, "timed-reference", "The reference of the timing is wrong: " + right.message());
            }
            Judgement judged = checks.alone(timed.task(), criterion, timed.with(theirs));
            if (judged.verdict() != Verdict.PASSED) {
                Blame blame = judged.verdict() == Verdict.NOT_JUDGED ? Blame.HARNESS : Blame.SUBMISSION;
                return new Trouble(
                        blame,
                        "wrong-when-timed",
                        "An answer that was given while time was measured is wrong ('" + criterion.title() + "', "
                                + theirs.request().label() + "): " + judged.message());
            }
        }
        return Trouble.none();
    }

    private static boolean isRoughly(Outcome theirs, Outcome ours) {
        return theirs instanceof Outcome.Answered given
                && ours instanceof Outcome.Answered right
                && isRoughly(given.answers(), right.answers());
    }

    private static boolean isRoughly(Answers given, Answers right) {
        for (Map.Entry<String, Value> one : right.fields().byName().entrySet()) {
            Value value = given.get(one.getKey()).orElse(one.getValue());
            if (one.getValue() instanceof Tensor expected
                    && !(value instanceof Tensor actual && isRoughly(actual, expected))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRoughly(Tensor actual, Tensor expected) {
        if (!actual.shape().equals(expected.shape())) {
            return false;
        }
        double largest = 0;
        double furthest = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.at(i)));
            double distance = Math.abs(actual.at(i) - expected.at(i));
            furthest = distance <= furthest ? furthest : distance;
        }
        return furthest <= ROUGHLY * largest;
    }
}
