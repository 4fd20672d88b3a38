package assay.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {
    private static final byte[] ANSWERS = "assignment: tiny\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Submission read(Path source) throws Exception {
        return SubmissionReader.read(source, Files.createTempDirectory(folder, "staging"));
    }

    private Path zip(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (String entry : entries) {
                zip.putArchiveEntry(new ZipArchiveEntry(entry));
                zip.write(ANSWERS);
                zip.closeArchiveEntry();
            }
        }
        return file;
    }

    private String refused(Path source) {
        return String.valueOf(
                assertThrows(UnreadableSubmission.class, () -> read(source)).getMessage());
    }

    @Test
    void a_folder_a_zip_and_a_tarball_of_the_same_files_are_the_same_submission() throws Exception {
        Path plain = Files.createDirectories(folder.resolve("anna"));
        Files.write(plain.resolve("answers.yaml"), ANSWERS);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
            TarArchiveEntry entry = new TarArchiveEntry("./anna/answers.yaml");
            entry.setSize(ANSWERS.length);
            tar.putArchiveEntry(entry);
            tar.write(ANSWERS);
            tar.closeArchiveEntry();
        }
        Path tarball = Files.write(folder.resolve("anna.tar.gz"), packed.toByteArray());
        List<Submission> all = List.of(read(plain), read(zip("anna.zip", "anna/answers.yaml")), read(tarball));
        assertEquals(1, all.stream().map(Submission::digest).distinct().count());
        assertEquals(1, all.stream().map(Submission::id).distinct().count());
        assertEquals(List.of("answers.yaml"), all.get(1).files());
    }

    @Test
    void leaves_out_clutter_and_links_and_says_so() throws Exception {
        Path plain = Files.createDirectories(folder.resolve("ben/.git"));
        Files.write(plain.resolve("config"), ANSWERS);
        Files.write(plain.getParent().resolve("solution.py"), ANSWERS);
        Files.createSymbolicLink(plain.getParent().resolve("secrets.py"), Path.of("/etc/passwd"));
        Submission submission = read(plain.getParent());
        assertEquals(List.of("solution.py"), submission.files());
        assertTrue(
                submission.notes().get(0).contains("secrets.py"),
                submission.notes().get(0));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"../answers.yaml", "/answers.yaml", "a/../../answers.yaml", "C:/answers.yaml", "a//b", "x\u0001y"
            })
    void refuses_names_that_wander(String name) throws IOException {
        assertTrue(refused(zip("bad.zip", "answers.yaml", name)).contains("not accepted"));
    }

    @Test
    void refuses_names_that_differ_in_case_only() throws IOException {
        assertTrue(refused(zip("bad.zip", "answers.yaml", "Answers.yaml")).contains("twice"));
    }

    @Test
    void refuses_names_that_differ_in_unicode_form_only() throws IOException {
        assertTrue(refused(zip("bad.zip", "answers.yaml", "\u00e9.py", "e\u0301.py"))
                .contains("twice"));
    }

    @Test
    void blames_names_that_no_file_system_can_hold_on_the_submission() throws IOException {
        assertTrue(refused(zip("bad.zip", "answers.yaml", "answers.yaml/x.py")).contains("as a file and as a folder"));
        assertTrue(refused(zip("bad.zip", "a/x.py", "A", "answers.yaml")).contains("as a file and as a folder"));
        assertTrue(refused(zip("bad.zip", "answers.yaml", "\u65e5".repeat(150))).contains("not accepted"));
    }

    @Test
    void blames_a_damaged_archive_on_the_submission() throws IOException {
        byte[] zip = Files.readAllBytes(zip("good.zip", "answers.yaml"));
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[directory + 45] = 0x7f; // the place of the entry, beyond the end
        assertTrue(refused(Files.write(folder.resolve("bad.zip"), zip)).contains("damaged"));
        byte[] noise = new byte[2000];
        new java.util.Random(1).nextBytes(noise);
        assertTrue(refused(Files.write(folder.resolve("bad.tar"), noise)).contains("damaged"));
    }

    @Test
    void an_archive_that_vanished_is_the_machines_fault() {
        assertThrows(IOException.class, () -> read(folder.resolve("gone.zip")));
    }

    @Test
    void stops_a_tarball_whose_skipped_files_never_end() throws IOException {
        Path file = folder.resolve("bomb.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            TarArchiveEntry entry = new TarArchiveEntry(".git/big");
            entry.setSize(320L << 20);
            tar.putArchiveEntry(entry);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 320; i++) {
                tar.write(zeros);
            }
            tar.closeArchiveEntry();
            entry = new TarArchiveEntry("answers.yaml");
            entry.setSize(ANSWERS.length);
            tar.putArchiveEntry(entry);
            tar.write(ANSWERS);
            tar.closeArchiveEntry();
        }
        assertTrue(refused(file).contains("unpacks to more than 256 MiB"));
    }

    @Test
    void does_not_descend_into_folders_without_end() throws Exception {
        Path plain = Files.createDirectories(folder.resolve("dora"));
        Files.write(plain.resolve("answers.yaml"), ANSWERS);
        Files.createDirectories(plain.resolve("d/".repeat(40)));
        assertTrue(read(plain).notes().toString().contains("folders deep"));
    }

    @Test
    void refuses_what_holds_nothing_to_grade() throws IOException {
        assertTrue(refused(zip("bad.zip", "holiday.jpg")).contains("neither answers.yaml"));
        assertTrue(refused(Files.createDirectories(folder.resolve("empty"))).contains("is empty"));
        assertTrue(refused(Files.write(folder.resolve("broken.zip"), new byte[100]))
                .contains("damaged"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"answers.yml", "Answers.YAML", "work/answers.yaml", "hw.ipynb", "code/solution.py"})
    void names_a_file_that_is_not_read_where_it_lies(String name) throws Exception {
        assertTrue(refused(zip("lone.zip", name, "readme.md")).contains("'" + name + "' is not read"));
        List<String> notes = read(zip("more.zip", name, "Solution.java")).notes();
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("'" + name + "' is not read"), notes.get(0));
    }

    @Test
    void says_nothing_of_files_that_are_read() throws Exception {
        Submission all = read(zip("all.zip", "answers.yaml", "solution.py", "python/more.py", "src/A.java"));
        assertEquals(List.of(), all.notes());
    }

    @Test
    void refuses_a_sparse_file_of_a_gigabyte_without_reading_it() throws IOException {
        Path plain = Files.createDirectories(folder.resolve("cleo"));
        Files.write(plain.resolve("answers.yaml"), ANSWERS);
        try (RandomAccessFile large =
                new RandomAccessFile(plain.resolve("data.bin").toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        assertTrue(refused(plain).contains("'data.bin' is 1024 MiB"));
    }

    @Test
    void stops_a_zip_bomb_at_the_limit_for_one_file() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            zip.putArchiveEntry(new ZipArchiveEntry("answers.yaml"));
            write(zip, 40);
            zip.closeArchiveEntry();
        }
        assertTrue(refused(file).contains("more than 16 MiB"));
        assertFalse(Files.size(file) > 1 << 20);
    }

    private static void write(OutputStream out, int mebibytes) throws IOException {
        for (int i = 0; i < mebibytes; i++) {
            out.write(new byte[1 << 20]);
        }
    }

    @Test
    void only_assay_py_itself_and_module_descriptions_are_not_run() throws Exception {
        Submission submission =
                read(zip("ok.zip", "assay.py", "my_assay.py", "python/assay.py", "src/module-info.java"));
        assertEquals(List.of("my_assay.py"), submission.pythonFiles());
        assertEquals(List.of(), submission.javaFiles());
    }
}
