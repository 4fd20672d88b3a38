package assay.cli;

import assay.run.GradingException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Be a checkout of Assay, whose own launcher builds its benchmarks and runs them. */
record BenchCheckout(Path folder) {
    private static final String LAUNCHER = File.separatorChar == '/' ? "assay" : "assay.cmd";
    private static final int SHOWN_LINES = 30;

    /**
     * Take the checkout in {@code folder}.
     *
     * @throws UsageException if it is none
     */
    static BenchCheckout of(Path folder) {
        Path real = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(real.resolve(LAUNCHER)) || !Files.isRegularFile(real.resolve("pom.xml"))) {
            throw new UsageException("--against must name another checkout of Assay, a folder with " + LAUNCHER
                    + " and pom.xml, was " + folder + "; make one with: git worktree add ../before REVISION");
        }
        return new BenchCheckout(real);
    }

    /**
     * Build the benchmarks where that is needed, and name those that fit {@code filters}.
     *
     * @throws UsageException if none does
     */
    List<String> names(List<String> filters) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--list"));
        arguments.addAll(filters);
        Process process = launcher(arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = code(process);
        if (code == ExitCode.USAGE.code()) {
            throw new UsageException("no benchmark of " + folder + " fits " + String.join(" ", filters));
        } else if (code != ExitCode.PASSED.code()) {
            throw new GradingException("the benchmarks of " + folder + " cannot be named, as printed above");
        }
        return said.lines().toList();
    }

    /** Run benchmarks with the last build; what is printed goes to {@code log}, and to the terminal if they fail. */
    void run(List<String> arguments, Path log, Console console) throws IOException {
        ProcessBuilder builder = launcher(arguments).redirectErrorStream(true).redirectOutput(log.toFile());
        // Who changes a source meanwhile must not change what is measured.
        builder.environment().put("ASSAY_BUILD", "never");
        if (code(builder.start()) != ExitCode.PASSED.code()) {
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()).forEach(console::note);
            throw new GradingException("a benchmark of " + folder + " failed, as printed above; nothing was written");
        }
    }

    private ProcessBuilder launcher(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(folder.resolve(LAUNCHER).toString(), "bench"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static int code(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new GradingException("the benchmarks were interrupted; nothing was written");
        }
    }
}
