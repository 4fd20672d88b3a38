package assay.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that try to leave the folder, to fill the disk, to be two things at once, or to be no archives. */
class ArchiveToysTest {
    private static final String ANSWERS = "answers.yaml";

    @TempDir
    private Path folder;

    /** The ending tells the reader; what is expected is part of the sentence that the student reads. */
    static Stream<Arguments> refused() throws IOException {
        byte[] honest = Toys.zip(ANSWERS, "src/Solution.java");
        return Stream.of(
                Arguments.of("climbs out", ".zip", Toys.zip(ANSWERS, "../x.py"), "not accepted"),
                Arguments.of("climbs out to a sibling", ".zip", Toys.zip(ANSWERS, "../staging2/x.py"), "not accepted"),
                Arguments.of("absolute name", ".zip", Toys.zip(ANSWERS, "/tmp/x.py"), "not accepted"),
                Arguments.of("backslashes", ".zip", Toys.zip(ANSWERS, "..\\x.py"), "not accepted"),
                Arguments.of("drive letter", ".zip", Toys.zip(ANSWERS, "C:x.py"), "not accepted"),
                Arguments.of("link", ".zip", Toys.mode(ANSWERS, 0120777), "a link or a device"),
                Arguments.of("device", ".zip", Toys.mode(ANSWERS, 0020666), "a link or a device"),
                Arguments.of("bomb of 1 GiB", ".zip", Toys.bomb(1024, 1), "more than 16 MiB"),
                Arguments.of("10,000 files", ".zip", Toys.many(10_000), "more than 4000 entries"),
                Arguments.of("a million entries", ".zip", Toys.many(400_000), "table of contents has more than"),
                Arguments.of("140 MiB in all", ".zip", Toys.bomb(14, 10), "more than 64 MiB in all"),
                Arguments.of("name twice", ".zip", Toys.renamed("a.py", "b.py", "b.py", "a.py"), "twice"),
                Arguments.of("name twice but for case", ".zip", Toys.zip("a.py", "A.py"), "twice"),
                Arguments.of("name twice but for accents", ".zip", Toys.zip("\u00e9.py", "e\u0301.py"), "twice"),
                Arguments.of("truncated", ".zip", Arrays.copyOf(honest, honest.length - 30), "no table of contents"),
                Arguments.of("something before it", ".zip", Toys.behind("#!/bin/sh\n", honest), "damaged"),
                Arguments.of("moved on", ".zip", Toys.moved(honest, 100), "before its first file"),
                Arguments.of("something behind it", ".zip", Toys.before(honest, "more"), "behind its end"),
                Arguments.of("long name", ".zip", Toys.zip(ANSWERS, "x".repeat(300) + ".py"), "not accepted"),
                Arguments.of("two names", ".zip", Toys.twoNames(), "one name or form"),
                Arguments.of("check sum", ".zip", Toys.wrongSum(), "check sum of 'answers.yaml'"),
                Arguments.of("garbage", ".zip", Toys.noise(5000), "damaged"),
                Arguments.of("empty file", ".zip", new byte[0], "damaged"),
                Arguments.of("empty archive", ".zip", Toys.zip(), "is empty"),
                Arguments.of("entries over each other", ".zip", Toys.overlapping(), "lie over each other"),
                Arguments.of("form for 4 GiB", ".zip", Toys.zip64(honest), "zip64"),
                Arguments.of("another packing", ".zip", Toys.packed(93), "packed in a way (93)"),
                Arguments.of("hard link", ".tar", Toys.tarLink(TarConstants.LF_LINK), "a link or a device"),
                Arguments.of("soft link", ".tar", Toys.tarLink(TarConstants.LF_SYMLINK), "a link or a device"),
                Arguments.of("block device", ".tar.gz", Toys.gzip(Toys.tarLink(TarConstants.LF_BLK)), "a device"),
                Arguments.of("pipe", ".tar", Toys.tarLink(TarConstants.LF_FIFO), "a device"),
                Arguments.of("name of 100 MiB", ".tar.gz", Toys.longHead('L'), "head of a file in it is too long"),
                Arguments.of("link of 100 MiB", ".tar.gz", Toys.longHead('K'), "head of a file in it is too long"),
                Arguments.of("settings of 100 MiB", ".tgz", Toys.longHead('x'), "damaged"),
                Arguments.of("file with holes", ".tar", Toys.sparse(), "a file with holes"),
                Arguments.of("cut tarball", ".tar", Arrays.copyOf(Toys.tar(ANSWERS), 512 + 3), "damaged"),
                Arguments.of("classes only", ".zip", Toys.zip("java/lang/Object.class"), "is empty"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void is_refused_and_says_why(String toy, String ending, byte[] archive, String said) throws IOException {
        Path before = Files.createDirectories(folder.resolve("work/staging2")).getParent();
        Path source = Files.write(folder.resolve("anna" + ending), archive);
        Path staging = Files.createDirectory(before.resolve("staging"));
        String message = String.valueOf(
                assertThrows(UnreadableSubmission.class, () -> SubmissionReader.read(source, staging), toy)
                        .getMessage());
        assertTrue(message.contains(said), message);
        assertTrue(message.length() < 400 && message.chars().noneMatch(Character::isISOControl), message);
        try (Stream<Path> all = Files.walk(folder)) {
            assertTrue(
                    all.allMatch(path -> Files.isDirectory(path) || path.equals(source) || path.startsWith(staging)),
                    "nothing is written elsewhere");
        }
    }

    private Submission read(String name, byte[] archive) throws Exception {
        Path source = Files.write(folder.resolve(name), archive);
        return SubmissionReader.read(source, Files.createTempDirectory(folder, "staging"));
    }

    @Test
    void classes_of_any_kind_are_left_out_unread() throws Exception {
        byte[] mixed = Toys.zip("java/lang/Object.class", "assay/Main.class", "Newer.class", "src/Solution.java");
        assertEquals(List.of("src/Solution.java"), read("anna.zip", mixed).files());
    }

    @Test
    void what_a_jar_tells_its_reader_is_a_file_like_others() throws Exception {
        Submission jar = read("anna.zip", Toys.zip("META-INF/MANIFEST.MF", "META-INF/services/x.Y", "Solution.java"));
        assertEquals(List.of("META-INF/MANIFEST.MF", "META-INF/services/x.Y", "Solution.java"), jar.files());
        assertEquals(List.of("Solution.java"), jar.javaFiles());
    }

    @Test
    void a_hundred_bombs_in_an_archive_are_never_opened() throws Exception {
        byte[] bomb = Toys.bomb(15, 10);
        Submission nested = read("anna.zip", Toys.holding(bomb, 100));
        assertEquals(101, nested.files().size());
        assertEquals(bomb.length, Files.size(nested.folder().resolve("bomb-7.zip")));
    }

    @Test
    void a_link_in_place_of_a_submission_is_not_followed() throws IOException {
        Path zip = Files.write(folder.resolve("real.zip"), Toys.zip(ANSWERS));
        Path link = Files.createSymbolicLink(folder.resolve("link.zip"), zip);
        Path toFolder = Files.createSymbolicLink(folder.resolve("link"), folder);
        for (Path one : List.of(link, toFolder)) {
            assertTrue(!SubmissionReader.accepts(one));
            String message = String.valueOf(assertThrows(
                            UnreadableSubmission.class,
                            () -> SubmissionReader.read(one, Files.createTempDirectory(folder, "staging")))
                    .getMessage());
            assertTrue(message.contains("is a link"), message);
        }
    }

    /** A hard link is a plain file: there is nothing in it that says so. Its bytes are copied, so that it is not changed. */
    @Test
    void of_a_hard_link_the_bytes_are_taken() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "assignment: tiny\n");
        Path source = Files.createDirectory(folder.resolve("anna"));
        Files.createLink(source.resolve(ANSWERS), outside);
        Submission read = SubmissionReader.read(source, Files.createTempDirectory(folder, "staging"));
        Files.writeString(read.folder().resolve(ANSWERS), "changed");
        assertEquals("assignment: tiny\n", Files.readString(outside));
    }

    @Test
    void names_outside_ascii_are_read_as_utf_8_everywhere() throws Exception {
        List<String> expected = List.of("answers.yaml", "gr\u00f6\u00dfe.py");
        assertEquals(
                expected,
                read("anna.zip", Toys.zip(ANSWERS, "gr\u00f6\u00dfe.py")).files());
        assertEquals(
                expected,
                read("ben.tar", Toys.tar(ANSWERS, "gr\u00f6\u00dfe.py")).files());
    }

    @Test
    void zips_of_other_programs_are_read() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            zip.setComment("made by hand");
            zip.putNextEntry(new java.util.zip.ZipEntry("a/"));
            zip.putNextEntry(new java.util.zip.ZipEntry("a/answers.yaml"));
            zip.write("assignment: tiny\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(ANSWERS), read("anna.zip", out.toByteArray()).files());
        TarArchiveEntry entry = new TarArchiveEntry("x".repeat(150) + ".py");
        assertEquals(1, read("ben.tar", Toys.tar(entry.getName())).files().size());
    }

    @Test
    void a_table_of_contents_is_not_believed_where_it_points_beyond_the_file() throws IOException {
        byte[] honest = Toys.zip(ANSWERS);
        ByteBuffer view = ByteBuffer.wrap(honest).order(ByteOrder.LITTLE_ENDIAN);
        int end = honest.length - 22;
        for (int value : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, end + 1}) {
            for (int field : new int[] {12, 16}) {
                int before = view.getInt(end + field);
                view.putInt(end + field, value);
                assertThrows(UnreadableSubmission.class, () -> read("bad.zip", honest));
                view.putInt(end + field, before);
            }
        }
    }
}
