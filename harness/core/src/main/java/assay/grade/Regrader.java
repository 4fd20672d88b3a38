package assay.grade;

import assay.assignment.Assignment;
import assay.result.ResultFile;
import assay.result.ResultRecord;
import assay.run.Exchange;
import assay.run.GradingException;
import assay.run.RunFiles;
import assay.run.Trees;
import assay.submission.SubmissionReader;
import assay.submission.UnreadableSubmission;
import assay.timing.TimingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Judge a class again, from its stored answers or by running the submissions once more with the same random inputs, and say
 * what changes for whom and why. Nothing is stored before it is asked for.
 */
public final class Regrader {
    private final Path out;
    private final Assignment assignment;
    private final Grader grader;
    private final Rules now;

    /** Judge what {@code assay grade} wrote to {@code out} by {@code assignment} as it is now. */
    public Regrader(Path out, Assignment assignment, Grader grader) {
        this.out = out;
        this.assignment = assignment;
        this.grader = grader;
        this.now = Rules.of(assignment);
    }

    /** Judge the stored answers in {@code folders} again, and run nothing. */
    public List<Regraded> judge(List<Path> folders) throws IOException {
        List<Regraded> all = new ArrayList<>();
        for (Path folder : folders) {
            ResultRecord before = ResultFile.read(folder);
            boolean ran = Files.isRegularFile(folder.resolve(RunFiles.ANSWERS));
            if (!ran && before.ungradable().isEmpty()) {
                all.add(left(folder, before, "it has no stored answers; --run grades it again"));
            } else {
                List<Exchange> exchanges = ran ? RunFiles.read(folder, grader.room()) : List.of();
                all.add(compared(folder, before, grader.recheck(before, exchanges, TimingFiles.read(folder))));
            }
        }
        return all;
    }

    /** Return those of {@code folders} whose submission would be asked something else now than it was. */
    public List<Path> askedOtherwise(List<Path> folders) throws IOException {
        List<Path> otherwise = new ArrayList<>();
        for (Path folder : folders) {
            Path plan = folder.resolve(RunFiles.PLAN);
            if (Files.isRegularFile(plan) && !Files.readString(plan).equals(grader.planNow(ResultFile.read(folder)))) {
                otherwise.add(folder);
            }
        }
        return otherwise;
    }

    /** Run the submissions of {@code folders} again, found by their ids; the new files wait beside the old ones. */
    public List<Regraded> run(List<Path> folders, Map<String, HandIn> handIns, int slots, Consumer<Regraded> listener) {
        ExecutorService pool = Executors.newFixedThreadPool(slots);
        try {
            List<Future<Regraded>> futures = new ArrayList<>();
            for (Path folder : folders) {
                futures.add(pool.submit(() -> {
                    Regraded one = again(folder, handIns);
                    listener.accept(one);
                    return one;
                }));
            }
            List<Regraded> all = new ArrayList<>();
            for (Future<Regraded> future : futures) {
                all.add(future.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradingException("interrupted while grading", e);
        } catch (ExecutionException e) {
            throw new GradingException("grading ended early, and all results are as they were: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Regraded again(Path folder, Map<String, HandIn> handIns) throws IOException {
        ResultRecord before = ResultFile.read(folder);
        HandIn handIn = handIns.get(before.submission());
        if (handIn == null || !Files.exists(handIn.source(), LinkOption.NOFOLLOW_LINKS)) {
            return left(folder, before, "what was handed in is no longer there");
        }
        String digest = before.provenance().facts().getOrDefault("submission.digest", "");
        if (!digest.isEmpty() && !digest.equals(digestOf(handIn))) {
            return left(folder, before, "what was handed in has changed since; it is not the same submission");
        }
        ResultRecord after = grader.again(handIn, Replacement.making(folder), before);
        return compared(folder, before, after.withProse(ProseStage.again(assignment.rubric(), before.prose())));
    }

    /** Return the digest of what is handed in now, "" when it cannot be read. */
    static String digestOf(HandIn handIn) throws IOException {
        try (Staging staging = Staging.make()) {
            return SubmissionReader.read(handIn.source(), staging.folder()).digest();
        } catch (UnreadableSubmission e) {
            return "";
        }
    }

    private static Regraded left(Path folder, ResultRecord before, String why) {
        return new Regraded(folder, before, before, List.of(), why);
    }

    private Regraded compared(Path folder, ResultRecord before, ResultRecord after) throws IOException {
        Optional<Rules> old = Rules.find(out, before.provenance().facts().getOrDefault("assignment.digest", ""));
        return new Regraded(folder, before, after, Changes.between(before, after, old, now), "");
    }

    /** Sum up, with what is not as it was when the submissions were judged. */
    public Regrade sum(List<Regraded> all, boolean ran, boolean stored, boolean allowLower) throws IOException {
        Set<String> differences = new LinkedHashSet<>();
        for (Regraded one : all) {
            Map<String, String> facts = one.before().provenance().facts();
            Map<String, String> was = new TreeMap<>();
            grader.settings().keySet().forEach(name -> was.put(name, facts.getOrDefault(name, "")));
            differences.addAll(new ClassFile(ClassFile.SCHEMA, "", "", was, Map.of()).differences(grader.settings()));
        }
        Set<String> digests = new TreeSet<>();
        all.forEach(one -> digests.add(one.before().provenance().facts().getOrDefault("assignment.digest", "")));
        for (String digest : digests) {
            Rules.find(out, digest).ifPresent(old -> differences.addAll(RuleChanges.between(old, now)));
        }
        return new Regrade(assignment.id(), assignment.title(), List.copyOf(differences), ran, stored, allowLower, all);
    }

    /** Store the new record of one submission, with the files of its new run if there was one. */
    public void store(Regraded one, boolean ran) throws IOException {
        if (!one.left().isEmpty()) {
            return;
        }
        if (ran) {
            ResultFile.write(one.after(), Replacement.making(one.folder(), false));
            Replacement.swap(one.folder());
        } else {
            ResultFile.write(one.after(), one.folder());
        }
    }

    /** Keep the rules that are valid now, and note in {@code class.json} that all records follow them. */
    public void finish(Regrade regrade) throws IOException {
        now.keep(out);
        if (ClassFile.isIn(out)
                && regrade.heldBack().isEmpty()
                && regrade.left().isEmpty()) {
            ClassFile before = ClassFile.read(out);
            Map<String, String> settings = new TreeMap<>(before.settings());
            settings.putAll(grader.settings());
            settings.put("assignment", assignment.id() + " " + assignment.version());
            new ClassFile(ClassFile.SCHEMA, before.assignment(), before.submissions(), settings, before.handIns())
                    .write(out);
        }
    }

    /** Remove the files of new runs that were not stored. */
    public void forget(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            Trees.delete(Replacement.making(folder, false));
        }
    }
}
