package assay.worker.cuda;

import assay.api.Fields;
import assay.api.Values;
import assay.worker.Engine;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Be DL4J on an NVIDIA GPU: say which backend ND4J really chose, wait for the GPU, and count what is held there.
 *
 * <p>ND4J's API alone is compiled against: which backend is found is decided by the class path.
 */
public final class CudaEngine implements Engine {
    /** The class that ND4J's CUDA library registers. */
    private static final String CUDA = "JCublasBackend";

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        Properties nd4j = Nd4j.getExecutioner().getEnvironmentInformation();
        facts.put("backend", backend());
        facts.put("blas", nd4j.getProperty("blas.vendor", "unknown"));
        facts.put("floating-point", Nd4j.defaultFloatingPointType().toString());
        return facts;
    }

    /** Wait for all streams of the GPU. */
    @Override
    public void finish() {
        Nd4j.getExecutioner().commit();
    }

    @Override
    public Optional<Fields> device() {
        boolean cuda = backend().equals(CUDA);
        int device = Nd4j.getAffinityManager().getDeviceForCurrentThread();
        Map<String, Object> said = new TreeMap<>();
        said.put("on", cuda ? "cuda" : "cpu");
        said.put("framework", "ND4J " + backend());
        said.put("name", cuda ? "device " + device : "");
        said.put("bytes", cuda ? Nd4j.getMemoryManager().allocatedMemory(device) : 0L);
        return Values.of(said) instanceof Fields fields ? Optional.of(fields) : Optional.empty();
    }

    private static String backend() {
        Nd4jBackend backend = Nd4j.getBackend();
        return backend.getClass().getSimpleName();
    }
}
