package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostilePythonTest {
    private static final String GOOD = """

            @solves("good")
            def good(x, k):
                return {"k": k}
            """;

    @TempDir
    static Path folder;

    static SandboxFixture fixture;

    @BeforeAll
    static void open() {
        fixture = SandboxFixture.isolated(folder);
        fixture.needsPython();
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
    void sys_exit_on_import_is_a_problem_of_that_file_alone() throws IOException {
        ChildTrace trace = fixture.run(
                Language.PYTHON,
                SandboxFixture.USUAL,
                Map.of(
                        "a.py",
                        "import sys\nfrom assay import solves\nsys.exit('usage')\n",
                        "b.py",
                        "from assay import solves\n" + GOOD),
                "bad",
                "good");
        assertEquals(Fault.NOT_COMPILED, SandboxFixture.failed(trace, "bad#0").fault());
        assertEquals("a.py:3", SandboxFixture.failed(trace, "bad#0").where());
        SandboxFixture.answered(trace, "good#1");
    }

    @Test
    void sys_exit_ends_early_and_the_next_task_answers() throws IOException {
        ChildTrace trace =
                fixture.python("import sys\n@solves('bad')\ndef bad(x, k): sys.exit(0)\n" + GOOD, "bad", "good");
        assertEquals(Fault.ENDED_EARLY, SandboxFixture.failed(trace, "bad#0").fault());
        SandboxFixture.answered(trace, "good#1");
    }

    @Test
    void a_signal_is_a_crash() throws IOException {
        ChildTrace trace =
                fixture.python("import os\n@solves('bad')\ndef bad(x, k): os.abort()\n" + GOOD, "bad", "good");
        assertEquals(Fault.CRASHED, SandboxFixture.failed(trace, "bad#0").fault());
        assertEquals(
                "The program crashed (SIGABRT) before it answered.",
                SandboxFixture.failed(trace, "bad#0").message());
        SandboxFixture.answered(trace, "good#1");
    }

    @Test
    void too_large_a_list_is_a_memory_limit() throws IOException {
        ChildTrace trace = fixture.python("@solves('bad')\ndef bad(x, k): return {'a': bytearray(1 << 30)}\n", "bad");
        assertEquals(Fault.MEMORY_LIMIT, SandboxFixture.failed(trace, "bad#0").fault());
    }

    @Test
    void memory_of_all_processes_counts_together() throws IOException {
        ChildTrace trace = fixture.python("""
                import os, time
                @solves("bad")
                def bad(x, k):
                    for _ in range(12):
                        if os.fork() == 0:
                            kept = bytearray(64 << 20)
                            time.sleep(60)
                    time.sleep(60)
                """, "bad");
        assertEquals(Fault.MEMORY_LIMIT, SandboxFixture.failed(trace, "bad#0").fault());
    }

    @Test
    void a_fork_bomb_stops_at_the_limit() throws IOException {
        String body = """
                import os, time
                from assay import solves
                @solves("bad")
                def bad(x, k):
                    while True:
                        try:
                            os.fork()
                        except OSError:
                            time.sleep(0.2)
                """ + GOOD;
        ChildTrace trace =
                fixture.run(Language.PYTHON, SandboxFixture.IMPATIENT, Map.of("solution.py", body), "bad", "good");
        assertEquals(Fault.PROCESS_LIMIT, SandboxFixture.failed(trace, "bad#0").fault());
        assertEquals(
                "The program must have fewer than 96 processes and threads at once; does it start them in a loop?",
                SandboxFixture.failed(trace, "bad#0").message());
        SandboxFixture.answered(trace, "good#1");
    }

    @Test
    void a_daemon_does_not_outlive_the_run() throws IOException {
        ChildTrace trace = fixture.python("""
                import os, time
                @solves("daemon")
                def daemon(x, k):
                    if os.fork() == 0:
                        os.setsid()
                        if os.fork() == 0:
                            time.sleep(600)
                        os._exit(0)
                    return {"k": k}
                """, "daemon");
        SandboxFixture.answered(trace, "daemon#0");
    }

    @Test
    void forged_answers_on_any_descriptor_are_a_broken_protocol() throws IOException {
        ChildTrace trace = fixture.python("""
                import os
                @solves("bad")
                def bad(x, k):
                    for descriptor in range(3, 64):
                        try:
                            os.write(descriptor, b'{"id":"bad#0!","answers":{"k":3}}\\n')
                        except OSError:
                            pass
                    return {"k": k}
                """ + GOOD, "bad", "good");
        assertEquals(Fault.PROTOCOL, SandboxFixture.failed(trace, "bad#0").fault());
        SandboxFixture.answered(trace, "good#1");
    }

    @Test
    void answering_before_the_request_is_a_broken_protocol() throws IOException {
        ChildTrace trace = fixture.python("""
                import os
                hello = '{"hello":{"language":"python","version":"3","tasks":["a"],"problems":[]}}'
                for descriptor in range(3, 64):
                    try:
                        os.write(descriptor, (hello + '\\n{"id":"a#0","answers":{"k":3}}\\n').encode())
                    except OSError:
                        pass
                """, "a");
        assertEquals(Fault.PROTOCOL, SandboxFixture.failed(trace, "a#0").fault());
    }

    @Test
    void closing_the_answers_is_no_answer() throws IOException {
        ChildTrace trace = fixture.python(
                "import os\n@solves('bad')\ndef bad(x, k): os.closerange(3, 64)\n" + GOOD, "bad", "good");
        assertEquals(Fault.ENDED_EARLY, SandboxFixture.failed(trace, "bad#0").fault());
        SandboxFixture.answered(trace, "good#1");
    }

    @Test
    void the_first_process_of_the_namespace_cannot_be_taken_over() throws IOException {
        ChildTrace trace = fixture.python("""
                @solves("bad")
                def bad(x, k):
                    return {"memory": open("/proc/1/mem", "r+b").read(1)}
                """, "bad");
        assertEquals(
                "FileNotFoundError",
                SandboxFixture.failed(trace, "bad#0").message().split(":", 2)[0]);
    }

    @Test
    void the_kernel_refuses_every_call_of_the_list() throws IOException {
        String numbers = SystemCallTable.here().orElseThrow().denied().entrySet().stream()
                .map(call -> "'" + call.getKey() + "': " + call.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        ChildTrace trace = fixture.python("""
                import ctypes, errno, os, socket
                libc = ctypes.CDLL(None, use_errno=True)
                def tried(*call):
                    ctypes.set_errno(0)
                    result = libc.syscall(*call)
                    return "%%d %%s" %% (result, errno.errorcode.get(ctypes.get_errno(), "0"))
                def socket_of(family):
                    try:
                        socket.socket(family, socket.SOCK_DGRAM).close()
                        return "open"
                    except OSError as e:
                        return errno.errorcode[e.errno]
                @solves("calls")
                def calls(x, k):
                    calls = %s
                    return {"open": [n for n, c in calls.items() if tried(c, 0, 0, 0, 0, 0, 0) != "-1 EPERM"],
                            "newer": tried(451, 0, 0), "clone3": tried(435, 0, 0),
                            "userns": tried(56, 0x10000011, 0, 0, 0, 0),
                            "sockets": [socket_of(f) for f in (1, 2, 10, 16, 17, 40)]}
                """.formatted(numbers), "calls");
        assertEquals(
                "{open=a vector [0] [], newer=Text[text=-1 ENOSYS], clone3=Text[text=-1 ENOSYS], userns=Text[text=-1 EPERM],"
                        + " sockets=Sequence[items=[Text[text=open], Text[text=EAFNOSUPPORT], Text[text=EAFNOSUPPORT],"
                        + " Text[text=EAFNOSUPPORT], Text[text=EAFNOSUPPORT], Text[text=EAFNOSUPPORT]]]}",
                SandboxFixture.answered(trace, "calls#0")
                        .answers()
                        .fields()
                        .byName()
                        .toString());
    }

    /** Machine code of its own: the 32-bit entry of the kernel has other numbers, x32 has bit 30 set. */
    @Test
    void other_ways_into_the_kernel_are_closed() throws IOException {
        Assumptions.assumeTrue(SystemCallTable.here().equals(Optional.of(SystemCallTable.X86_64)), "needs x86-64");
        ChildTrace trace = fixture.python("""
                import ctypes, mmap, os
                pages = []
                def code(text):
                    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
                    page.write(bytes.fromhex(text))
                    pages.append(page)
                    start = ctypes.addressof(ctypes.c_char.from_buffer(page))
                    return ctypes.CFUNCTYPE(ctypes.c_long)(start)
                def signal_of(text):
                    child = os.fork()
                    if child == 0:
                        code(text)()
                        os._exit(0)
                    return os.WTERMSIG(os.waitpid(child, 0)[1])
                @solves("ways")
                def ways(x, k):
                    getpid = "48c7c027000000" + "0f05" + "c3"
                    x32_getpid = "48c7c027000040" + "0f05" + "c3"
                    getpid_of_32_bits = "b814000000" + "cd80" + "c3"
                    # 31 is SIGSYS; 11, SIGSEGV, comes where the kernel has no such entry at all
                    return {"usual": code(getpid)() == os.getpid(), "x32": code(x32_getpid)(),
                            "killed": signal_of(getpid_of_32_bits) in (31, 11)}
                """, "ways");
        assertEquals(
                "{usual=Truth[holds=true], x32=a number [-38.0], killed=Truth[holds=true]}",
                SandboxFixture.answered(trace, "ways#0")
                        .answers()
                        .fields()
                        .byName()
                        .toString());
    }

    @Test
    void who_kills_itself_is_tried_twice_and_then_has_crashed() throws IOException {
        ChildTrace trace = fixture.python(
                "import os, signal\n@solves('bad')\ndef bad(x, k): os.kill(os.getpid(), signal.SIGKILL)\n" + GOOD,
                "bad",
                "good");
        assertEquals(
                "The program was killed (SIGKILL) before it answered, and again in a second try.",
                SandboxFixture.failed(trace, "bad#0").message());
        assertEquals(Fault.CRASHED, SandboxFixture.failed(trace, "bad#0").fault());
        assertEquals(3.0, trace.observed().get("starts"));
        SandboxFixture.answered(trace, "good#1");
    }

    /** What the machine does when its memory runs out, without the count by which it tells. */
    @Test
    void who_is_killed_once_from_outside_answers_in_the_second_try() throws Exception {
        Map<String, String> files = Map.of("a.py", """
                import time
                from assay import solves
                @solves("slow")
                def slow(x, k):
                    time.sleep(1)
                    return {"k": k}
                """);
        Thread killer = new Thread(() -> killFirst("a.py"));
        killer.start();
        ChildTrace trace = fixture.run(Language.PYTHON, SandboxFixture.USUAL, files, "slow");
        killer.join();
        SandboxFixture.answered(trace, "slow#0");
        assertEquals(2.0, trace.observed().get("starts"));
    }

    /** Kill the first child of this test that has been told to run {@code file} and is past its start. */
    private static void killFirst(String file) {
        try {
            for (int i = 0; i < 1000; i++) {
                for (Path process : SandboxFixture.processes(folder)) {
                    String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
                    if (line.startsWith("/usr/bin/python3") && line.contains(file)) {
                        Thread.sleep(400);
                        ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                                .ifPresent(ProcessHandle::destroyForcibly);
                        return;
                    }
                }
                Thread.sleep(10);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_endless_import_is_a_time_limit_of_every_task() throws IOException {
        Limits quick = new Limits(2, 1, 30, 128, 512, 96, 16);
        ChildTrace trace = fixture.run(Language.PYTHON, quick, Map.of("a.py", "while True: pass\n"), "a", "b");
        assertEquals(Fault.TIME_LIMIT, SandboxFixture.failed(trace, "a#0").fault());
        assertEquals(Fault.TIME_LIMIT, SandboxFixture.failed(trace, "b#1").fault());
        assertEquals(1.0, trace.observed().get("starts"));
    }

    @Test
    void after_six_starts_nothing_more_is_asked() throws IOException {
        StringBuilder body = new StringBuilder("import os\n");
        String[] tasks = new String[8];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = "t" + i;
            body.append("@solves('t%d')\ndef t%d(x, k): os._exit(0)\n".formatted(i, i));
        }
        ChildTrace trace = fixture.python(body.toString(), tasks);
        assertEquals(6.0, trace.observed().get("starts"));
        assertTrue(
                SandboxFixture.failed(trace, "t7#7").message().startsWith("Not asked, as the program ended 6 times."));
        assertEquals(Fault.ENDED_EARLY, SandboxFixture.failed(trace, "t7#7").fault());
    }

    @Test
    void the_whole_run_is_bounded() throws IOException {
        Limits quick = new Limits(20, 20, 2, 128, 512, 96, 16);
        Map<String, String> files = Map.of("a.py", """
                import time
                from assay import solves
                @solves("slow")
                def slow(x, k):
                    time.sleep(0.1 if x[2] == 0 else 20)
                    return {"k": k}
                """);
        ChildTrace trace = fixture.run(Language.PYTHON, quick, files, "slow", "slow", "slow");
        SandboxFixture.answered(trace, "slow#0");
        assertEquals(
                "The whole run took longer than 2 s and was ended; is there a loop that never ends?",
                SandboxFixture.failed(trace, "slow#1").message());
        assertEquals(Fault.TIME_LIMIT, SandboxFixture.failed(trace, "slow#2").fault());
    }

    @Test
    void terminal_escapes_become_visible() throws IOException {
        ChildTrace trace = fixture.python("""
                import os
                os.write(2, b"\\x1b[31mred\\x00\\xff\\xe2\\x80\\xaeover\\n")
                @solves("bad")
                def bad(x, k): raise ValueError("\\x1b]0;title\\x07 line\\nnext")
                """, "bad");
        assertEquals("␛[31mred␀�<U+202E>over\n", trace.output());
        assertEquals(
                "ValueError: ␛]0;title␇ line / next",
                SandboxFixture.failed(trace, "bad#0").message());
        assertFalse(trace.output().contains("\u001b"));
    }

    @Test
    void a_submission_behind_a_link_is_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path root = fixture.submission(Map.of("a.py", """
                from assay import solves
                @solves("a")
                def a(): return {"text": open("/submission/link.txt").read()}
                """));
        Files.createSymbolicLink(root.resolve("link.txt"), secret);
        Request request = new Request("1", "a", "", false, assay.api.Inputs.none());
        ChildTrace trace = fixture.sandbox()
                .run(new ChildPlan(Language.PYTHON, root, List.of("a.py"), SandboxFixture.USUAL, List.of(request)));
        assertNotEquals(Fault.HARNESS, SandboxFixture.failed(trace, "1").fault());
    }
}
