package assay.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Say how workers are started and how long one may be silent.
 *
 * @param command program and arguments; it takes jobs as JSON lines and answers in JSON lines
 * @param environment variables on top of those that are set
 * @param dataHome folder of the data sets
 * @param logs folder for what workers write to their standard error
 */
public record WorkerSetup(
        List<String> command, Map<String, String> environment, Path dataHome, Path logs, Duration silence) {
    public WorkerSetup {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
