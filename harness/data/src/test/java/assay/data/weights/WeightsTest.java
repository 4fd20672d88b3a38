package assay.data.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.data.BadData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read good files; those of PyTorch are in src/test/resources/weights, with their origin. */
class WeightsTest {
    @TempDir
    private Path temp;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"zip.pth", "legacy.pth", "protocol4.pth", "checkpoint.pth"})
    void every_format_of_pytorch_gives_the_same_numbers(String name) throws Exception {
        Weights weights = Weights.open(WeightFiles.of(name));
        List<String> names = List.of(
                "plain", "turned", "part", "half", "bfloat16", "double", "counter", "flags", "parameter", "empty");
        assertEquals(names, List.copyOf(weights.tensors().keySet()));
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, floats(weights, "plain"));
        assertEquals(List.of(3, 2), tensor(weights, "turned").shape());
        assertArrayEquals(new float[] {0, 3, 1, 4, 2, 5}, floats(weights, "turned"));
        assertArrayEquals(new float[] {4, 6, 8}, floats(weights, "part"));
        assertArrayEquals(new float[] {0, 0.25f, 0.5f, 0.75f, 1, 1.25f}, floats(weights, "half"));
        assertArrayEquals(new float[] {0, 0.25f, 0.5f, 0.75f, 1, 1.25f}, floats(weights, "bfloat16"));
        assertArrayEquals(new float[] {0, 1 / 3f, 2 / 3f, 1, 4 / 3f, 5 / 3f}, floats(weights, "double"));
        assertArrayEquals(new float[] {0, 1, 2}, floats(weights, "parameter"));
        assertArrayEquals(new float[0], floats(weights, "empty"));
        assertEquals(ElementType.BOOL, tensor(weights, "flags").type());
        assertEquals(ElementType.INT64, tensor(weights, "counter").type());
        assertEquals(List.of(), tensor(weights, "counter").shape());
    }

    @Test
    void whole_numbers_are_no_weights() throws Exception {
        StoredTensor counter = tensor(Weights.open(WeightFiles.of("zip.pth")), "counter");
        String message = message(counter::floats);
        assertTrue(message.contains("tensor 'counter': its values are int64, must be floating-point"), message);
    }

    @Test
    void a_checkpoint_keeps_its_notes() throws Exception {
        assertEquals(
                Map.of("epoch", "3", "note", "by a test"),
                Weights.open(WeightFiles.of("checkpoint.pth")).notes());
    }

    @Test
    void safetensors_give_names_shapes_and_notes() throws Exception {
        Weights weights = Weights.open(WeightFiles.safe(
                temp,
                "{\"__metadata__\":{\"format\":\"pt\"},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]},"
                        + "\"a\":{\"dtype\":\"BF16\",\"shape\":[1,2],\"data_offsets\":[0,4]}} ",
                12));
        assertEquals(List.of("b", "a"), List.copyOf(weights.tensors().keySet()));
        assertEquals(List.of(1, 2), tensor(weights, "a").shape());
        assertEquals(Map.of("format", "pt"), weights.notes());
        assertEquals(4, weights.size());
    }

    @Test
    void npz_gives_every_array_under_its_name() throws Exception {
        Weights weights = Weights.open(WeightFiles.npz(temp));
        assertEquals(
                List.of("conv/kernel", "bias"), List.copyOf(weights.tensors().keySet()));
        assertArrayEquals(new float[] {0, 2, 1, 3}, floats(weights, "conv/kernel"));
        assertArrayEquals(new float[] {0.5f, -2}, floats(weights, "bias"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0x3C00, 1",
        "0xC000, -2",
        "0x7BFF, 65504",
        "0x0400, 6.103515625E-5",
        "0x0001, 5.9604644775390625E-8",
        "0x7C00, Infinity",
        "0xFC00, -Infinity",
        "0x7E00, NaN",
        "0x3555, 0.333251953125",
        "0x8000, -0.0"
    })
    void halves_widen_exactly(String bits, float expected) {
        assertEquals(expected, ElementType.ofHalf((short) (int) Integer.decode(bits)));
    }

    @Test
    void the_sum_in_the_name_is_held_against_the_file() throws Exception {
        Path good = Files.copy(WeightFiles.of("zip.pth"), temp.resolve("net-" + WeightFiles.sum("zip.pth") + ".pth"));
        assertEquals(10, Weights.openPublished(good).tensors().size());
        Path other = Files.copy(WeightFiles.of("zip.pth"), temp.resolve("net-0123abcd.pth"));
        String message = message(() -> Weights.openPublished(other));
        assertTrue(message.contains("its name says 0123abcd"), message);
        Path unnamed = Files.copy(good, temp.resolve("net.pth"));
        String refused = message(() -> Weights.openPublished(unnamed));
        assertTrue(refused.contains("does not say"), refused);
    }

    @Test
    void what_does_not_fit_is_listed_all_at_once() throws Exception {
        Weights weights = Weights.open(WeightFiles.npz(temp)).withoutPrefix("module.");
        weights.demand(Map.of("conv/kernel", List.of(2, 2), "bias", List.of(2)), name -> false);
        Map<String, List<Integer>> wanted = Map.of("conv/kernel", List.of(4), "scale", List.of(2));
        String message = message(() -> weights.demand(wanted, name -> false));
        assertTrue(
                message.contains("1 missing (scale); 1 not expected (bias);"
                        + " 1 of another shape or type (conv/kernel [2, 2] instead of [4])"),
                message);
    }

    private static StoredTensor tensor(Weights weights, String name) {
        return weights.tensors().get(name);
    }

    private static float[] floats(Weights weights, String name) throws IOException {
        return tensor(weights, name).floats();
    }

    private static String message(Executable doing) {
        return String.valueOf(assertThrows(BadData.class, doing).getMessage());
    }
}
