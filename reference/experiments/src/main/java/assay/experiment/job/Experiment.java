package assay.experiment.job;

import java.io.IOException;

/** Train one variant of one comparison from one seed. */
@FunctionalInterface
public interface Experiment {
    /**
     * Train and measure; the same job gives the same outcome but for the times.
     *
     * @throws BadJob if a setting is missing or of no use
     * @throws IOException if the data cannot be read
     */
    Outcome run(Job job, Shelf shelf, Progress progress) throws BadJob, IOException;
}
