package assay.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tell what else decides a time: machine, JDK, what the machine does besides, and which program it was. */
final class Surroundings {
    /** The moment of the start, fit for the name of a file. */
    static final String BEGAN = "began";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNKNOWN = "unknown";
    private static final long GIT_SECONDS = 10;

    private Surroundings() {}

    static Map<String, String> before(Wanted wanted) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        facts.put(BEGAN, MOMENT.format(Instant.now()));
        facts.put("assay.version", wanted.version());
        facts.put("git.commit", git(wanted.home(), "rev-parse", "HEAD"));
        String changes = git(wanted.home(), "status", "--porcelain", "--untracked-files=no");
        facts.put("git.changed", changes.equals(UNKNOWN) ? UNKNOWN : changes.isEmpty() ? "no" : "yes");
        facts.put("jdk", System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"));
        facts.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.put("cpu", first(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("load.before", load());
        facts.put("flags", String.join(" ", wanted.jvm()));
        facts.put("settings", Settings.words(wanted));
        facts.put("quick", String.valueOf(wanted.quick()));
        return facts;
    }

    static Map<String, String> after(Map<String, String> before) throws IOException {
        Map<String, String> facts = new TreeMap<>(before);
        facts.put("ended", MOMENT.format(Instant.now()));
        facts.put("load.after", load());
        return facts;
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.isReadable(file) ? Files.readString(file).split(" ", 2)[0] : UNKNOWN;
    }

    private static String first(Path file, String key) throws IOException {
        if (!Files.isReadable(file)) {
            return UNKNOWN;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /** Ask git; "unknown" where there is none, or no checkout. */
    private static String git(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(GIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? said : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
