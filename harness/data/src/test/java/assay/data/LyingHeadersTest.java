package assay.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.data.weights.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers that announce gigabytes: a program with 256 MiB refuses them all, one after the other, and says why. */
class LyingHeadersTest {
    @TempDir
    private Path folder;

    /** Reads the files that are named, in a program of its own; a line for each. */
    static final class Child {
        private Child() {}

        /** Read {@code args}. */
        @SuppressWarnings("SystemOut")
        public static void main(String[] args) {
            for (String arg : args) {
                Path file = Path.of(arg);
                try {
                    read(file);
                    System.out.println("READ " + file.getFileName());
                } catch (BadData e) {
                    System.out.println("refused " + file.getFileName() + " " + e.getMessage());
                }
            }
        }

        private static void read(Path file) throws BadData {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".idx")) {
                Idx.read(file);
            } else if (name.endsWith(".mat")) {
                Svhn.read(file);
            } else if (name.endsWith(".npy")) {
                Npy.read(file);
            } else if (name.startsWith("points")) {
                Npz.points(file);
            } else {
                Weights.open(file).tensors().values().forEach(tensor -> tensor.size());
            }
        }
    }

    private static byte[] npy(String shape) {
        return Made.npy("{'descr': '<f8', 'fortran_order': True, 'shape': (" + shape + "), }\n", new byte[64]);
    }

    private static Map<String, byte[]> lies() throws IOException {
        Map<String, byte[]> lies = new TreeMap<>();
        lies.put("all.idx", Made.idx(new byte[9], 2147483647, 2147483647, 2147483647));
        lies.put("half.idx", Made.idx(new byte[9], 500, 1024, 1024));
        lies.put("packed.idx", Made.gzip(Made.idx(new byte[9], 536_870_000)));
        lies.put("half.npy", npy("60000000,"));
        lies.put("huge.npy", npy("99999999999, 99999999999"));
        lies.put("many.npy", npy("2, ".repeat(31) + "2"));
        lies.put("points.npz", Made.npz(npy("60000000,"), npy("60000000,")));
        byte[] mat = Made.svhn(ByteOrder.LITTLE_ENDIAN, false, 2, new byte[] {1, 10});
        ByteBuffer view = ByteBuffer.wrap(mat).order(ByteOrder.LITTLE_ENDIAN);
        view.putInt(128 + 4, -1);
        lies.put("element.mat", mat.clone());
        for (int at = 136; at + 8 <= 240; at += 8) {
            view.putInt(at + 4, 0x7FFFFFFF);
            lies.put("tag-" + at + ".mat", mat.clone());
        }
        lies.put("header.safetensors", safetensors(Long.MAX_VALUE, "{}"));
        lies.put("half.safetensors", safetensors(500L << 20, "{}"));
        lies.put(
                "tensor.safetensors",
                safetensors(-1, "{\"a\":{\"dtype\":\"F32\",\"shape\":[9000000000],\"data_offsets\":[0,36000000000]}}"));
        lies.put("deep.safetensors", safetensors(-1, "{\"a\":" + "[".repeat(90_000)));
        lies.put("text.pth", pickle("X\377\377\377\177abc"));
        lies.put("long.pth", pickle("\213\377\377\377\177abc"));
        lies.put("marks.pth", pickle("(".repeat(100_000) + "."));
        lies.put("lists.pth", pickle("]".repeat(100_000) + "."));
        return lies;
    }

    /** A length below 0 stands for the right one. */
    private static byte[] safetensors(long length, String header) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        return file.putLong(length < 0 ? text.length : length).put(text).array();
    }

    private static byte[] pickle(String instructions) {
        return ("\200\2" + instructions).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_program_with_256_mebibytes_refuses_them_all() throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        for (Map.Entry<String, byte[]> lie : lies().entrySet()) {
            command.add(
                    Files.write(folder.resolve(lie.getKey()), lie.getValue()).toString());
        }
        Path out = folder.resolve("out.txt");
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertTrue(child.waitFor(120, TimeUnit.SECONDS), "it must end");
        } finally {
            child.destroyForcibly();
        }
        List<String> said = Files.readAllLines(out);
        assertEquals(0, child.exitValue(), said.toString());
        assertEquals(lies().size(), said.size(), said.toString());
        for (String line : said) {
            assertTrue(line.startsWith("refused ") || line.startsWith("READ tag-"), line);
            assertTrue(line.length() < 600, line);
        }
        assertTrue(said.stream().filter(line -> line.startsWith("READ")).count() <= 2, said.toString());
    }
}
