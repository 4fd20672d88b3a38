package assay.cli;

import assay.assignment.Assignment;
import assay.result.ResultRecord;
import assay.run.RunCache;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Hold the options about what need not be run again. */
final class CacheOptions {
    @Option(
            names = "--no-cache",
            description =
                    "run everything, and keep nothing; otherwise code, questions and surroundings that are unchanged to"
                            + " the last byte are not run again")
    private boolean off;

    @Option(
            names = "--recheck-share",
            paramLabel = "PERCENT",
            defaultValue = "5",
            description =
                    "of what need not be run, run this share again, to find code that does not answer the same twice;"
                            + " default: ${DEFAULT-VALUE}")
    private String share = "5";

    /** Return the cache, if there is to be one. */
    Optional<RunCache> open(Workspace workspace, Assignment assignment) {
        double percent;
        try {
            percent = Double.parseDouble(share.replace("%", "").strip());
        } catch (NumberFormatException e) {
            throw new UsageException("--recheck-share must be a percentage such as 5, was '" + share + "'");
        }
        if (!(percent >= 0 && percent <= 100)) {
            throw new UsageException("--recheck-share must be 0 to 100, was " + share);
        }
        return off ? Optional.empty() : Optional.of(workspace.runs(assignment, percent / 100));
    }

    /** Bring the cache to its size, and tell what it did. */
    static void finish(RunCache cache, List<ResultRecord> results, Console console) {
        cache.trim();
        if (cache.served() == 0) {
            return;
        }
        console.say(cache.served() + " runs of unchanged code were taken from the cache"
                + (cache.again() == 0 ? "." : ", " + cache.again() + " of them run again as a sample."));
        for (ResultRecord result : results) {
            if (result.observed().numbers().getOrDefault("unsteadyTasks", 0.0) > 0) {
                result.observed().children().stream()
                        .filter(line -> line.contains("the code gave other answers"))
                        .forEach(line -> console.note(
                                "Note: " + Console.name(result.submission()) + " does not answer the same twice ("
                                        + line + "); the answers kept first were judged."));
            }
        }
    }
}
