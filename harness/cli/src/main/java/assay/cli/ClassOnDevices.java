package assay.cli;

import assay.assignment.Assignment;
import assay.grade.ClassGrader;
import assay.grade.HandIn;
import assay.report.ReportWriter;
import assay.result.ResultRecord;
import assay.run.Device;
import assay.run.GradingException;
import assay.run.References;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grade a class on each device that was asked for, and lay the results of every submission side by side where there are several. */
final class ClassOnDevices {
    private final Workspace workspace;
    private final Console console;
    private final Path out;

    ClassOnDevices(Workspace workspace, Console console, Path out) {
        this.workspace = workspace;
        this.console = console;
        this.out = out;
    }

    /** Hold what a class gave on one device. */
    private record Graded(Path out, Map<String, ResultRecord> byKey, Map<String, Double> millis) {}

    /** Grade; the first device's results lie in the folder itself, those of others in a folder of their own in it. */
    int grade(Assignment assignment, List<HandIn> sources, List<Device> devices, ClassRun.ClassSettings settings)
            throws IOException {
        Map<Device, Graded> graded = new EnumMap<>(Device.class);
        Map<Device, String> notRun = new EnumMap<>(Device.class);
        List<ResultRecord> all = new ArrayList<>();
        for (Device device : devices) {
            Path place = graded.isEmpty() ? out : out.resolve(device.word());
            Optional<String> why = devices.size() > 1 ? workspace.devices().whyNot(device) : Optional.empty();
            try {
                why.ifPresent(sentence -> {
                    throw new GradingException(sentence);
                });
                ClassRun run = new ClassRun(workspace, console, place);
                List<ResultRecord> results = run.grade(assignment, sources, settings.on(device));
                Map<String, ResultRecord> byKey = new LinkedHashMap<>();
                results.forEach(result -> byKey.put(result.key(), result));
                graded.put(device, new Graded(place, byKey, run.millis()));
                all.addAll(results);
            } catch (GradingException e) {
                if (graded.isEmpty()) {
                    throw e;
                }
                notRun.put(device, String.valueOf(e.getMessage()));
                console.note("assay: " + e.getMessage());
            }
        }
        if (devices.size() > 1) {
            compare(assignment, graded, notRun);
        }
        return notRun.isEmpty() ? ExitCode.of(all).code() : ExitCode.NOT_JUDGED.code();
    }

    /** Write the comparison of every submission, and its page again with it. */
    private void compare(Assignment assignment, Map<Device, Graded> graded, Map<Device, String> notRun)
            throws IOException {
        References references = References.find(assignment);
        Graded first = graded.values().iterator().next();
        for (Map.Entry<String, ResultRecord> one : first.byKey().entrySet()) {
            SideBySide sides = new SideBySide(assignment, references);
            graded.forEach((device, of) -> {
                ResultRecord result = of.byKey().get(one.getKey());
                if (result != null) {
                    sides.add(device, result, folder(of, one.getKey()), of.millis());
                }
            });
            sides.write(notRun);
            ReportWriter.writeSubmission(one.getValue(), folder(first, one.getKey()));
        }
    }

    private static Path folder(Graded graded, String key) {
        return graded.out().resolve(ClassGrader.SUBMISSIONS).resolve(key);
    }
}
