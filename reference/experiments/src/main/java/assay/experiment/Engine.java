package assay.experiment;

import assay.experiment.job.Outcome;
import assay.worker.cpu.Nd4jFacts;

/** Say what the numbers were computed with. */
final class Engine {
    private Engine() {}

    /** Write the machine and the libraries into {@code outcome}. */
    static Outcome describe(Outcome outcome) {
        Nd4jFacts.now().forEach(outcome::provenance);
        return outcome;
    }
}
