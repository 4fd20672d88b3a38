package assay.cli;

import assay.assignment.Assignment;
import assay.parity.Format;
import assay.parity.Parity;
import assay.parity.ParityFile;
import assay.parity.ParityRun;
import assay.parity.ParityStage;
import assay.result.ResultRecord;
import assay.run.Device;
import assay.run.Exchange;
import assay.run.References;
import assay.run.RunFiles;
import assay.run.TrainingRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lay the results of one submission on several devices side by side: on the terminal, and in a file for its page. */
final class SideBySide {
    private static final double NOT_FINITE = 1e300;
    private static final String GPU_FACT = "gpu";

    private final ParityStage stage;
    private final TrainingRoom room;
    private final List<Graded> graded = new ArrayList<>();

    /**
     * Hold what one device gave.
     *
     * @param millis how long requests took, by their ids
     */
    private record Graded(Device device, ResultRecord result, Path folder, Map<String, Double> millis) {}

    SideBySide(Assignment assignment, References references) {
        this.stage = new ParityStage(assignment, references);
        this.room = TrainingRoom.of(assignment);
    }

    /** Add what {@code device} gave; its files lie in {@code folder}. */
    void add(Device device, ResultRecord result, Path folder, Map<String, Double> millis) {
        graded.add(new Graded(device, result, folder, millis));
    }

    /**
     * Compare, and write {@code parity.json} beside the first device's results.
     *
     * @param notRun why nothing ran on a device, in sentences
     */
    Parity write(Map<Device, String> notRun) throws IOException {
        Graded first = graded.get(0);
        List<ParityRun> runs = new ArrayList<>();
        for (Graded one : graded) {
            Path page = first.folder().relativize(one.folder()).resolve("index.html");
            runs.add(new ParityRun(
                    new Parity.Side(
                            one.device().word(),
                            one.device().word(),
                            about(one),
                            "",
                            one.equals(first) ? "" : page.toString().replace('\\', '/')),
                    exchanges(one),
                    one.millis()));
        }
        notRun.forEach((device, why) -> runs.add(ParityRun.notRun(device.word(), device.word(), why)));
        Parity parity = stage.compare(first.result().submission(), runs);
        ParityFile.write(parity, first.folder());
        return parity;
    }

    private List<Exchange> exchanges(Graded one) throws IOException {
        boolean ran = Files.isRegularFile(one.folder().resolve(RunFiles.ANSWERS));
        return ran ? RunFiles.read(one.folder(), room) : List.of();
    }

    /** Say what computed there, from the record. */
    private static String about(Graded one) {
        Map<String, String> facts = one.result().provenance().facts();
        List<String> parts = new ArrayList<>();
        parts.add(facts.getOrDefault(GPU_FACT, facts.getOrDefault("os", "this machine")));
        for (String name : List.of("framework", "python", "jdk")) {
            if (facts.containsKey(name)) {
                parts.add(name + " " + facts.get(name));
            }
        }
        parts.add("isolation " + facts.getOrDefault("isolation", "none"));
        return String.join("; ", parts);
    }

    /** Print a line for each criterion that code answers: verdict, share of the bound and time on each side. */
    static void print(Parity parity, Console console) {
        console.say("");
        console.say("Side by side");
        for (Parity.Side side : parity.sides()) {
            console.say("  " + side.title() + ": " + (side.notRun().isEmpty() ? side.about() : side.notRun()));
        }
        boolean both =
                parity.sides().stream().filter(side -> side.notRun().isEmpty()).count() > 1;
        for (Map.Entry<String, List<Parity.Row>> task :
                (both ? byTask(parity) : Map.<String, List<Parity.Row>>of()).entrySet()) {
            console.say("  " + task.getKey());
            for (Parity.Row row : task.getValue()) {
                print(row, console);
            }
        }
        console.say("");
    }

    private static void print(Parity.Row row, Console console) {
        List<String> cells = row.cells().stream().map(SideBySide::cell).toList();
        console.say("    " + row.title() + ": " + String.join(" | ", cells)
                + (row.difference() > 0 && row.difference() < NOT_FINITE
                        ? String.format(Locale.ROOT, "; apart by %.1e of the scale", row.difference())
                        : ""));
        if (!row.finding().isEmpty()) {
            console.say("        " + row.finding());
        }
    }

    private static String cell(Parity.Cell cell) {
        StringBuilder text = new StringBuilder(cell.side()).append(' ').append(Summary.word(cell.verdict()));
        if (cell.share() >= NOT_FINITE) {
            text.append(", not finite");
        } else if (cell.share() >= 0) {
            text.append(", ").append(share(cell.share())).append(" the bound");
        }
        if (cell.format() != Format.UNKNOWN && cell.format() != Format.DOUBLE) {
            text.append(", ").append(cell.format().title());
        }
        if (cell.millis() > 0) {
            text.append(String.format(Locale.ROOT, ", %.1f ms", cell.millis()));
        }
        return text.toString();
    }

    private static String share(double share) {
        if (share > 1) {
            return String.format(Locale.ROOT, "%.3g times", share);
        }
        return share > 0 && share < 0.001 ? "< 0.1 % of" : String.format(Locale.ROOT, "%.1f %% of", 100 * share);
    }

    private static Map<String, List<Parity.Row>> byTask(Parity parity) {
        Map<String, List<Parity.Row>> byTask = new LinkedHashMap<>();
        parity.rows()
                .forEach(row -> byTask.computeIfAbsent(row.task(), task -> new ArrayList<>())
                        .add(row));
        return byTask;
    }
}
