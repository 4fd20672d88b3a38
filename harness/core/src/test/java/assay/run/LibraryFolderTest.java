package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Library;
import assay.assignment.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {
    private static final String ENGINE = """
            schema: assay/engine/1
            jvm: [-Dsome.switch=on]
            environment: {SOME_THREADS: "1"}
            environment-if-avx512f: {}
            """;
    private static final Limits LIMITS = new Limits(20, 5, 120, 256, 1024, 96, 64);

    @TempDir
    private Path folder;

    private static void jar(Path file, Map<String, String> entries) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private void jars(String engine) throws IOException {
        Path lib = folder.resolve("lib");
        jar(lib.resolve("assay-worker-cpu-0.1.0.jar"), Map.of("assay/engine.yaml", engine));
        jar(lib.resolve("arrays-1.jar"), Map.of("org/arrays/Array.class", "class"));
        jar(
                lib.resolve("arrays-1-linux-x86_64.jar"),
                Map.of(
                        "org/arrays/linux-x86_64-onednn/libarrays.so.1", "native code",
                        "org/arrays/linux-x86_64/include/arrays.h", "text",
                        "org/arrays/linux-arm64/libother.so", "other native code"));
    }

    private ChildLibraries take() {
        return new LibraryFolder(folder.resolve("lib"), folder.resolve("cache"), made -> {})
                .take(List.of(Library.DL4J), LIMITS);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void native_code_lies_flat_and_its_jar_is_not_on_the_class_path() throws IOException {
        jars(ENGINE);
        ChildLibraries taken = take();
        assertEquals(
                List.of("arrays-1.jar", "assay-worker-cpu-0.1.0.jar"),
                taken.jars().stream().map(jar -> jar.getFileName().toString()).toList());
        Path natives = taken.readOnly().get(0);
        assertEquals("native code", Files.readString(natives.resolve("libarrays.so.1")));
        try (var files = Files.list(natives)) {
            assertEquals(1, files.count());
        }
        assertTrue(taken.jvmOptions().contains("-Djava.library.path=" + natives), taken.toString());
        assertTrue(taken.jvmOptions().contains("-Dsome.switch=on"));
        assertEquals(Map.of("SOME_THREADS", "1"), taken.environment());
        assertEquals(List.of(), taken.writableCache());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void what_was_changed_in_the_cache_is_unpacked_again() throws IOException {
        jars(ENGINE);
        Path file = take().readOnly().get(0).resolve("libarrays.so.1");
        Files.delete(file);
        Files.writeString(file, "forged code");
        take();
        assertEquals("native code", Files.readString(file));
    }

    @Test
    void native_memory_is_what_the_limit_leaves_beside_the_heap() throws IOException {
        jars(ENGINE);
        assertTrue(take().jvmOptions().contains("-Dorg.bytedeco.javacpp.maxbytes=576m"), take().toString());
    }

    @Test
    void what_is_missing_is_said_once_and_not_looked_for_again() {
        AtomicInteger tries = new AtomicInteger();
        LibraryShelf shelf =
                new LibraryFolder(folder.resolve("nowhere"), folder.resolve("cache"), made -> tries.incrementAndGet());
        for (int i = 0; i < 2; i++) {
            String message =
                    String.valueOf(assertThrows(GradingException.class, () -> shelf.take(List.of(Library.DL4J), LIMITS))
                            .getMessage());
            assertTrue(message.contains("needs DL4J") && message.contains("nowhere"), message);
        }
        assertEquals(1, tries.get());
    }

    @Test
    void a_damaged_description_is_told() throws IOException {
        jars("schema: assay/engine/7\njvm: []\nenvironment: {}\nenvironment-if-avx512f: {}\n");
        assertTrue(
                String.valueOf(assertThrows(GradingException.class, this::take).getMessage())
                        .contains("schema must be assay/engine/1"));
    }

    @Test
    void places_replace_paths_wherever_they_stand() {
        Path jar = Path.of("/here/lib/a.jar");
        Path natives = Path.of("/here/lib");
        ChildLibraries there = new ChildLibraries(
                        List.of(jar),
                        Map.of("WHERE", "/here/lib"),
                        List.of("-Dx=/here/lib:/other"),
                        List.of(natives),
                        List.of())
                .at(Map.of(natives, Path.of("/n"), jar, Path.of("/l/a.jar")));
        assertEquals(List.of(Path.of("/l/a.jar")), there.jars());
        assertEquals(Map.of("WHERE", "/n"), there.environment());
        assertEquals(List.of("-Dx=/n:/other"), there.jvmOptions());
        assertFalse(there.isEmpty());
    }
}
