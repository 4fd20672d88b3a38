package assay.check;

import assay.api.Answers;
import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.assignment.BadAssignment;
import assay.assignment.CheckSpec;
import assay.assignment.Criterion;
import assay.assignment.GivenCase;
import assay.assignment.Suggestion;
import assay.assignment.Task;
import assay.assignment.TaskGrading;
import assay.check.diagnosis.Comparisons;
import assay.run.Exchange;
import assay.run.Fault;
import assay.run.Outcome;
import assay.run.References;
import assay.run.RunPlanner;
import assay.timing.Timing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Judge all criteria of a submission from its exchanges. Pure: nothing is run, nothing is read. */
public final class CheckStage {
    private static final Logger LOG = LoggerFactory.getLogger(CheckStage.class);
    private static final Set<Verdict> KEPT_WITHOUT_NEEDS =
            EnumSet.of(Verdict.MISSING, Verdict.UNGRADABLE, Verdict.NOT_JUDGED, Verdict.HIDDEN);

    private final Assignment assignment;
    private final References references;
    private final Map<String, Map<String, BoundCheck>> checks = new LinkedHashMap<>();

    /**
     * Bind all checks of {@code assignment}.
     *
     * @throws assay.assignment.BadAssignment if a check does not fit, with file and line
     */
    public CheckStage(Assignment assignment, References references) {
        this.assignment = assignment;
        this.references = references;
        for (TaskGrading grading : assignment.grading()) {
            Task task = assignment.task(grading.task()).orElseThrow();
            Map<String, BoundCheck> byCriterion = new LinkedHashMap<>();
            for (CheckSpec spec : grading.checks()) {
                BoundCheck bound = CheckKinds.bind(spec, task);
                requireCases(bound.on().names(), spec, task, grading);
                requireNeeds(bound, spec, task);
                byCriterion.put(spec.criterion(), bound);
            }
            checks.put(task.id(), byCriterion);
        }
    }

    private void requireCases(List<String> names, CheckSpec spec, Task task, TaskGrading grading) {
        Set<String> known = new LinkedHashSet<>(RunPlanner.names(task, grading, references.of(task.id())));
        for (String name : names) {
            if (!known.contains(name)) {
                known.addAll(List.of("all", "drawn", "edge"));
                throw new BadAssignment(
                        spec.place().file(),
                        spec.place().line("/on" + at(spec, name)),
                        "no case of '" + task.id() + "' is called '" + name + "'",
                        Suggestion.of(name, known));
            }
        }
    }

    /** Speed is worth nothing by itself: a criterion that is timed needs one that judges what is computed. */
    private static void requireNeeds(BoundCheck bound, CheckSpec spec, Task task) {
        boolean needs = task.criteria().stream()
                .filter(criterion -> criterion.id().equals(spec.criterion()))
                .anyMatch(criterion -> !criterion.needs().isEmpty());
        if (bound.dependsOnTime() && !needs) {
            throw new BadAssignment(
                    spec.place().file(),
                    spec.place().line("/kind"),
                    "criterion '" + spec.criterion() + "' is timed and needs no other",
                    "name those that judge what is computed in its key 'needs' in " + AssignmentReader.DESCRIPTION);
        }
    }

    /** Return the pointer of one name in the list {@code on}; "" when it is a word. */
    private static String at(CheckSpec spec, String name) {
        JsonNode on = spec.parameters().path("on");
        for (int i = 0; i < on.size(); i++) {
            if (on.get(i).isString() && on.get(i).stringValue().equals(name)) {
                return "/" + i;
            }
        }
        return "";
    }

    /** Return the checks of one task by criterion, in the order of its criteria. */
    public Map<String, BoundCheck> checks(String task) {
        return Collections.unmodifiableMap(checks.getOrDefault(task, Map.of()));
    }

    /**
     * Judge one criterion by itself, whether or not those that it needs have passed; {@code exchanges} are of its task only.
     *
     * @throws IllegalArgumentException if nothing judges it
     */
    public Judgement alone(Task task, Criterion criterion, List<Exchange> exchanges) {
        BoundCheck check = checks(task.id()).get(criterion.id());
        if (check == null) {
            throw new IllegalArgumentException("no check judges " + task.id() + " " + criterion.id());
        }
        return judge(task, criterion, check, context(task, exchanges));
    }

    /** Lay the numbers of one criterion beside the right ones; empty where it compares none, or where there are none. */
    public Optional<Comparisons> compared(Task task, Criterion criterion, List<Exchange> exchanges) {
        BoundCheck check = checks(task.id()).get(criterion.id());
        return check == null ? Optional.empty() : check.compared(context(task, exchanges));
    }

    /** Judge one task where nothing was timed; the results stand in the order of its criteria. */
    public List<CheckResult> judge(Task task, List<Exchange> exchanges) {
        return judge(task, context(task, exchanges), List.of());
    }

    /** Judge where nothing was timed; the results stand in the order of the assignment's tasks and criteria. */
    public Map<String, List<CheckResult>> judge(List<Exchange> exchanges) {
        return judge(exchanges, List.of());
    }

    /** Judge; the results stand in the order of the assignment's tasks and criteria. */
    public Map<String, List<CheckResult>> judge(List<Exchange> exchanges, List<Timing> timings) {
        Map<String, List<CheckResult>> results = new LinkedHashMap<>();
        for (Task task : assignment.tasks()) {
            results.put(task.id(), judge(task, context(task, exchanges), timings));
        }
        return results;
    }

    private List<CheckResult> judge(Task task, CheckContext context, List<Timing> timings) {
        Map<String, BoundCheck> bound = checks.getOrDefault(task.id(), Map.of());
        Optional<Judgement> missing = references.missing(task.id()).map(CheckStage::withoutData);
        List<CheckResult> results = new ArrayList<>();
        for (Criterion criterion : task.criteria()) {
            Optional<BoundCheck> check = Optional.ofNullable(bound.get(criterion.id()));
            Judgement judgement = missing.filter(one -> check.isPresent())
                    .or(() -> check.map(
                            one -> judge(task, criterion, one, context.timed(measured(task, criterion, timings)))))
                    .orElseGet(() -> Judgement.without(
                            Verdict.HIDDEN, "hidden", "This is judged when your instructor grades, not here."));
            Judgement settled = settle(criterion, judgement, results);
            results.add(CheckResult.of(criterion, check.map(BoundCheck::kind).orElse(""), settled));
        }
        return results;
    }

    private static @Nullable Timing measured(Task task, Criterion criterion, List<Timing> timings) {
        return timings.stream()
                .filter(one -> one.task().equals(task.id()) && one.criterion().equals(criterion.id()))
                .findFirst()
                .orElse(null);
    }

    private static Judgement withoutData(String why) {
        return Judgement.without(
                Verdict.NOT_JUDGED, "no-data", "Not judged, which costs nothing, because data are missing: " + why);
    }

    /** Return whether the exchanges of one task so far decide all its criteria whatever more is answered. */
    public boolean isDecided(String taskId, List<Exchange> answered) {
        Task task = assignment.task(taskId).orElseThrow();
        CheckContext context = context(task, answered);
        Map<String, BoundCheck> bound = checks.getOrDefault(taskId, Map.of());
        try {
            return !bound.isEmpty() && bound.values().stream().allMatch(check -> check.isDecided(context));
        } catch (RuntimeException e) {
            LOG.error("whether {} is decided cannot be told, so all is asked", taskId, e);
            return false;
        }
    }

    /** Judge one criterion; a check that fails is our fault and never the student's. */
    private static Judgement judge(Task task, Criterion criterion, BoundCheck check, CheckContext context) {
        try {
            return check.judge(context);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            LOG.error("check {} of {}/{} failed", check.kind(), task.id(), criterion.id(), e);
            return Judgement.without(
                    Verdict.NOT_JUDGED,
                    "check-failed",
                    "The check itself failed (" + e.getClass().getSimpleName() + "); this is not your fault.");
        }
    }

    private static Judgement settle(Criterion criterion, Judgement judgement, List<CheckResult> before) {
        if (KEPT_WITHOUT_NEEDS.contains(judgement.verdict())) {
            return judgement;
        }
        for (CheckResult earlier : before) {
            if (criterion.needs().contains(earlier.criterion()) && earlier.verdict() != Verdict.PASSED) {
                boolean open = earlier.verdict() == Verdict.NOT_JUDGED;
                return Judgement.without(
                        open ? Verdict.NOT_JUDGED : Verdict.SKIPPED,
                        "needs-" + earlier.criterion(),
                        "Judged only when '" + earlier.title() + "' has passed.");
            }
        }
        return judgement;
    }

    /** What was not asked as enough was known is as if it had not been planned. */
    private static boolean isNotNeeded(Exchange exchange) {
        return exchange.outcome() instanceof Outcome.Failed failed && failed.fault() == Fault.NOT_NEEDED;
    }

    private CheckContext context(Task task, List<Exchange> exchanges) {
        Map<String, Answers> written = new LinkedHashMap<>();
        assignment
                .gradingOf(task.id())
                .ifPresent(
                        grading -> grading.cases().forEach((GivenCase one) -> written.put(one.name(), one.expected())));
        List<Trial> trials = exchanges.stream()
                .filter(exchange -> exchange.request().task().equals(task.id()))
                .filter(exchange -> !isNotNeeded(exchange))
                .map(exchange -> new Trial(
                        exchange.request(),
                        exchange.outcome(),
                        exchange.request().edge()
                                ? written.getOrDefault(exchange.request().label(), Answers.none())
                                : Answers.none()))
                .toList();
        return new CheckContext(task, trials, references.of(task.id()).orElse(null));
    }
}
