package assay.experiment.job;

import assay.data.DataSet;
import assay.data.DataSets;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keep the data set that was opened last, because the next job mostly wants it again. */
public final class Shelf {
    private @Nullable DataSet last;
    private String key = "";

    /** Open the data set that {@code job} names. */
    public DataSet images(Job job) throws IOException {
        String wanted = job.data() + " in " + job.home();
        DataSet found = last;
        if (found == null || !wanted.equals(key)) {
            found = DataSets.open(job.data(), job.home());
            last = found;
            key = wanted;
        }
        return found;
    }
}
