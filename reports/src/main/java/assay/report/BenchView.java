package assay.report;

import assay.compare.Figures;
import assay.compare.bench.BenchComparison;
import assay.compare.bench.BenchComparison.Measured;
import assay.compare.bench.BenchComparison.Row;
import assay.compare.bench.BenchFile;
import assay.compare.bench.BenchStanding;
import assay.compare.statistics.Interval;
import assay.report.ComparisonView.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Be the page of two files of benchmarks, in words.
 *
 * @param findings what was found, the first the shortest
 * @param lacking what only one of the files has
 */
public record BenchView(
        String title,
        List<String> findings,
        boolean open,
        List<String> warnings,
        List<Group> groups,
        List<String> lacking,
        List<String> method,
        List<Fact> first,
        List<Fact> second) {
    /** Name the columns of the tables. */
    static final List<String> HEAD = List.of("Benchmark", "Standing", "A", "B", "Unit", "B to A", "95 %", "p");

    private static final int DIGITS = 3;
    private static final int MOST_NAMED = 8;

    public BenchView {
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
        groups = List.copyOf(groups);
        lacking = List.copyOf(lacking);
        method = List.copyOf(method);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** Be the benchmarks of one class. */
    public record Group(String title, List<Cells> rows, BenchChart chart) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** Be a row of a table. */
    public record Cells(
            String title,
            StandingWord standing,
            String a,
            String b,
            String unit,
            String ratio,
            String range,
            String p) {
        /** Return the cells in the order of the head. */
        List<String> all() {
            return List.of(title, standing.word(), a, b, unit, ratio, range, p);
        }
    }

    static BenchView of(BenchComparison comparison) {
        Map<String, List<Row>> byGroup = new LinkedHashMap<>();
        comparison
                .rows()
                .forEach(row -> byGroup.computeIfAbsent(row.group(), group -> new ArrayList<>())
                        .add(row));
        List<Group> groups = new ArrayList<>();
        byGroup.forEach((title, rows) -> groups.add(new Group(
                title, rows.stream().map(BenchView::cells).toList(), BenchChart.of("g" + groups.size(), title, rows))));
        List<String> lacking = new ArrayList<>();
        comparison.onlyFirst().forEach(name -> lacking.add(name + " (only in A)"));
        comparison.onlySecond().forEach(name -> lacking.add(name + " (only in B)"));
        return new BenchView(
                comparison.first().name() + " and " + comparison.second().name(),
                findings(comparison),
                comparison.count(BenchStanding.UNKNOWN) > 0,
                comparison.warnings(),
                groups,
                lacking,
                method(comparison),
                facts(comparison.first()),
                facts(comparison.second()));
    }

    /** Write the ratio of {@code row} with its interval: "1.21 times [1.15, 1.28]". */
    static String ratio(Row row) {
        String range = range(row);
        return People.number(row.ratio(), DIGITS) + " times" + (range.isEmpty() ? "" : " " + range);
    }

    /** Write a score with three digits. */
    static String score(double score) {
        return People.number(score, DIGITS);
    }

    private static String range(Row row) {
        return row.interval().map(BenchView::ends).orElse("");
    }

    private static String ends(Interval ends) {
        return "[" + score(ends.low()) + ", " + score(ends.high()) + "]";
    }

    private static Cells cells(Row row) {
        return new Cells(
                row.title(),
                word(row.standing()),
                measured(row.first()),
                measured(row.second()),
                row.unit(),
                score(row.ratio()),
                range(row),
                row.probability().map(Figures::probability).orElse(""));
    }

    private static String measured(Measured measured) {
        return score(measured.mean())
                + measured.interval().map(ends -> " " + ends(ends)).orElse("");
    }

    private static StandingWord word(BenchStanding standing) {
        String style = switch (standing) {
            case SLOWER -> "wrong";
            case FASTER -> "passed";
            case NOT_SHOWN -> "not-judged";
            case UNKNOWN -> "inconclusive";
        };
        return new StandingWord(style, standing.words());
    }

    private static List<String> findings(BenchComparison comparison) {
        List<String> findings = new ArrayList<>();
        long slower = comparison.count(BenchStanding.SLOWER);
        long faster = comparison.count(BenchStanding.FASTER);
        long equal = comparison.count(BenchStanding.NOT_SHOWN);
        int all = comparison.rows().size();
        if (equal == all) {
            findings.add("No difference shown" + (all == 1 ? "." : ", in none of " + all + " benchmarks."));
        } else {
            findings.add("Of " + People.count(all, "benchmark") + " B is slower in " + slower + " and faster in "
                    + faster + "; no difference shown in " + equal + ".");
        }
        name(findings, comparison, BenchStanding.SLOWER);
        name(findings, comparison, BenchStanding.FASTER);
        long unknown = comparison.count(BenchStanding.UNKNOWN);
        if (unknown > 0) {
            findings.add(
                    People.count((int) unknown, "benchmark")
                            + " ran in one process only, and nobody knows how much another would differ; measure again without --forks.");
        }
        return findings;
    }

    private static void name(List<String> findings, BenchComparison comparison, BenchStanding standing) {
        List<Row> rows = comparison.rows().stream()
                .filter(row -> row.standing() == standing)
                .toList();
        rows.stream()
                .limit(MOST_NAMED)
                .forEach(row -> findings.add(row.group() + "." + row.title() + ": " + standing.words() + ", takes "
                        + score(row.ratio()) + " times as long " + range(row) + "."));
        if (rows.size() > MOST_NAMED) {
            findings.add((rows.size() - MOST_NAMED) + " more are " + standing.words() + ", see below.");
        }
    }

    private static List<String> method(BenchComparison comparison) {
        return List.of(
                "A process (fork) is one observation: the mean of its iterations after warm-up. Iterations of one process share what was"
                        + " compiled and where memory lies, so that more of them do not tell more (Georges, Buytaert, Eeckhout 2007).",
                "Means are geometric. The ratio of B to A and its 95 % interval come from Welch's t test on the logarithms of the"
                        + " processes; p is corrected after Holm over all "
                        + comparison.rows().size() + " benchmarks.",
                "Slower or faster is said where p is at most " + BenchComparison.ALPHA + " and the difference at least "
                        + Math.round(100 * BenchComparison.LEAST) + " %: as much comes from where code happens to lie"
                        + " (Mytkowicz et al. 2009).",
                "No difference shown does not mean none: the interval tells how large a difference may still be.",
                order(comparison),
                "In units of a rate (ops/s) the ratio is turned over, so that more than 1 is slower everywhere.");
    }

    private static String order(BenchComparison comparison) {
        return comparison.isInTurns()
                ? "Processes of A and B took turns, A B B A, so that a machine that became slower met both alike. Work that comes and"
                        + " goes within seconds still widens the intervals."
                : "A and B were measured one after the other. A machine that was slower meanwhile looks like a slower program, and no"
                        + " test can tell them apart: measure both in turns, with ./assay bench --against CHECKOUT.";
    }

    private static List<Fact> facts(BenchFile file) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact("file", file.name())));
        file.provenance().forEach((name, value) -> facts.add(new Fact(name, value.isEmpty() ? "none" : value)));
        file.entries().stream()
                .map(entry -> entry.settings())
                .distinct()
                .forEach(settings -> facts.add(new Fact("measured", settings)));
        return facts;
    }
}
