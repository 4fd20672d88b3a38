package assay.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ask the driver, between submissions, whether a GPU still answers and is free of what ran before. */
public final class GpuHealth {
    /** Memory that may stay in use beyond what was before: caches of the driver. */
    private static final long SPARE_MIB = 256;

    private final Machine machine;
    private final Gpu gpu;

    /** Watch over {@code gpu}. */
    public GpuHealth(Machine machine, Gpu gpu) {
        this.machine = machine;
        this.gpu = gpu;
    }

    /** Return the memory in use in MiB; empty when the driver does not say. */
    public Optional<Long> usedMiB() {
        return cells().filter(cells -> cells.get(0).matches("\\d+")).map(cells -> Long.parseLong(cells.get(0)));
    }

    /** Return in a sentence how the card itself fails: it does not answer, or counts errors of its memory. */
    public Optional<String> failure() {
        Optional<Machine.Reply> reply = query();
        if (reply.isEmpty() || reply.get().status() != 0) {
            String said = reply.flatMap(one -> one.printed().lines().findFirst())
                    .orElse(
                            reply.isEmpty()
                                    ? "nvidia-smi is gone"
                                    : "nothing, status " + reply.get().status());
            return Optional.of(gpu.name() + " does not answer any more: " + said);
        }
        List<String> cells = cells(reply.get());
        if (cells.size() < 2 || !cells.get(0).matches("\\d+")) {
            return Optional.of(
                    gpu.name() + " does not answer any more: " + reply.get().printed());
        }
        return cells.get(1).matches("[1-9]\\d*")
                ? Optional.of(gpu.name() + " counts " + cells.get(1)
                        + " errors of its memory that could not be corrected; restart the machine, or reset the card")
                : Optional.empty();
    }

    /** Return in a sentence what stays in use beyond {@code idleMiB} after every program of ours has ended. */
    public Optional<String> leftover(long idleMiB) {
        return usedMiB()
                .filter(used -> used > idleMiB + SPARE_MIB)
                .map(used -> used - idleMiB + " MiB on " + gpu.name()
                        + " are in use, more than when grading began, and no program of Assay is running there");
    }

    private Optional<List<String>> cells() {
        return query().filter(reply -> reply.status() == 0)
                .map(GpuHealth::cells)
                .filter(cells -> !cells.isEmpty());
    }

    private static List<String> cells(Machine.Reply reply) {
        return Stream.of(reply.printed().lines().findFirst().orElse("").split(",", -1))
                .map(String::strip)
                .toList();
    }

    private Optional<Machine.Reply> query() {
        return machine.run(List.of(
                "nvidia-smi",
                "--query-gpu=memory.used,ecc.errors.uncorrected.volatile.total",
                "--format=csv,noheader,nounits",
                "--id=" + gpu.uuid()));
    }
}
