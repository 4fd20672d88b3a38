package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileJavaTest {
    private static final String GOOD = """

            @Solves("good") Answers good(Inputs in) { return Answers.of("k", in.number("k")); }
            """;

    @TempDir
    static Path folder;

    static SandboxFixture fixture;

    @BeforeAll
    static void open() {
        fixture = SandboxFixture.isolated(folder);
    }

    @AfterAll
    static void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    @AfterEach
    void nothing_survives() throws IOException {
        assertEquals(List.of(), fixture.survivors());
    }

    @Test
    void an_exit_is_no_answer_and_costs_only_its_own_task() throws IOException {
        ChildTrace trace = fixture.java(
                "@Solves(\"bad\") Answers bad(Inputs in) { System.exit(0); return null; }" + GOOD,
                "good",
                "bad",
                "bad",
                "good");
        assertEquals(Fault.ENDED_EARLY, SandboxFixture.failed(trace, "bad#1").fault());
        assertEquals(
                "Not asked again after this: "
                        + SandboxFixture.failed(trace, "bad#1").message(),
                SandboxFixture.failed(trace, "bad#2").message());
        assertEquals(Fault.ENDED_EARLY, SandboxFixture.failed(trace, "bad#2").fault());
        SandboxFixture.answered(trace, "good#0");
        SandboxFixture.answered(trace, "good#3");
        assertEquals(2.0, trace.observed().get("starts"));
    }

    @Test
    void an_exit_in_a_static_initialiser_is_no_answer() throws IOException {
        ChildTrace trace = fixture.java("static { System.exit(0); }" + GOOD, "good");
        assertEquals(Fault.ENDED_EARLY, SandboxFixture.failed(trace, "good#0").fault());
    }

    @Test
    void a_file_that_breaks_the_compiler_is_left_out_and_told() throws IOException {
        String deep = "class Deep { int x = " + "(".repeat(4000) + "1" + ")".repeat(4000) + "; }";
        String good =
                SandboxFixture.javaFile("@Solves(\"good\") Answers good(Inputs in) { return Answers.of(\"k\", 3); }");
        ChildTrace trace = fixture.run(
                Language.JAVA, SandboxFixture.USUAL, Map.of("Deep.java", deep, "Solution.java", good), "good", "bad");
        SandboxFixture.answered(trace, "good#0");
        assertEquals("Deep.java", SandboxFixture.failed(trace, "bad#1").where());
    }

    @Test
    void a_loop_that_catches_everything_is_ended_and_the_next_task_answers() throws IOException {
        String body = """
                @Solves("bad") Answers bad(Inputs in) {
                    while (true) { try { Thread.sleep(10); } catch (Throwable e) { } }
                }
                """ + GOOD;
        ChildTrace trace = fixture.run(
                Language.JAVA,
                SandboxFixture.IMPATIENT,
                Map.of("Solution.java", SandboxFixture.javaFile(body)),
                "bad",
                "good");
        assertEquals(Fault.TIME_LIMIT, SandboxFixture.failed(trace, "bad#0").fault());
        assertEquals(
                "An answer took longer than 1 s and was ended; is there a loop that never ends?",
                SandboxFixture.failed(trace, "bad#0").message());
        SandboxFixture.answered(trace, "good#1");
    }

    @Test
    void an_exhausted_heap_is_a_memory_limit_even_when_caught() throws IOException {
        ChildTrace trace = fixture.java("""
                @Solves("bad") Answers bad(Inputs in) {
                    java.util.List<byte[]> kept = new java.util.ArrayList<>();
                    while (true) { try { kept.add(new byte[1 << 20]); } catch (OutOfMemoryError e) { kept.clear(); } }
                }
                """, "bad");
        assertEquals(Fault.MEMORY_LIMIT, SandboxFixture.failed(trace, "bad#0").fault());
        assertEquals(
                "The Java heap of 128 MiB was exhausted.",
                SandboxFixture.failed(trace, "bad#0").message());
    }

    @Test
    void a_flood_of_output_is_ended_and_little_of_it_kept() throws IOException {
        ChildTrace trace = fixture.java(
                "@Solves(\"bad\") Answers bad(Inputs in) { while (true) { System.out.println(\"flood\".repeat(99)); } }",
                "bad");
        assertEquals(Fault.OUTPUT_LIMIT, SandboxFixture.failed(trace, "bad#0").fault());
        assertTrue(trace.output().length() < 20_000, "kept " + trace.output().length());
        assertTrue(trace.output().contains("bytes left out"));
    }

    @Test
    void a_giant_answer_is_refused_where_it_was_made() throws IOException {
        ChildTrace trace = fixture.java(
                "@Solves(\"bad\") Answers bad(Inputs in) { return Answers.of(\"x\", new double[600_000]); }" + GOOD,
                "bad",
                "good");
        assertEquals(Fault.UNREADABLE, SandboxFixture.failed(trace, "bad#0").fault());
        assertEquals(
                "The answers are too large to be sent: more than 250000 values.",
                SandboxFixture.failed(trace, "bad#0").message());
        SandboxFixture.answered(trace, "good#1");
        assertEquals(1.0, trace.observed().get("starts"));
    }

    @Test
    void files_of_the_harness_the_network_and_every_folder_are_out_of_reach() throws IOException {
        Path canary = Files.writeString(folder.resolve("canary"), "secret");
        ChildTrace trace = fixture.java("""
                interface Attempt { Object run() throws Exception; }
                static String tried(Attempt attempt) {
                    try { return "possible: " + attempt.run(); } catch (Throwable e) { return "denied"; }
                }
                static String writable() throws Exception {
                    StringBuilder found = new StringBuilder();
                    try (var all = java.nio.file.Files.walk(java.nio.file.Path.of("/"), 2)) {
                        var paths = all.iterator();
                        while (paths.hasNext()) {
                            try {
                                java.nio.file.Path path = paths.next();
                                if (path.startsWith("/proc") || !java.nio.file.Files.isDirectory(path)) continue;
                                java.nio.file.Files.createTempFile(path, "x", "y");
                                found.append(path).append(' ');
                            } catch (java.io.IOException | java.io.UncheckedIOException e) { }
                        }
                    } catch (java.io.UncheckedIOException e) { }
                    return found.toString();
                }
                @Solves("spy") Answers spy(Inputs in) throws Exception {
                    return Answers.of("canary", tried(() -> new java.io.FileInputStream("%s").read()))
                        .and("passwd", tried(() -> new java.io.FileInputStream("/etc/passwd").read()))
                        .and("socket", tried(() -> new java.net.ServerSocket(0)))
                        .and("datagram", tried(() -> new java.net.DatagramSocket()))
                        .and("init", tried(() -> new java.io.FileInputStream("/proc/1/environ").read()))
                        .and("writable", writable())
                        .and("environment", String.join(" ", new java.util.TreeSet<>(System.getenv().keySet())));
                }
                """.formatted(canary), "spy");
        var answers = SandboxFixture.answered(trace, "spy#0").answers();
        for (String what : List.of("canary", "passwd", "socket", "datagram", "init")) {
            assertEquals("denied", text(answers, what), what);
        }
        assertEquals("", text(answers, "writable"));
        assertEquals(
                "ASSAY_DEVICE HOME LANG OMP_NUM_THREADS OPENBLAS_NUM_THREADS PATH PWD TZ",
                text(answers, "environment"));
    }

    @Test
    void answers_that_were_not_asked_for_are_a_broken_protocol() throws IOException {
        ChildTrace trace = fixture.java("""
                @Solves("bad") Answers bad(Inputs in) throws Exception {
                    var make = java.io.FileDescriptor.class.getDeclaredConstructor(int.class);
                    make.setAccessible(true);
                    var out = new java.io.FileOutputStream(make.newInstance(3));
                    out.write("{\\"id\\":\\"0\\",\\"answers\\":{\\"k\\":1}}\\n".getBytes());
                    return Answers.of("k", 1);
                }
                """ + GOOD, "bad", "good");
        assertEquals(Fault.PROTOCOL, SandboxFixture.failed(trace, "bad#0").fault());
        SandboxFixture.answered(trace, "good#1");
    }

    @Test
    void a_second_answer_after_the_last_is_noticed() throws IOException {
        ChildTrace trace = fixture.java("""
                @Solves("bad") Answers bad(Inputs in) throws Exception {
                    var make = java.io.FileDescriptor.class.getDeclaredConstructor(int.class);
                    make.setAccessible(true);
                    var out = new java.io.FileOutputStream(make.newInstance(3));
                    new Thread(() -> {
                        try { Thread.sleep(50); out.write("{}\\n".getBytes()); } catch (Exception e) { }
                    }).start();
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                        try { Thread.sleep(100); } catch (Exception e) { }
                    }));
                    return Answers.of("k", 1);
                }
                """, "bad");
        assertEquals(Fault.PROTOCOL, SandboxFixture.failed(trace, "bad#0").fault());
    }

    private static String text(assay.api.Answers answers, String name) {
        return answers.get(name).orElseThrow() instanceof assay.api.Text text ? text.text() : "";
    }
}
