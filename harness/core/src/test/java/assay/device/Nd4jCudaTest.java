package assay.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Nd4jCudaTest {
    private static Gpu gpu(String capability, String driver) {
        return new Gpu("GPU-1", "00000000:01:00.0", "a card", ComputeCapability.read(capability), driver, 1000);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "Kepler K40, 3.5, false",
        "Kepler K80, 3.7, true",
        "Maxwell, 5.2, true",
        "Jetson TX1, 5.3, true",
        "Pascal, 6.1, true",
        "Volta, 7.0, true",
        "Turing, 7.5, true",
        "A100, 8.0, true",
        "RTX 30, 8.6, true",
        "Ada, 8.9, true",
        "Hopper, 9.0, false",
        "Blackwell, 10.0, false",
        "RTX 50, 12.0, false"
    })
    void machine_code_runs_within_its_major_version_on_equal_or_newer_minor_ones(
            String name, String capability, boolean runs) {
        assertEquals(runs, Nd4jCuda.whyNot(gpu(capability, "550.54.15")).isEmpty(), name);
    }

    @Test
    void a_card_that_is_too_new_is_told_in_one_sentence_with_the_remedy() {
        String sentence = Nd4jCuda.whyNot(gpu("9.0", "580.65.06")).orElseThrow().sentence();
        assertEquals(
                "nd4j-cuda-11.6 1.0.0-M2.1 holds machine code for 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0, 8.6 and nothing"
                        + " that a driver could translate, so it cannot run on a card (9.0). Grade what uses DL4J with"
                        + " --device cpu, hand in Python with torch for this GPU, or take a card from Kepler (3.7) to Ada"
                        + " (8.9).",
                sentence);
    }

    @Test
    void a_driver_before_cuda_11_is_too_old() {
        assertTrue(Nd4jCuda.whyNot(gpu("7.5", "418.87.01")).orElseThrow().what().contains("too old"));
    }
}
