package assay.experiment.net;

import assay.experiment.job.BadJob;
import assay.experiment.job.Settings;
import java.util.List;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** Read how a net is to be changed at each step: {@code updater}, and {@code rate} and {@code momentum} where it has them. */
final class Updaters {
    private Updaters() {}

    /** Read the updater from {@code settings}. */
    static IUpdater of(Settings settings) throws BadJob {
        return switch (settings.choice("updater", List.of("sgd", "nesterov", "rmsprop", "adam", "adadelta"))) {
            case "sgd" -> new Sgd(settings.number("rate"));
            case "nesterov" -> new Nesterovs(settings.number("rate"), settings.number("momentum"));
            case "rmsprop" -> new RmsProp(settings.number("rate"));
            case "adam" -> new Adam(settings.number("rate"));
            // It has no learning rate; rho and epsilon as in Zeiler 2012.
            default -> new AdaDelta(0.95, 1e-6);
        };
    }
}
