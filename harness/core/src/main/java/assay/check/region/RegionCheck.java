package assay.check.region;

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
import assay.check.region.Survey.Place;
import assay.run.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decide exactly whether a network with one hidden layer of hard limiters is 1 inside an open convex polygon and 0 elsewhere.
 *
 * <p>Numbers are read as rationals (0.1 is 1/10), and the lines of the units and of the polygon cut the plane into finitely
 * many pieces on which the network is constant: it is evaluated once in each, so nothing is sampled and nothing rounded.
 */
@About(
        "Decide exactly whether a network with one hidden layer of hard limiters is 1 inside an open convex polygon and 0 elsewhere.")
public final class RegionCheck implements CheckKind<RegionCheck.Spec> {
    private static final int MOST_OBJECTIONS = 3;

    /** Say which pieces of the plane a criterion is about. */
    public enum Part {
        /** The open regions between the lines. */
        INSIDE,
        /** The points on the lines; the regions on both sides of the polygon's sides must be right as well. */
        BOUNDARY
    }

    /** Hold the keys. */
    public record Spec(
            @About("corners of the polygon, in order") Polygon target,

            @About("what is judged: inside (the faces) or boundary (the edges and corners)")
            Part part,

            @About("answer that says which value hardlim(0) has") @Default("hardlim-at-zero")
            String hardlimAtZero,

            @About("answer with the hidden units, a row [weight of x, weight of y, bias] each") @Default("hidden")
            String hidden,

            @About("answer with the weights of the output unit") @Default("output-weights")
            String outputWeights,

            @About("answer with the bias of the output unit") @Default("output-bias")
            String outputBias) {
        /** Return the names of the four answers. */
        List<String> answers() {
            return List.of(hardlimAtZero, hidden, outputWeights, outputBias);
        }
    }

    @Override
    public String name() {
        return "exact-region";
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
        Optional<Judgement> last = Optional.empty();
        for (Trial trial : context.trials()) {
            Judgement judgement = judge(spec, context, trial);
            if (judgement.verdict() != Verdict.PASSED) {
                return judgement;
            }
            last = Optional.of(judgement);
        }
        return last.orElseGet(() -> Judgement.without(Verdict.NOT_JUDGED, "no-trial", "There was nothing to judge."));
    }

    private Judgement judge(Spec spec, CheckContext context, Trial trial) {
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
                return Judgement.without(Verdict.MISSING, "no-answer", missing(name, spec));
            }
        }
        NetworkReader reader = new NetworkReader(answers);
        Optional<Network> network = reader.read(spec);
        if (network.isEmpty()) {
            return unreadable(reader.objections());
        }
        Survey survey = Survey.of(network.get(), spec.target());
        return spec.part() == Part.INSIDE ? inside(survey) : boundary(survey);
    }

    private static String missing(String name, Spec spec) {
        return name.equals(spec.hardlimAtZero())
                ? "'" + name
                        + "' is missing: say which value hardlim(0) has, 0 or 1; what is right on the edge depends on it."
                : "'" + name + "' is missing.";
    }

    private static Judgement unreadable(List<String> objections) {
        int more = objections.size() - MOST_OBJECTIONS;
        String message = String.join("; ", objections.subList(0, Math.min(objections.size(), MOST_OBJECTIONS)))
                + (more > 0 ? "; and " + more + " more." : ".");
        return Judgement.wrong("unreadable-network", message, Diagnosis.none(), List.of());
    }

    private static Judgement inside(Survey survey) {
        int faces = survey.arrangement().faces().size();
        List<Place> wrong = survey.wrongFaces();
        RegionEvidence evidence = new RegionEvidence(survey);
        if (wrong.isEmpty()) {
            return Judgement.passed(
                    "Right in " + plural(faces, "region") + ", each decided exactly.",
                    List.of(evidence.drawing(List.of())));
        }
        String found =
                wrong.size() + " of " + plural(faces, "region") + " " + (wrong.size() == 1 ? "is" : "are") + " wrong";
        return wrong("wrong-region", survey, found, wrong, List.of());
    }

    private static Judgement boundary(Survey survey) {
        int edges = survey.arrangement().edges().size();
        int corners = survey.arrangement().corners().size();
        List<Place> wrong = survey.wrongEdgesAndCorners();
        if (!wrong.isEmpty()) {
            long wrongEdges = wrong.stream()
                    .filter(place -> place.cell().kind() == Cell.Kind.EDGE)
                    .count();
            String found = wrongEdges + " of " + plural(edges, "edge") + " and " + (wrong.size() - wrongEdges) + " of "
                    + plural(corners, "corner") + " are wrong";
            return wrong("wrong-edge", survey, found, wrong, wrong);
        }
        List<Place> beside = survey.wrongBesideTheSides();
        if (!beside.isEmpty()) {
            String found =
                    "The lines themselves are right, but the network is not 1 just inside and 0 just outside of the "
                            + survey.target().noun() + "'s sides";
            return wrong("no-border", survey, found, beside, List.of());
        }
        return Judgement.passed(
                "Right on " + plural(edges, "edge") + " and " + plural(corners, "corner") + ", each decided exactly.",
                List.of(new RegionEvidence(survey).drawing(List.of())));
    }

    private static Judgement wrong(String cause, Survey survey, String found, List<Place> wrong, List<Place> marks) {
        Diagnosis diagnosis = RegionDiagnosis.of(survey, !cause.equals("wrong-region"));
        StringBuilder message = new StringBuilder(found).append(": ").append(example(survey, wrong.get(0)));
        wrong.stream()
                .filter(place -> place.where() != wrong.get(0).where())
                .findFirst()
                .ifPresent(other -> message.append("; ").append(example(survey, other)));
        message.append('.');
        if (!diagnosis.sentence().isEmpty()) {
            message.append(' ').append(diagnosis.sentence());
        }
        RegionEvidence evidence = new RegionEvidence(survey);
        List<Evidence> shown = List.of(evidence.drawing(marks), evidence.table(wrong));
        return Judgement.wrong(cause, message.toString(), diagnosis, shown);
    }

    /** Say what happens at a wrong point; evaluates the network afresh from its own numbers. */
    private static String example(Survey survey, Place place) {
        Network.Evaluation evaluation = survey.network().evaluate(place.cell().at());
        if (evaluation.output() != place.answered()) {
            throw new IllegalStateException("two evaluations at " + place.cell().at() + " differ");
        }
        return "at " + place.cell().at() + ", " + place.where().words() + " the "
                + survey.target().noun() + ", your network says " + evaluation.output() + ", not " + place.asked()
                + " (hidden: " + RegionEvidence.hidden(evaluation) + "; sum " + evaluation.sum() + ")";
    }

    private static String plural(int count, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
