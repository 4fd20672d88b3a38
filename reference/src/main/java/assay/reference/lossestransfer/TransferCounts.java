package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;
import java.util.function.ToIntFunction;

/** Solve the counts of question 4: trainable and all parameters of five networks with a new last layer of 10 classes. */
public final class TransferCounts implements ReferenceTask {
    private static final int CLASSES = 10;
    private static final int OLD_CLASSES = 1000;

    @Override
    public String id() {
        return "transfer/counts";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        return counts(one -> one.head(CLASSES), one -> one.body() + one.head(CLASSES));
    }

    private static Answers counts(ToIntFunction<Backbone> trainable, ToIntFunction<Backbone> total) {
        Answers answers = Answers.none();
        for (Backbone one : Backbone.all()) {
            answers = answers.and(one.name() + "-trainable", trainable.applyAsInt(one))
                    .and(one.name() + "-total", total.applyAsInt(one));
        }
        return answers;
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake(
                        "old-head",
                        "This is the count with the last layer for the 1000 classes of ImageNet. It has been replaced:"
                                + " SVHN has 10 classes.",
                        in -> counts(one -> one.head(OLD_CLASSES), one -> one.body() + one.head(OLD_CLASSES))),
                new Mistake(
                        "no-bias",
                        "Ten are missing: the new layer has a bias for each class, too.",
                        in -> counts(one -> one.features() * CLASSES, one -> one.body() + one.features() * CLASSES)),
                new Mistake(
                        "statistics-counted",
                        "The running means and variances of the batch normalisation are counted. They are state that is"
                                + " measured, no parameters that an optimiser could change.",
                        TransferCounts::withStatistics),
                new Mistake(
                        "body-alone",
                        "The new last layer is missing in the total.",
                        in -> counts(Backbone::body, Backbone::body)),
                new Mistake(
                        "nothing-frozen",
                        "These are all parameters. The body is frozen; trained is the last layer alone.",
                        in -> counts(one -> one.body() + one.head(CLASSES), one -> one.head(CLASSES))),
                new Mistake(
                        "both-heads",
                        "The old last layer is counted as well as the new one, which takes its place.",
                        in -> counts(
                                one -> one.head(CLASSES) + one.head(OLD_CLASSES),
                                one -> one.body() + one.head(CLASSES) + one.head(OLD_CLASSES))));
    }

    /** AlexNet and VGG16 have no statistics, so there the total is right. */
    private static Answers withStatistics(Inputs in) {
        Answers wrong = Answers.none();
        for (Backbone one : Backbone.all()) {
            wrong = one.statistics() == 0
                    ? wrong
                    : wrong.and(one.name() + "-total", one.body() + one.head(CLASSES) + one.statistics());
        }
        return wrong;
    }
}
