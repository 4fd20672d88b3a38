package assay.experiment.job;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import assay.data.DataHome;
import java.nio.file.Path;

/**
 * Say what to train: one variant of one experiment from one seed.
 *
 * @param settings the settings of the experiment and of the variant, merged
 * @param data the name of the data set
 * @param home the folder of the data sets
 */
public record Job(String experiment, String variant, long seed, Fields settings, String data, DataHome home) {
    /**
     * Read a job from one line of the protocol.
     *
     * @throws BadJob if something is missing or of the wrong type
     */
    public static Job of(Value line) throws BadJob {
        Fields job = fields(line, "a job");
        Fields data = fields(value(job, "data"), "'data'");
        if (!(value(job, "seed") instanceof Tensor seed) || seed.rank() != 0 || seed.item() != Math.rint(seed.item())) {
            throw new BadJob("'seed' must be a whole number");
        }
        return new Job(
                text(job, "experiment"),
                text(job, "variant"),
                (long) seed.item(),
                fields(value(job, "settings"), "'settings'"),
                text(data, "name"),
                data.get("home").isPresent() ? new DataHome(Path.of(text(data, "home"))) : DataHome.ofEnvironment());
    }

    private static Fields fields(Value value, String what) throws BadJob {
        if (value instanceof Fields fields) {
            return fields;
        }
        throw new BadJob(what + " must be a record, was " + value.describe());
    }

    private static Value value(Fields of, String name) throws BadJob {
        return of.get(name).orElseThrow(() -> new BadJob("must have '" + name + "', was " + of.describe()));
    }

    private static String text(Fields of, String name) throws BadJob {
        if (value(of, name) instanceof Text text) {
            return text.text();
        }
        throw new BadJob("'" + name + "' must be a text, was " + value(of, name).describe());
    }
}
