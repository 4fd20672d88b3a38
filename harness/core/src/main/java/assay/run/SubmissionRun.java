package assay.run;

import assay.assignment.Assignment;
import assay.assignment.Library;
import assay.assignment.Task;
import assay.assignment.Way;
import assay.submission.AnswersFile;
import assay.submission.Submission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Carry out a plan: answers from the file first, then Java, then Python for the tasks that are still open. */
public final class SubmissionRun {
    private final Assignment assignment;
    private final Sandbox sandbox;
    private final Sufficiency sufficiency;

    /** Run submissions of {@code assignment} in {@code sandbox}, and ask them everything. */
    public SubmissionRun(Assignment assignment, Sandbox sandbox) {
        this(assignment, sandbox, Sufficiency.never());
    }

    /** Run submissions of {@code assignment} in {@code sandbox}; training tasks are asked until {@code sufficiency} has enough. */
    public SubmissionRun(Assignment assignment, Sandbox sandbox, Sufficiency sufficiency) {
        this.assignment = assignment;
        this.sandbox = sandbox;
        this.sufficiency = sufficiency;
    }

    /** Run one submission; every request of the plan gets an exchange. */
    public RunTrace run(Submission submission, AnswersFile answers, RunPlan plan) {
        Map<String, Exchange> done = new LinkedHashMap<>();
        plan.requests()
                .forEach(request ->
                        fromFile(submission, request, answers).ifPresent(one -> done.put(request.id(), one)));
        Map<String, Exchange> lastResort = new LinkedHashMap<>();
        StringBuilder output = new StringBuilder();
        List<String> children = new ArrayList<>();
        List<String> misplaced = new ArrayList<>(unread(answers, plan));
        Map<String, String> libraries = new TreeMap<>();
        Map<String, Double> observed = new TreeMap<>();
        for (Language language : Language.values()) {
            List<String> files = language == Language.JAVA ? submission.javaFiles() : submission.pythonFiles();
            List<Request> open = open(plan, done);
            Set<String> offered = new TreeSet<>();
            for (List<Request> together : files.isEmpty() ? List.<List<Request>>of() : byLibraries(language, open)) {
                ChildTrace trace = sandbox.run(plan(language, submission, files, together));
                for (Request request : together) {
                    Task task = assignment.task(request.task()).orElseThrow();
                    Outcome outcome = new LibraryHint(assignment).explain(outcome(trace, request), task);
                    keep(new Exchange(request, language.source(), Fractions.read(outcome, task)), done, lastResort);
                }
                output.append(trace.output());
                children.addAll(trace.children());
                offered.addAll(trace.offered());
                libraries.putAll(trace.libraries());
                trace.observed().forEach((name, value) -> observed.merge(name, value, Double::sum));
            }
            misplaced.addAll(new Misplaced(assignment).of(language, List.copyOf(offered)));
        }
        List<Exchange> exchanges = plan.requests().stream()
                .map(request ->
                        done.getOrDefault(request.id(), lastResort.getOrDefault(request.id(), nothing(request))))
                .toList();
        return new RunTrace(exchanges, output.toString(), children, misplaced, libraries, observed);
    }

    /** Tell what cannot be read among the answers to tasks that are judged elsewhere: a student must not learn it from the grades. */
    private List<String> unread(AnswersFile answers, RunPlan plan) {
        return assignment.tasks().stream()
                .filter(task -> plan.requests().stream()
                        .noneMatch(request -> request.task().equals(task.id())))
                .flatMap(task ->
                        answers.of(task.id()).stream().flatMap(given -> new FileAnswers(task, given).flaws().stream()))
                .toList();
    }

    /** Put together what one child answers: requests of tasks with the same libraries, in the order of the plan. */
    private List<List<Request>> byLibraries(Language language, List<Request> open) {
        Map<List<Library>, List<Request>> groups = new LinkedHashMap<>();
        open.forEach(request -> groups.computeIfAbsent(libraries(language, request), one -> new ArrayList<>())
                .add(request));
        return List.copyOf(groups.values());
    }

    private List<Library> libraries(Language language, Request request) {
        return language == Language.JAVA
                ? assignment.task(request.task()).orElseThrow().libraries()
                : List.of();
    }

    private ChildPlan plan(Language language, Submission submission, List<String> files, List<Request> open) {
        TrainingRoom room = TrainingRoom.of(assignment);
        Sufficiency whenTrained = (task, answered) -> room.trains(task)
                && sufficiency.isDecided(
                        task, answered.stream().map(this::withNumbers).toList());
        return new ChildPlan(
                language,
                submission.folder(),
                files,
                assignment.limits(),
                open,
                room.files(),
                libraries(language, open.get(0)),
                whenTrained);
    }

    private Exchange withNumbers(Exchange one) {
        Task task = assignment.task(one.request().task()).orElseThrow();
        return new Exchange(one.request(), one.source(), Fractions.read(one.outcome(), task));
    }

    private Optional<Exchange> fromFile(Submission submission, Request request, AnswersFile answers) {
        Task task = assignment.task(request.task()).orElseThrow();
        Optional<Outcome> predicted = task.ways().contains(Way.PREDICTIONS)
                ? new PredictionsFile(submission, task).outcome()
                : Optional.empty();
        if (predicted.isPresent()) {
            return Optional.of(new Exchange(request, Source.PREDICTIONS_FILE, predicted.get()));
        }
        return answers.of(request.task()).map(given -> {
            FileAnswers file = new FileAnswers(task, given);
            return new Exchange(request, file.source(), file.answer(request));
        });
    }

    /** Return the requests of code tasks that no earlier source has answered. */
    private List<Request> open(RunPlan plan, Map<String, Exchange> done) {
        Set<String> answered = new HashSet<>();
        done.values().forEach(exchange -> answered.add(exchange.request().task()));
        return plan.requests().stream()
                .filter(request -> !answered.contains(request.task()))
                .filter(request ->
                        assignment.task(request.task()).orElseThrow().ways().contains(Way.CODE))
                .toList();
    }

    private static Outcome outcome(ChildTrace trace, Request request) {
        Outcome outcome = trace.outcomes().get(request.id());
        return outcome != null
                ? outcome
                : new Outcome.Failed(Fault.HARNESS, "The run ended without an outcome for this request.", "");
    }

    /** Keep an exchange, but let the next language try first where this one does not answer or could not be compiled. */
    private static void keep(Exchange exchange, Map<String, Exchange> done, Map<String, Exchange> lastResort) {
        Fault fault = exchange.outcome() instanceof Outcome.Failed failed ? failed.fault() : Fault.EXCEPTION;
        if (fault == Fault.NOT_COMPILED) {
            lastResort.putIfAbsent(exchange.request().id(), exchange);
        } else if (fault != Fault.NOT_ANSWERED) {
            done.put(exchange.request().id(), exchange);
        }
    }

    private static Exchange nothing(Request request) {
        return new Exchange(
                request,
                Source.NOWHERE,
                new Outcome.Failed(Fault.NOT_ANSWERED, "Nothing was handed in for this task.", ""));
    }
}
