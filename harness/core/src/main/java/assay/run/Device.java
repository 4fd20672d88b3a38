package assay.run;

import java.util.Locale;

/** Name where a submission's code computes. */
public enum Device {
    /** The processor: what every machine has. */
    CPU,
    /** An NVIDIA GPU, through CUDA. */
    CUDA;

    /** Return the name as it stands on command lines and in records: "cpu", "cuda". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
