package assay.experiment.transfer;

import assay.experiment.backbone.Backbones;
import assay.experiment.backbone.Colours;
import assay.experiment.job.BadJob;
import assay.experiment.job.Settings;
import java.util.List;
import java.util.stream.Stream;

/**
 * Be what the settings of a job say.
 *
 * @param backbone its name, or {@link #NONE}
 * @param drawn whether its weights are drawn and nobody has trained it
 * @param asPublished whether pixels go to -1 ... 1, as was published, and not as the weights expect them
 * @param moving whether the backbone runs in training mode, as was published
 * @param images how many images to take at most
 * @param fraction of the images to take
 * @param trainShare of what is taken, for training; the rest is held out
 */
record Plan(
        String backbone,
        boolean drawn,
        int side,
        boolean asPublished,
        boolean moving,
        int images,
        double fraction,
        double trainShare,
        int epochs,
        int batch,
        double rate) {
    /** Stands for the pixels themselves. */
    static final String NONE = "none";

    /** Read the settings. */
    static Plan of(Settings settings) throws BadJob {
        List<String> known =
                Stream.concat(Stream.of(NONE), Backbones.names().stream()).toList();
        Plan plan = new Plan(
                settings.choice("backbone", known),
                settings.choice("weights", List.of("published", "drawn")).equals("drawn"),
                settings.count("side", 1),
                settings.choice("pixels", List.of("expected", "published")).equals("published"),
                settings.choice("trunk", List.of("frozen", "training-mode")).equals("training-mode"),
                settings.count("images", 2),
                settings.number("fraction"),
                settings.number("train-share"),
                settings.count("epochs", 1),
                settings.count("batch", 1),
                settings.number("rate"));
        settings.done();
        share("fraction", plan.fraction);
        share("train-share", plan.trainShare);
        if (plan.isNone() && (plan.moving || plan.drawn)) {
            throw new BadJob("without a backbone there are no weights to draw and no training mode");
        }
        return plan;
    }

    /** Say whether the head sees the pixels themselves. */
    boolean isNone() {
        return backbone.equals(NONE);
    }

    /** Return how the pixels go in, where {@code expected} is what the weights expect. */
    Preparation preparation(Colours expected) {
        return new Preparation(side, asPublished ? Colours.SYMMETRIC : expected);
    }

    private static void share(String name, double share) throws BadJob {
        if (!(share > 0 && share <= 1)) {
            throw new BadJob("setting '" + name + "' must be more than 0 and at most 1, was " + share);
        }
    }
}
