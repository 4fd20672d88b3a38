package assay.data.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.data.BadData;
import assay.data.Malformed;
import assay.testkit.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie, are damaged, or want something run: they are refused by name, and memory stays bounded. */
class HostileWeightsTest {
    private static final int MUTANTS = 500;

    /** The first block of 16 MiB that a header may have for the asking, and what the readers need beside it. */
    private static final long MOST_MEMORY = 24_000_000;

    @TempDir
    private Path temp;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"zip.pth", "legacy.pth", "checkpoint.pth", "safetensors", "npz"})
    void a_damaged_file_is_read_or_refused(String kind) throws Exception {
        byte[] good = Files.readAllBytes(good(kind));
        Path file = temp.resolve("mutant");
        Fuzz fuzz = new Fuzz("weights " + kind, List.of(good), Set.of(BadData.class), MOST_MEMORY);
        int refused = fuzz.run(MUTANTS, input -> {
            try {
                for (StoredTensor tensor :
                        Weights.open(Files.write(file, input)).tensors().values()) {
                    if (tensor.type().isFloating()) {
                        assertEquals(tensor.size(), tensor.floats().length);
                    }
                }
            } catch (BadData e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": "), e.getMessage());
                assertFalse(String.valueOf(e.getMessage()).chars().anyMatch(one -> one < ' '), e.getMessage());
                throw e;
            }
        });
        assertTrue(refused > MUTANTS / 3, "only " + refused + " were refused");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"whole-net.pth, torch.nn.modules.linear.Linear", "script.pt, TorchScript archive"})
    void files_with_programs_are_refused_by_name(String file, String named) {
        String message = message(WeightFiles.of(file));
        assertTrue(message.contains(named) && message.contains("nothing was run"), message);
    }

    /** Written by hand: protocol 2, a name, its arguments, REDUCE. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'cos\nsystem\n(X\u0004\u0000\u0000\u0000echotR.', os.system",
        "'cbuiltins\neval\n(X\u0001\u0000\u0000\u00001tR.', builtins.eval",
        "'ctorch\nload\n)R.', torch.load",
        "'ccollections\nOrderedDict\n)\u0081.', NEWOBJ",
        "'(icollections\nOrderedDict\n.', INST"
    })
    void a_pickle_that_calls_something_else_is_refused_by_name(String pickle, String named) {
        byte[] bytes = ("\u0080\u0002" + pickle).getBytes(StandardCharsets.ISO_8859_1);
        String message =
                String.valueOf(assertThrows(Forbidden.class, () -> Unpickler.read(new ByteArrayInputStream(bytes)))
                        .getMessage());
        assertTrue(message.contains(named), message);
    }

    @Test
    void a_dict_that_holds_itself_does_no_harm() {
        byte[] bytes = "\u0080\u0002}q\u0000X\u0001\u0000\u0000\u0000ah\u0000s.".getBytes(StandardCharsets.ISO_8859_1);
        String message = String.valueOf(
                assertThrows(IOException.class, () -> StateDict.of(Unpickler.read(new ByteArrayInputStream(bytes))))
                        .getMessage());
        assertTrue(message.contains("its entry 'a' is no tensor"), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1000000,1000000],\"data_offsets\":[0,8]}} | of shape [1000000, 1000000]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | from byte 0 to 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | tensors have 4 bytes, 8 are there",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | must begin at 0",
                "{\"a\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,8]}} | the type 'F8'",
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[-8],\"data_offsets\":[0,8]}} | shape [-8]",
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[8],\"data_offsets\":[0,8]},\"a\":{}} | Duplicate",
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[8],\"data_offsets\":[0,8],\"code\":1}} | unknown key 'code'",
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[8e0],\"data_offsets\":[0,8]}} | VALUE_NUMBER_FLOAT",
                "{\"a\":{\"dtype\":\"I8\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}} | out of range"
            })
    void headers_of_safetensors_that_lie_are_refused(String header, String said) throws IOException {
        String message = message(WeightFiles.safe(temp, header, 8));
        assertTrue(message.contains(said), message);
    }

    @Test
    void a_tensor_must_lie_within_its_storage_and_have_no_number_twice() throws IOException {
        assertThrows(
                IOException.class, () -> Layout.of(List.of(4L), 3, List.of(1L)).demandWithin(6));
        assertThrows(
                IOException.class,
                () -> Layout.of(List.of(1L << 30), 0, List.of(0L)).demandWithin(6));
        assertThrows(
                IOException.class,
                () -> Layout.of(List.of(2L, 2L), 0, List.of(Long.MAX_VALUE, 1L)).demandWithin(6));
        Layout.of(List.of(3L), 1, List.of(2L)).demandWithin(6);
    }

    @Test
    void a_name_that_would_move_the_cursor_is_told_as_text() throws IOException {
        Path file = Files.write(temp.resolve("a.npz"), new byte[8]);
        StoredTensor tensor = new StoredTensor(
                file, "\u001b[2J", ElementType.FLOAT32, Layout.dense(List.of(1L), 0), (first, count) -> {
                    throw new Malformed("it is short");
                });
        String message =
                String.valueOf(assertThrows(BadData.class, tensor::floats).getMessage());
        assertTrue(message.contains("tensor '?[2J': it is short"), message);
    }

    private Path good(String kind) throws IOException {
        return switch (kind) {
            case "safetensors" ->
                WeightFiles.safe(
                        temp,
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                                + "\"b\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[16,24]}}",
                        24);
            case "npz" -> WeightFiles.npz(temp);
            default -> WeightFiles.of(kind);
        };
    }

    private static String message(Path file) {
        return String.valueOf(
                assertThrows(BadData.class, () -> Weights.open(file)).getMessage());
    }
}
