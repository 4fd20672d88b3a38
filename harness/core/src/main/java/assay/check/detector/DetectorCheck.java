package assay.check.detector;

import assay.api.Answers;
import assay.assignment.About;
import assay.assignment.Default;
import assay.assignment.Task;
import assay.check.CheckContext;
import assay.check.CheckKind;
import assay.check.Diagnosis;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import assay.run.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Decide whether a filter with activation, pooling and threshold tells images with one diagonal line from images with two.
 *
 * <p>Numbers are read as rationals and all responses are exact, so that nothing depends on rounding. The images are either
 * all that there are of a size, which proves the detector right for it, or drawn from a written seed.
 */
@About("Judge a detector made of one 3x3 filter that tells images with one diagonal line from images with two.")
public final class DetectorCheck implements CheckKind<DetectorCheck.Spec> {
    private static final int MOST_OBJECTIONS = 3;
    private static final int MOST_SIDE = 100;
    private static final int MOST_SIDE_OF_EVERY = 10;
    private static final int MOST_COUNT = 1000;

    /** Say which images are tried. */
    public enum Images {
        /** Every image of the size. */
        EVERY,
        /** So many of them, drawn from a seed. */
        DRAWN
    }

    /** Hold the keys. */
    public record Spec(
            @About("every image of the size, which proves the detector, or images that are drawn")
            Images images,

            @About("rows and columns of an image") int side,
            @About("pixels of the shortest line") int shortest,
            @About("pixels of the longest line") int longest,

            @About("least distance of two lines, in rows or in columns") @Default("3")
            int distance,

            @About("how many images are drawn") @Default("400")
            int count,

            @About("what they are drawn from") @Default("1") long seed,

            @About("answer with the 3x3 weights") @Default("filter")
            String filter,

            @About("answer with the bias") @Default("bias") String bias,

            @About("answer with the activation") @Default("activation")
            String activation,

            @About("answer with the pooling") @Default("pooling")
            String pooling,

            @About("answer with the threshold") @Default("threshold")
            String threshold,

            @About("answer that says convolution or cross-correlation") @Default("convention")
            String convention) {
        public Spec {
            require(shortest >= 2 && shortest <= longest, "'shortest' must be 2 or more and 'longest' not less");
            require(distance >= 2, "'distance' must be 2 or more: closer lines are one");
            int most = images == Images.EVERY ? MOST_SIDE_OF_EVERY : MOST_SIDE;
            require(
                    side >= shortest + distance && side <= most,
                    "'side' must leave room for two lines and be at most " + most + ", was " + side);
            require(count >= 1 && count <= MOST_COUNT, "'count' must be 1 to " + MOST_COUNT + ", was " + count);
        }

        private static void require(boolean holds, String sentence) {
            if (!holds) {
                throw new IllegalArgumentException(sentence);
            }
        }

        /** Return the names of the six answers. */
        List<String> answers() {
            return List.of(filter, bias, activation, pooling, threshold, convention);
        }

        List<Picture> pictures() {
            Pictures all = new Pictures(side, shortest, longest, distance);
            return images == Images.EVERY ? all.every() : all.drawn(count, seed);
        }
    }

    @Override
    public String name() {
        return "line-detector";
    }

    @Override
    public Class<Spec> specType() {
        return Spec.class;
    }

    @Override
    public String objection(Spec spec, Task task) {
        return task.objection(spec.answers());
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public Judgement judge(Spec spec, CheckContext context) {
        if (context.trials().size() != 1) {
            return Judgement.without(
                    Verdict.NOT_JUDGED, "no-trial", "A detector is judged in a task without inputs, asked once.");
        }
        Trial trial = context.trials().get(0);
        if (trial.outcome() instanceof Outcome.Failed failed) {
            return context.fault(trial, failed);
        }
        Optional<Judgement> refused = context.refused(trial, spec.answers());
        if (refused.isPresent()) {
            return refused.get();
        }
        Answers answers = ((Outcome.Answered) trial.outcome()).answers();
        for (String name : spec.answers()) {
            if (answers.get(name).isEmpty()) {
                return Judgement.without(Verdict.MISSING, "no-answer", "'" + name + "' is missing.");
            }
        }
        DetectorReader reader = new DetectorReader(answers);
        return reader.read(spec)
                .map(detector -> judge(spec, Survey.of(detector, spec.pictures())))
                .orElseGet(() -> unreadable(reader.objections()));
    }

    private static Judgement unreadable(List<String> objections) {
        int more = objections.size() - MOST_OBJECTIONS;
        String message = String.join("; ", objections.subList(0, Math.min(objections.size(), MOST_OBJECTIONS)))
                + (more > 0 ? "; and " + more + " more." : ".");
        return Judgement.wrong("unreadable-detector", message, Diagnosis.none(), List.of());
    }

    private static Judgement judge(Spec spec, Survey survey) {
        String size = spec.side() + " x " + spec.side();
        String which = spec.images() == Images.EVERY ? "all " : "";
        if (survey.isRight()) {
            String message = "Right on " + which + survey.pictures().size() + " images of " + size + " pixels, "
                    + survey.count(1) + " with one line and " + survey.count(2) + " with two.";
            return Judgement.passed(
                    message, spec.images() == Images.EVERY ? List.of(DetectorEvidence.nearest(survey)) : List.of());
        }
        Picture smallest = survey.smallestWrong().orElseThrow();
        Diagnosis diagnosis = DetectorDiagnosis.of(survey);
        String message = survey.wrong().size() + " of " + survey.pictures().size() + " images of " + size
                + " pixels are wrong (" + survey.countWrong(1) + " of " + survey.count(1) + " with one line, "
                + survey.countWrong(2) + " of " + survey.count(2) + " with two): " + taken(survey, smallest) + "."
                + (diagnosis.sentence().isEmpty() ? "" : " " + diagnosis.sentence());
        List<Evidence> shown = List.of(DetectorEvidence.picture(survey, smallest), DetectorEvidence.byLength(survey));
        return Judgement.wrong("wrong-images", message, diagnosis, shown);
    }

    private static String taken(Survey survey, Picture picture) {
        int places = survey.detector().places(picture).size();
        return picture.describe() + " " + (picture.lines().size() == 1 ? "is taken for two" : "are taken for one")
                + ", with " + places + (places == 1 ? " response" : " responses") + " and "
                + DetectorEvidence.reading(survey.detector(), picture);
    }
}
