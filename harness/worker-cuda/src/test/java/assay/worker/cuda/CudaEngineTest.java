package assay.worker.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Text;
import assay.worker.Engine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs with the backend of the processor on the class path: it must be recognised as not being what was asked for. */
class CudaEngineTest {
    private final CudaEngine engine = new CudaEngine();

    @Test
    void the_backend_that_was_really_loaded_is_named() {
        assertEquals("CpuBackend", engine.facts().get("backend"));
    }

    @Test
    void an_answer_of_the_processor_is_not_said_to_be_the_gpu_s() {
        engine.finish();
        Fields said = engine.device().orElseThrow();
        assertEquals(Optional.of(new Text("cpu")), said.get("on"));
        assertEquals(Optional.of(new Text("ND4J CpuBackend")), said.get("framework"));
        assertEquals(Optional.of(Tensor.scalar(0)), said.get("bytes"));
    }

    @Test
    void a_child_finds_it_as_a_service() {
        assertTrue(Engine.all().stream().anyMatch(CudaEngine.class::isInstance));
    }
}
