package assay.experiment;

import assay.experiment.job.BadJob;
import assay.experiment.job.Experiment;
import assay.experiment.linear.EarlyStopping;
import assay.experiment.linear.FourOrNine;
import assay.experiment.linear.LinearRegression;
import assay.experiment.linear.SoftmaxRegression;
import assay.experiment.net.GridSearch;
import assay.experiment.net.Nets;
import assay.experiment.transfer.Transfer;
import java.util.Map;
import java.util.TreeMap;

/** Know the experiments by the names of their descriptions. */
final class Experiments {
    private static final Map<String, Experiment> ALL = Map.of(
            "mse-vs-kl",
            new FourOrNine(),
            "lenet",
            new Nets(),
            "mnist-models",
            new Nets(),
            "downscaling",
            new SoftmaxRegression(),
            "l2",
            new SoftmaxRegression(),
            "early-stopping",
            new EarlyStopping(),
            "grid-search",
            new GridSearch(),
            "linear-regression",
            new LinearRegression(),
            "svhn-transfer",
            new Transfer());

    private Experiments() {}

    /** Return the experiment called {@code id}. */
    static Experiment of(String id) throws BadJob {
        Experiment experiment = ALL.get(id);
        if (experiment == null) {
            throw new BadJob(
                    "there is no experiment '" + id + "'; known: " + String.join(", ", new TreeMap<>(ALL).keySet()));
        }
        return experiment;
    }
}
