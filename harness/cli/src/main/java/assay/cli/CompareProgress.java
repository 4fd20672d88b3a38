package assay.cli;

import assay.compare.Figures;
import assay.compare.Job;
import assay.compare.RunListener;
import assay.compare.RunResult;
import assay.compare.TimeLeft;
import java.time.Duration;

/** Tell how a comparison goes on: a line per run, and within a long run one every quarter of a minute. */
final class CompareProgress implements RunListener {
    private static final long BETWEEN = Duration.ofSeconds(15).toNanos();

    private final Console console;
    private long last = System.nanoTime();

    CompareProgress(Console console) {
        this.console = console;
    }

    @Override
    public void done(Job job, RunResult result, TimeLeft left) {
        say(left, job.name() + ": " + Figures.duration(result.wallSeconds()) + (result.diverged() ? ", diverged" : ""));
    }

    @Override
    public void failed(Job job, String reason, TimeLeft left) {
        say(left, job.name() + ": no result, " + reason);
    }

    @Override
    public void progress(Job job, double share, TimeLeft left) {
        if (System.nanoTime() - last >= BETWEEN) {
            say(left, job.name() + ": " + Math.round(100 * share) + " %");
        }
    }

    private void say(TimeLeft left, String what) {
        last = System.nanoTime();
        String still = left.seconds().isPresent() && left.ended() < left.all()
                ? "; about " + Figures.duration(left.seconds().getAsDouble()) + " left"
                : "";
        console.note("[" + left.ended() + "/" + left.all() + "] " + what + still);
    }
}
