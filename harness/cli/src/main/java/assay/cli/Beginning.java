package assay.cli;

import assay.assignment.Assignment;
import assay.grade.ClassFile;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.grade.HandIn;
import assay.grade.OutFolder;
import assay.grade.Rules;
import assay.grade.StoredResults;
import assay.run.Leftovers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Begin the run of a class, or go on with one that was interrupted: note who is graded and how, clean up after a killed run. */
record Beginning(Path out, OutFolder held, Grader grader, GradeOptions options, Console console) {
    /** Return who is to be graded: those who are there now, and those who were there when the run began. */
    List<HandIn> begin(Assignment assignment, List<HandIn> handIns, ClassRun.ClassSettings settings)
            throws IOException {
        Map<String, String> now = new TreeMap<>(grader.settings());
        now.put("assignment", assignment.id() + " " + assignment.version());
        now.put("secret", options.fingerprint());
        now.put("device", settings.device().word());
        now.put("trusted", settings.trusted() ? "yes" : "no");
        List<HandIn> all = new ArrayList<>(handIns);
        if (settings.resume()) {
            Leftovers.remove();
            held.tidy();
            if (ClassFile.isIn(out)) {
                all = goOn(ClassFile.read(out), now, handIns, settings);
            } else if (!new StoredResults(out).folders().isEmpty()) {
                throw new UsageException("'" + out + "' has results but no " + ClassFile.NAME
                        + ", so nobody knows how they came about; name another folder");
            }
        }
        Rules.of(assignment).keep(out);
        write(all, now, settings);
        return all;
    }

    private void write(List<HandIn> all, Map<String, String> now, ClassRun.ClassSettings settings) throws IOException {
        Map<String, String> names = new TreeMap<>();
        all.forEach(one -> names.put(one.id(), one.source().getFileName().toString()));
        String folder = settings.submissions()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .orElse("");
        new ClassFile(ClassFile.SCHEMA, settings.name(), folder, now, names).write(out);
    }

    private List<HandIn> goOn(
            ClassFile before, Map<String, String> now, List<HandIn> handIns, ClassRun.ClassSettings settings) {
        List<String> differences = before.differences(now);
        if (!differences.isEmpty()) {
            throw new UsageException("the run in '" + out + "' was begun under other settings, and results of two kinds"
                    + " are not mixed:\n  " + String.join("\n  ", differences)
                    + "\nPut that back, or grade into another folder; 'assay regrade' judges what is there anew");
        }
        if (held.isStale()) {
            console.note("Note: the run before was killed; what it left behind is removed.");
        }
        Map<String, HandIn> byId = new TreeMap<>();
        handIns.forEach(one -> byId.put(one.id(), one));
        long news = byId.keySet().stream()
                .filter(id -> !before.handIns().containsKey(id))
                .count();
        if (news > 0) {
            console.note("Note: " + news + " submissions came in after the run began; they are graded too.");
        }
        Path folder = settings.submissions().orElse(Path.of("."));
        before.handIns().forEach((id, name) -> byId.putIfAbsent(id, new HandIn(id, folder.resolve(name))));
        return List.copyOf(byId.values());
    }
}
