package assay.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Be all that is told of a graded pull request, {@code pull.json}. Everything in it is bounded, because whoever comments on a pull
 * request reads it from a job that a stranger could have changed.
 *
 * @param schema {@code assay/pull/1}
 * @param definition where the assignment's files came from: {@code base} or {@code installation}
 * @param exitCode of the command line
 * @param guarded changed paths that decide how is graded; reported and never used
 * @param strays changed paths that belong to no submission
 * @param notes sentences about the pull request as a whole
 */
public record PullRecord(
        String schema,
        String base,
        String head,
        String assignment,
        int assignmentVersion,
        String assignmentTitle,
        String definition,
        int exitCode,
        List<String> guarded,
        List<String> strays,
        List<String> removed,
        List<String> notes,
        List<Graded> submissions) {
    /** Name the version of this form. */
    public static final String SCHEMA = "assay/pull/1";

    private static final int MOST = 1000;
    private static final int MOST_TEXT = 8000;

    public PullRecord {
        guarded = List.copyOf(guarded);
        strays = List.copyOf(strays);
        removed = List.copyOf(removed);
        notes = List.copyOf(notes);
        submissions = List.copyOf(submissions);
        want(schema.equals(SCHEMA), "schema");
        want(base.matches("[0-9a-f]{40,64}") && head.matches("[0-9a-f]{40,64}"), "base and head");
        want(assignment.matches("[a-z0-9-]{0,100}"), "assignment");
        want(definition.matches("base|installation|none"), "definition");
        want(exitCode >= 0 && exitCode <= 255, "exitCode");
        want(assignmentTitle.length() <= MOST_TEXT, "assignmentTitle");
        for (List<String> texts : List.of(guarded, strays, removed, notes)) {
            want(
                    texts.size() <= MOST && texts.stream().allMatch(text -> text.length() <= MOST_TEXT),
                    "a list of texts");
        }
        want(submissions.size() <= MOST, "submissions");
    }

    /** Return the same with more notes and another exit code. */
    public PullRecord noted(List<String> more, int code) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new PullRecord(
                schema,
                base,
                head,
                assignment,
                assignmentVersion,
                assignmentTitle,
                definition,
                code,
                guarded,
                strays,
                removed,
                all,
                submissions);
    }

    /**
     * Be one graded submission.
     *
     * @param path where it lies in the repository, without a slash at its end
     * @param points earned; nothing where something was not judged, because that is no zero
     * @param verdicts how many criteria have each verdict, by the verdict's name in small letters
     * @param ungradable why nothing could be graded, or ""
     */
    public record Graded(
            String submission,
            String key,
            String path,
            Optional<Double> points,
            double maxPoints,
            Map<String, Integer> verdicts,
            String ungradable,
            List<String> notes,
            List<Open> open) {
        public Graded {
            verdicts = java.util.Collections.unmodifiableMap(new TreeMap<>(verdicts));
            notes = List.copyOf(notes);
            open = List.copyOf(open);
            want(submission.length() <= 300 && path.length() <= MOST_TEXT, "submission");
            want(key.matches("[a-z0-9-]{1,60}"), "key");
            want(maxPoints >= 0 && maxPoints <= 1e6, "maxPoints");
            want(points.isEmpty() || (points.get() >= 0 && points.get() <= maxPoints + 1e-6), "points");
            want(
                    verdicts.size() <= 20 && verdicts.keySet().stream().allMatch(one -> one.matches("[a-z-]{1,20}")),
                    "verdicts");
            want(ungradable.length() <= MOST_TEXT, "ungradable");
            want(notes.size() <= MOST && notes.stream().allMatch(note -> note.length() <= MOST_TEXT), "notes");
            want(open.size() <= MOST, "open");
        }
    }

    /**
     * Be one criterion that has not passed.
     *
     * @param verdict in small letters, such as {@code wrong}
     * @param message what the student reads first
     * @param likely the likely cause in a sentence, or ""
     */
    public record Open(
            String task,
            String criterion,
            String title,
            String verdict,
            double points,
            double maxPoints,
            String message,
            String likely) {
        public Open {
            want(task.length() <= 200 && criterion.length() <= 200 && title.length() <= 1000, "a criterion's names");
            want(verdict.matches("[a-z-]{1,20}"), "verdict");
            want(points >= 0 && points <= maxPoints + 1e-6 && maxPoints <= 1e6, "points");
            want(message.length() <= MOST_TEXT && likely.length() <= MOST_TEXT, "message");
        }

        /** Return the points that are missing. */
        public double lost() {
            return maxPoints - points;
        }
    }

    private static void want(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("'" + what + "' is not as a graded pull request has it");
        }
    }
}
