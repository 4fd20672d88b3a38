package assay.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Tell how the benchmarks go on: what runs, a line with each result, and what JMH says when something fails. */
final class Progress implements OutputFormat {
    private static final int DIGITS = 3;
    private static final Pattern TROUBLE = Pattern.compile("(?i).*(error|exception|fail|warn).*|\\s+at .*|Caused by.*");

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Return one that says nothing. */
    static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    /** Return the short name with parameters: "StageBenchmark.judge answers=right". */
    static String title(BenchmarkParams params) {
        List<String> parts = List.of(params.getBenchmark().split("\\."));
        String name = String.join(".", parts.subList(Math.max(0, parts.size() - 2), parts.size()));
        return name
                + params.getParamsKeys().stream()
                        .map(key -> " " + key + "=" + params.getParam(key))
                        .collect(Collectors.joining());
    }

    /** Write a score with three digits. */
    static String score(double score) {
        return Double.isFinite(score)
                ? new BigDecimal(score).round(new MathContext(DIGITS)).toPlainString()
                : String.valueOf(score);
    }

    @Override
    public void startBenchmark(BenchmarkParams params) {
        out.println(title(params));
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        if (result != null) {
            out.println(String.format(
                    Locale.ROOT,
                    "    %s %s",
                    score(result.getPrimaryResult().getScore()),
                    result.getPrimaryResult().getScoreUnit()));
        }
    }

    @Override
    public void println(String line) {
        if (TROUBLE.matcher(line).matches()) {
            out.println(line);
        }
    }

    @Override
    public void print(String text) {}

    @Override
    public void iteration(BenchmarkParams params, IterationParams iteration, int number) {}

    @Override
    public void iterationResult(
            BenchmarkParams params, IterationParams iteration, int number, IterationResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void verbosePrintln(String line) {}

    @Override
    public void write(int one) {}

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
