package assay.cli;

import assay.data.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tell about a download in lines, at most one in two seconds, because logs of machines hate bars. */
final class ProgressLines implements Progress {
    private static final long EVERY_NANOS = 2_000_000_000L;

    private final Console console;
    private final LongSupplier nanoTime;
    private String file = "";
    private long began;
    private long firstBytes;
    private long told;

    ProgressLines(Console console, LongSupplier nanoTime) {
        this.console = console;
        this.nanoTime = nanoTime;
    }

    @Override
    public void at(String name, long done, long total) {
        long now = nanoTime.getAsLong();
        if (!name.equals(file)) {
            file = name;
            began = now;
            firstBytes = done;
            told = now;
            return;
        }
        if (now - told < EVERY_NANOS) {
            return;
        }
        told = now;
        double seconds = (now - began) / 1e9;
        double rate = Math.max(1, (done - firstBytes) / seconds);
        console.note(String.format(
                Locale.ROOT,
                "  %s: %d %% of %s, %s/s, %.0f s left",
                name,
                100 * done / Math.max(1, total),
                size(total),
                size((long) rate),
                (total - done) / rate));
    }

    @Override
    public void note(String message) {
        console.note(message);
    }

    /** Write a number of bytes for people. */
    static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
