package assay.run;

import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.grade.ClassGrader;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.grade.HandIn;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.verify.SampleVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Grade a class of hostile submissions, after each of them the same honest one, and collect what is not as it must be: the
 * declared verdicts, the record of the honest one, and what must not be left or told.
 */
final class Zoo {
    static final String COURSE_SECRET = "zoo-course-secret-91c4";
    static final String ENVIRONMENT = "zoo-environment-77aa";
    private static final String CANARY = "zoo-canary-5d3e";
    private static final Set<String> STAGES = Set.of("plan.json", "answers.json", "output.txt", "result.json");

    private final Assignment assignment;
    private final Path work;
    private final Grader grader;
    private final SampleVerifier verifier;
    private final AtomicInteger graded = new AtomicInteger();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    /** Take the assignment in {@code folder}; all that is written goes below {@code work}. */
    Zoo(Path folder, Path work, Sandbox sandbox) {
        this.assignment = AssignmentReader.read(folder, true);
        this.work = work;
        this.grader =
                new Grader(assignment, ZooTask.all(), sandbox, new GradeOptions(COURSE_SECRET, Map.of("zoo", "1")));
        this.verifier = new SampleVerifier(assignment, grader);
    }

    /** Return the samples whose names are wanted. */
    List<Path> samples(Predicate<String> wanted) throws IOException {
        return SampleVerifier.samples(assignment).stream()
                .filter(sample -> wanted.test(sample.getFileName().toString()))
                .toList();
    }

    /** Return the names of the samples that must be told the same where nothing is isolated. */
    Set<String> everywhere() throws IOException {
        return new TreeSet<>(Files.readAllLines(assignment.folder().resolve("level-c.txt")));
    }

    /** Grade and return what is not as it must be. */
    List<String> run(List<Path> samples, int slots) throws IOException {
        Path canary = Files.createDirectories(work.resolve("host")).resolve("canary");
        Files.writeString(canary, CANARY);
        Set<String> mounts = mounts();
        Path honest = assignment.folder().resolve("private/samples/h1-right-python");
        String normal = record(honest, work.resolve("normal"));
        List<HandIn> handIns = handIns(samples);
        new ClassGrader(grader, work.resolve("class"))
                .grade(handIns, slots, Optional.empty(), (result, folder, kept) -> {
                    Path sample = assignment.folder().resolve("private/samples/" + result.submission());
                    verifier.compare(sample, result).stream()
                            .filter(finding -> !finding.complaint().isEmpty())
                            .forEach(finding -> complain(
                                    sample, finding.task() + ": " + finding.complaint() + ": " + finding.message()));
                    inspect(sample, result, folder);
                    String after =
                            record(honest, work.resolve("after").resolve(Integer.toString(graded.incrementAndGet())));
                    if (!after.equals(normal)) {
                        complain(sample, "the honest submission after it was told " + after);
                    }
                });
        if (graded.get() != samples.size()) {
            complaints.add(graded + " of " + samples.size() + " were graded");
        }
        if (!Files.readString(canary).equals(CANARY)
                || files(canary.getParent()).size() != 1) {
            complaints.add("files beside the canary: " + files(canary.getParent()));
        }
        if (!mounts().equals(mounts)) {
            complaints.add("mounts are left: " + mounts());
        }
        return List.copyOf(complaints);
    }

    /** Return what is handed in: the folder of the sample, or the archive that is made for it. */
    private List<HandIn> handIns(List<Path> samples) throws IOException {
        Path made = Files.createDirectories(work.resolve("archives"));
        List<HandIn> handIns = new ArrayList<>();
        for (Path sample : samples) {
            handIns.add(HandIn.at(ZooArchive.of(sample.getFileName().toString())
                    .map(archive -> archive.in(made))
                    .orElse(sample)));
        }
        return handIns;
    }

    private void complain(Path sample, String what) {
        complaints.add(sample.getFileName() + ": " + what);
    }

    /** Look at the files of one submission: no other than the stages', nothing told that is not the student's, no control characters. */
    private void inspect(Path sample, ResultRecord result, Path folder) throws IOException {
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (!STAGES.contains(name)) {
                complain(sample, "left the file " + file);
            } else if (!name.equals("plan.json") && !name.equals("answers.json")) {
                String text = Files.readString(file);
                for (String secret : List.of(CANARY, COURSE_SECRET, ENVIRONMENT, ZooTask.HIDDEN)) {
                    if (text.contains(secret)) {
                        complain(sample, name + " tells " + secret);
                    }
                }
            }
        }
        if (result.output().chars().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c))) {
            complain(sample, "the output has control characters");
        }
        if (Files.size(folder.resolve(ResultFile.NAME)) > 1 << 20) {
            complain(sample, "the record is too large");
        }
    }

    /** Grade, and return the record without what was measured. */
    private String record(Path sample, Path folder) throws IOException {
        grader.grade(sample, folder);
        JsonMapper mapper = new JsonMapper();
        ObjectNode record = (ObjectNode) mapper.readTree(Files.readAllBytes(folder.resolve(ResultFile.NAME)));
        if (record.remove("observed") == null) {
            throw new IllegalStateException("the record must have what was measured");
        }
        return new String(mapper.writeValueAsBytes(record), StandardCharsets.UTF_8);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }

    /** Return what is mounted here, as this process sees it. */
    private static Set<String> mounts() throws IOException {
        Path own = Path.of("/proc/self/mountinfo");
        return Files.isReadable(own) ? new TreeSet<>(Files.readAllLines(own)) : Set.of();
    }

    /** Return the control groups of this process that are left. */
    static List<Path> groups() throws IOException {
        String prefix = "assay-" + ProcessHandle.current().pid() + "-";
        List<Path> left = new ArrayList<>();
        Files.walkFileTree(Path.of("/sys/fs/cgroup"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (String.valueOf(folder.getFileName()).startsWith(prefix)) {
                    left.add(folder);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return left;
    }
}
