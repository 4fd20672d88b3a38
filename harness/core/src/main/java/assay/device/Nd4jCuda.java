package assay.device;

import assay.device.Missing.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Know which cards ND4J's CUDA library runs on, before it is loaded: on others it is chosen all the same, and dies.
 *
 * <p>libnd4jcuda.so of nd4j-cuda-11.6 1.0.0-M2.1 holds machine code for nine architectures and no PTX, which a driver
 * could translate for newer ones (read from the library with cuobjdump).
 */
public final class Nd4jCuda {
    /** Name the library. */
    public static final String NAME = "nd4j-cuda-11.6 1.0.0-M2.1";

    /** List the versions for which the library holds machine code. */
    static final List<ComputeCapability> BUILT = Stream.of(
                    "3.7", "5.0", "5.2", "6.0", "6.1", "7.0", "7.5", "8.0", "8.6")
            .map(text -> ComputeCapability.read(text).orElseThrow())
            .toList();
    /** CUDA 11 runs from this driver on (CUDA compatibility guide, minor version compatibility). */
    private static final int OLDEST_DRIVER = 450;

    private static final String REMEDY =
            "Grade what uses DL4J with --device cpu, hand in Python with torch for this GPU,"
                    + " or take a card from Kepler (3.7) to Ada (8.9)";

    private Nd4jCuda() {}

    /** Return why the library cannot run on {@code gpu}; empty where it can. */
    public static Optional<Missing> whyNot(Gpu gpu) {
        if (gpu.capability().isEmpty()) {
            return Optional.of(new Missing(
                    Part.ARCHITECTURE,
                    "the compute capability of " + gpu.name() + " is not known, as nvidia-smi of driver " + gpu.driver()
                            + " does not tell it",
                    "Install driver 510 or newer"));
        }
        ComputeCapability card = gpu.capability().get();
        if (BUILT.stream().noneMatch(built -> built.runsOn(card))) {
            return Optional.of(new Missing(
                    Part.ARCHITECTURE,
                    NAME + " holds machine code for "
                            + BUILT.stream().map(ComputeCapability::toString).collect(Collectors.joining(", "))
                            + " and nothing that a driver could translate, so it cannot run on " + gpu.name() + " ("
                            + card + ")",
                    REMEDY));
        }
        String major = gpu.driver().split("\\.", 2)[0];
        if (major.matches("\\d{1,6}") && Integer.parseInt(major) < OLDEST_DRIVER) {
            return Optional.of(new Missing(
                    Part.DRIVER,
                    "driver " + gpu.driver() + " is too old for CUDA 11, which " + NAME + " brings",
                    "Install driver " + OLDEST_DRIVER + ".80 or newer"));
        }
        return Optional.empty();
    }
}
