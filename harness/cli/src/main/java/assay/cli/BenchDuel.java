package assay.cli;

import assay.compare.bench.BadBench;
import assay.compare.bench.BenchFile;
import assay.compare.bench.BenchTurns;
import assay.run.GradingException;
import assay.run.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Run the benchmarks of two checkouts process by process in turns, A B B A, and write a file for each. */
final class BenchDuel {
    private final Console console;
    private final List<BenchCheckout> sides;
    private final List<String> options;
    private final int forks;

    /** Run {@code forks} processes of every benchmark of {@code first} and {@code second}, with {@code options} for both. */
    BenchDuel(Console console, BenchCheckout first, BenchCheckout second, List<String> options, int forks) {
        this.console = console;
        this.sides = List.of(first, second);
        this.options = List.copyOf(options);
        this.forks = forks;
    }

    /** Run what fits {@code filters} on both sides, and write A.json, B.json and their comparison. */
    void run(List<String> filters, Optional<Path> out) throws IOException {
        List<String> names = common(filters);
        Path work = Files.createTempDirectory("assay-bench-");
        try {
            List<List<Path>> runs = List.of(new ArrayList<>(), new ArrayList<>());
            for (String name : names) {
                console.note("[" + (names.indexOf(name) + 1) + "/" + names.size() + "] " + name);
                for (int turn = 0; turn < 2 * forks; turn++) {
                    int side = side(turn);
                    runs.get(side).add(fork(name, side, work));
                }
            }
            write(runs, out);
        } finally {
            Trees.delete(work);
        }
    }

    /** Return whose turn it is: A B B A, and again. */
    private static int side(int turn) {
        return (turn + 1) / 2 % 2;
    }

    private List<String> common(List<String> filters) throws IOException {
        List<String> first = sides.get(0).names(filters);
        List<String> second = sides.get(1).names(filters);
        first.stream().filter(name -> !second.contains(name)).forEach(name -> leftOut(name, "A"));
        second.stream().filter(name -> !first.contains(name)).forEach(name -> leftOut(name, "B"));
        List<String> common = first.stream().filter(second::contains).toList();
        if (common.isEmpty()) {
            throw new UsageException("the two checkouts have no benchmark in common that fits");
        }
        return common;
    }

    private void leftOut(String name, String side) {
        console.note("Note: " + name + " is left out, only " + side + " has it");
    }

    private Path fork(String name, int side, Path work) throws IOException {
        Path file = Files.createTempFile(work, "run", ".json");
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--forks=1", "--out=" + file, "^" + Pattern.quote(name) + "$"));
        sides.get(side).run(arguments, work.resolve("log"), console);
        return file;
    }

    private void write(List<List<Path>> runs, Optional<Path> out) throws IOException {
        try {
            Map<String, String> before = BenchFile.read(runs.get(0).get(0)).provenance();
            String began = before.getOrDefault("began", "turns");
            StringBuilder turns = new StringBuilder(began + ":");
            for (int turn = 0; turn < 2 * forks; turn++) {
                turns.append(side(turn) == 0 ? " A" : " B");
            }
            Path folder = out.orElse(Path.of("assay-bench", began));
            List<Path> files = List.of(folder.resolve("A.json"), folder.resolve("B.json"));
            for (int side = 0; side < 2; side++) {
                BenchTurns.join(
                        runs.get(side),
                        turns.toString(),
                        before.getOrDefault("load.before", "unknown"),
                        files.get(side));
            }
            new BenchReport(console, folder).show(files.get(0), files.get(1), false);
            console.say("Written: " + files.get(0) + " and " + files.get(1));
        } catch (BadBench e) {
            throw new GradingException("a benchmark wrote what cannot be read: " + e.getMessage());
        }
    }
}
