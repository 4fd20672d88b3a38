package assay.worker.cpu;

import assay.worker.Engine;
import java.util.Map;

/** Be DL4J on the processor. */
public final class CpuEngine implements Engine {
    @Override
    public Map<String, String> facts() {
        return Nd4jFacts.now();
    }
}
