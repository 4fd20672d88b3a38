package assay.parity;

import assay.api.Fields;
import assay.api.Inputs;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Value;
import assay.assignment.Assignment;
import assay.assignment.Criterion;
import assay.assignment.Task;
import assay.check.CheckResult;
import assay.check.CheckStage;
import assay.check.Verdict;
import assay.check.diagnosis.Comparison;
import assay.check.diagnosis.Comparisons;
import assay.run.Exchange;
import assay.run.Outcome;
import assay.run.References;
import assay.run.Request;
import assay.run.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compare the runs of one submission on several devices. Pure: nothing is run. */
public final class ParityStage {
    private static final double NOT_FINITE = 1e300;

    private final Assignment assignment;
    private final CheckStage checks;

    /** Compare submissions of {@code assignment}. */
    public ParityStage(Assignment assignment, References references) {
        this.assignment = assignment;
        this.checks = new CheckStage(assignment, references);
    }

    /** Compare; a side on which nothing ran stands in the result with its reason. */
    public Parity compare(String submission, List<ParityRun> runs) {
        List<ParityRun> ran =
                runs.stream().filter(run -> run.side().notRun().isEmpty()).toList();
        Map<String, Map<String, List<CheckResult>>> judged = new LinkedHashMap<>();
        ran.forEach(run -> judged.put(run.side().id(), checks.judge(run.exchanges())));
        List<Parity.Row> rows = new ArrayList<>();
        for (Task task : assignment.tasks()) {
            if (ran.stream().anyMatch(run -> isCode(task, run))) {
                for (int i = 0; i < task.criteria().size(); i++) {
                    rows.add(row(task, i, ran, judged));
                }
            }
        }
        return new Parity(
                Parity.SCHEMA,
                assignment.id(),
                submission,
                runs.stream().map(ParityRun::side).toList(),
                rows);
    }

    private static boolean isCode(Task task, ParityRun run) {
        return of(task, run).stream().anyMatch(one -> one.source() == Source.PYTHON || one.source() == Source.JAVA);
    }

    private static List<Exchange> of(Task task, ParityRun run) {
        return run.exchanges().stream()
                .filter(one -> one.request().task().equals(task.id()))
                .toList();
    }

    private Parity.Row row(
            Task task, int index, List<ParityRun> ran, Map<String, Map<String, List<CheckResult>>> judged) {
        Criterion criterion = task.criteria().get(index);
        List<Parity.Cell> cells = new ArrayList<>();
        List<Optional<Comparisons>> compared = new ArrayList<>();
        List<Precision> precisions = new ArrayList<>();
        for (ParityRun run : ran) {
            CheckResult result = judged.getOrDefault(run.side().id(), Map.of())
                    .getOrDefault(task.id(), List.of())
                    .get(index);
            Optional<Comparisons> numbers = checks.compared(task, criterion, run.exchanges());
            Precision precision = numbers.map(
                            all -> Precision.of(all, format -> rounded(task, criterion, run.exchanges(), format)))
                    .orElse(new Precision(Format.UNKNOWN, ""));
            compared.add(numbers);
            precisions.add(precision);
            cells.add(cell(run, task, result, numbers, precision.format()));
        }
        return new Parity.Row(
                task.id(),
                criterion.id(),
                criterion.title(),
                cells,
                difference(compared),
                Finding.of(ran.stream().map(ParityRun::side).toList(), cells, precisions));
    }

    private static Parity.Cell cell(
            ParityRun run, Task task, CheckResult result, Optional<Comparisons> numbers, Format format) {
        String message = result.verdict() == Verdict.PASSED ? "" : result.message();
        double millis = median(of(task, run), run.millis());
        Optional<Comparison> worst = numbers.flatMap(all -> all.cases().stream()
                .filter(one -> one.size() > 0)
                .max(Comparator.comparingDouble(Comparison::largestShare)));
        if (worst.isEmpty()) {
            return new Parity.Cell(run.side().id(), result.verdict(), "", "", "", "", -1, format, millis, message);
        }
        Comparison one = worst.get();
        int at = one.worst();
        String index = one.expected().rank() == 0 ? "" : ", " + one.expected().indexOf(at);
        return new Parity.Cell(
                run.side().id(),
                result.verdict(),
                one.label() + index,
                Double.toString(one.expected().at(at)),
                Double.toString(one.actual().at(at)),
                Double.toString(one.bound(at)),
                Math.min(NOT_FINITE, one.largestShare()),
                format,
                millis,
                message);
    }

    /** Compare the same answers with what the reference gives for inputs rounded to {@code format}. */
    private Optional<Comparisons> rounded(Task task, Criterion criterion, List<Exchange> exchanges, Format format) {
        List<Exchange> changed = exchanges.stream()
                .filter(one -> one.request().task().equals(task.id()))
                .map(one -> new Exchange(rounded(one.request(), format), one.source(), one.outcome()))
                .toList();
        try {
            return checks.compared(task, criterion, changed);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | IndexOutOfBoundsException e) {
            return Optional
                    .empty(); // a reference may refuse rounded inputs, such as probabilities that no longer sum to 1
        }
    }

    private static Request rounded(Request request, Format format) {
        Fields fields = (Fields) rounded(request.inputs().fields(), format);
        return new Request(request.id(), request.task(), request.label(), request.edge(), new Inputs(fields));
    }

    private static Value rounded(Value value, Format format) {
        if (value instanceof Tensor tensor) {
            return tensor.map(format::round);
        } else if (value instanceof Sequence sequence) {
            return new Sequence(
                    sequence.items().stream().map(item -> rounded(item, format)).toList());
        } else if (value instanceof Fields fields) {
            Map<String, Value> changed = new LinkedHashMap<>();
            fields.byName().forEach((name, item) -> changed.put(name, rounded(item, format)));
            return new Fields(changed);
        }
        return value;
    }

    /** Return the largest difference of any side to the first, as a share of the scale; -1 where two sides have no numbers. */
    private static double difference(List<Optional<Comparisons>> compared) {
        double largest = -1;
        for (int side = 1; side < compared.size(); side++) {
            if (compared.get(0).isPresent() && compared.get(side).isPresent()) {
                largest = Math.max(
                        largest,
                        difference(compared.get(0).get(), compared.get(side).get()));
            }
        }
        return largest;
    }

    private static double difference(Comparisons first, Comparisons other) {
        double largest = 0;
        for (int i = 0; i < Math.min(first.cases().size(), other.cases().size()); i++) {
            Comparison one = first.cases().get(i);
            Comparison two = other.cases().get(i);
            for (int k = 0; k < Math.min(one.size(), two.size()); k++) {
                double apart = Math.abs(one.actual().at(k) - two.actual().at(k))
                        / one.scale().at(k);
                boolean nothing = Double.isNaN(apart) && one.scale().at(k) == 0;
                largest = nothing || apart <= largest ? largest : apart;
            }
        }
        return Double.isFinite(largest) ? largest : NOT_FINITE;
    }

    private static double median(List<Exchange> exchanges, Map<String, Double> millis) {
        double[] times = exchanges.stream()
                .filter(one -> one.outcome() instanceof Outcome.Answered)
                .mapToDouble(one -> millis.getOrDefault(one.request().id(), 0.0))
                .filter(time -> time > 0)
                .sorted()
                .toArray();
        return times.length == 0 ? 0 : times[times.length / 2];
    }
}
