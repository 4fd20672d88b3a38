package assay.worker.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class Nd4jFactsTest {
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void the_layers_run_on_one_dnn_where_it_is_built_in() {
        assertEquals("layers", Nd4jFacts.now().get("onednn"));
    }

    @Test
    void what_decides_the_last_bits_is_named() {
        Map<String, String> facts = Nd4jFacts.now();
        assertTrue(String.valueOf(facts.get("backend")).startsWith("nd4j-native 1.0.0"), facts.toString());
        assertEquals("FLOAT", facts.get("floating-point"));
        assertEquals(System.getenv("OMP_NUM_THREADS"), facts.get("threads"));
    }
}
