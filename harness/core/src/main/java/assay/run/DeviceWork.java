package assay.run;

import assay.api.Fields;
import assay.api.Sequence;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hold what a child says about where it computed. It runs beside the submission and could be made to lie, so what the driver
 * saw decides with it.
 *
 * @param on the device it really had
 * @param framework what computed, with versions: "torch 2.4.0 with CUDA 12.4", "ND4J JCublasBackend", "" for none
 * @param name the GPU by its own name, "" on the CPU
 * @param bytes the most memory that the framework held on the GPU; -1 where it does not count
 * @param modes what it was allowed to do less precisely, in words: "TF32 in convolutions"
 */
public record DeviceWork(Device on, String framework, String name, long bytes, List<String> modes) {
    private static final int LONGEST = 200;
    private static final int MOST_MODES = 8;

    public DeviceWork {
        modes = List.copyOf(modes);
    }

    /** Stand where a child said nothing. */
    static DeviceWork unsaid() {
        return new DeviceWork(Device.CPU, "", "", -1, List.of());
    }

    /** Read {@code {"on": "cuda", "framework": ..., "name": ..., "bytes": ..., "modes": [...]}}. */
    static Optional<DeviceWork> read(Value value) {
        if (!(value instanceof Fields fields) || !(fields.get("on").orElse(null) instanceof Text on)) {
            return Optional.empty();
        }
        List<String> modes = new ArrayList<>();
        if (fields.get("modes").orElse(null) instanceof Sequence sequence) {
            sequence.items().stream()
                    .limit(MOST_MODES)
                    .forEach(item -> modes.add(item instanceof Text text ? Printable.line(text.text(), LONGEST) : ""));
        }
        double bytes = fields.get("bytes").orElse(null) instanceof Tensor tensor && tensor.rank() == 0
                ? tensor.item()
                : Double.NaN;
        return Optional.of(new DeviceWork(
                on.text().equals(Device.CUDA.word()) ? Device.CUDA : Device.CPU,
                line(fields, "framework"),
                line(fields, "name"),
                bytes >= 0 && bytes < 1e15 ? (long) bytes : -1,
                modes));
    }

    private static String line(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Text text ? Printable.line(text.text(), LONGEST) : "";
    }

    /** Say it in words: "torch 2.4.0 with CUDA 12.4 on NVIDIA L4, 12.5 MiB". */
    String describe() {
        String where = on == Device.CUDA ? name.isEmpty() ? "the GPU" : name : "the CPU";
        String much = bytes < 0 ? "" : String.format(java.util.Locale.ROOT, ", %.1f MiB", bytes / (double) (1 << 20));
        return (framework.isEmpty() ? "no framework" : framework) + " on " + where + much;
    }
}
