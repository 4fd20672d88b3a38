package assay.device;

import java.util.List;
import java.util.Optional;

/** Look at a GPU five times a second while something runs on it. */
public final class GpuWatch implements AutoCloseable {
    private final long beforeMiB;
    private final Optional<Machine.Running> running;
    private int samples;
    private long peakMiB;
    private int utilisation;

    /** Begin to look at {@code gpu}. */
    public GpuWatch(Machine machine, Gpu gpu, long beforeMiB) {
        this.beforeMiB = beforeMiB;
        this.peakMiB = beforeMiB;
        this.running = machine.follow(
                List.of(
                        "nvidia-smi",
                        "--query-gpu=memory.used,utilization.gpu",
                        "--format=csv,noheader,nounits",
                        "--id=" + gpu.uuid(),
                        "--loop-ms=200"),
                this::see);
    }

    private synchronized void see(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length == 2 && cells[0].strip().matches("\\d{1,9}")) {
            samples++;
            peakMiB = Math.max(peakMiB, Long.parseLong(cells[0].strip()));
            if (cells[1].strip().matches("\\d{1,3}")) {
                utilisation = Math.max(utilisation, Integer.parseInt(cells[1].strip()));
            }
        }
    }

    /** Return what was seen so far. */
    public synchronized GpuActivity activity() {
        return new GpuActivity(samples, beforeMiB, peakMiB, utilisation);
    }

    @Override
    public void close() {
        running.ifPresent(Machine.Running::close);
    }
}
