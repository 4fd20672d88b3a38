package assay.worker.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.nd4j.linalg.factory.Nd4j;

/** Say what ND4J computes with: everything that decides the last bits of its numbers. */
public final class Nd4jFacts {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Nd4jFacts() {}

    /** Return what is known about the machine and the libraries; loads ND4J. */
    public static Map<String, String> now() {
        Map<String, String> facts = new TreeMap<>();
        Properties nd4j = Nd4j.getExecutioner().getEnvironmentInformation();
        facts.put("backend", "nd4j-native " + version());
        facts.put("blas", nd4j.getProperty("blas.vendor", "unknown"));
        facts.put("blas.coretype", environment("OPENBLAS_CORETYPE"));
        facts.put("threads", environment("OMP_NUM_THREADS"));
        facts.put("onednn", BaseMKLDNNHelper.mklDnnEnabled() ? "layers" : "off");
        facts.put("floating-point", Nd4j.defaultFloatingPointType().toString());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("processor", processor());
        return facts;
    }

    private static String version() {
        String version = Nd4j.class.getPackage().getImplementationVersion();
        return version == null ? "1.0.0-M2.1" : version;
    }

    private static String environment(String variable) {
        return System.getenv().getOrDefault(variable, "not set");
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
