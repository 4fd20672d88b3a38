package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children that live side by side work one at a time. */
class LiveRunTest {
    /** Counts in the background, and answers how far it has come. */
    private static final Map<String, String> COUNTER = Map.of("Solution.java", """
            import assay.api.Answers;
            import assay.api.Inputs;
            import assay.api.Solves;
            class Solution {
                static volatile long turns;
                static {
                    Thread busy = new Thread(() -> { while (true) { turns++; } });
                    busy.setDaemon(true);
                    busy.start();
                }
                @Solves("a") Answers a(Inputs in) {
                    long end = System.nanoTime() + 20_000_000;
                    while (System.nanoTime() < end) { }
                    return Answers.of("turns", (double) turns);
                }
            }
            """);

    @TempDir
    private Path folder;

    private static Request request(String id) {
        return new Request(id, "a", id, false, Inputs.none().and("x", 1));
    }

    @Test
    void who_rests_does_not_work() throws IOException {
        Needs.tool("sh");
        try (SandboxFixture fixture = new SandboxFixture(Files.createDirectory(folder.resolve("run")), true)) {
            Path sources = fixture.submission(COUNTER);
            ChildPlan plan =
                    new ChildPlan(Language.JAVA, sources, List.of("Solution.java"), SandboxFixture.USUAL, List.of());
            try (LiveRun run = fixture.sandbox().open(List.of(plan, plan))) {
                LiveChild first = run.children().get(0);
                LiveChild second = run.children().get(1);
                assertEquals(Optional.empty(), first.start("a"));
                assertEquals(Optional.empty(), second.start("a"));
                first.ask(List.of(request("1")));
                LiveChild.Block other = second.ask(List.of(request("2"), request("3"), request("4")));
                assertEquals(3, other.outcomes().size());
                assertInstanceOf(Outcome.Answered.class, other.outcomes().get(2));
                Needs.that(!run.rest().equals("not"), "needs a way to freeze a process");
                assertNotEquals("not", run.processorClock());
                double idle = first.ask(List.of(request("5"))).idleMillis();
                assertTrue(idle < 1, () -> "worked for " + idle + " ms while it had to rest");
            }
        }
    }

    @Test
    void a_task_that_nothing_solves_is_told() throws IOException {
        Needs.tool("sh");
        try (SandboxFixture fixture = new SandboxFixture(Files.createDirectory(folder.resolve("run")), true)) {
            Path sources = fixture.submission(COUNTER);
            ChildPlan plan =
                    new ChildPlan(Language.JAVA, sources, List.of("Solution.java"), SandboxFixture.USUAL, List.of());
            try (LiveRun run = fixture.sandbox().open(List.of(plan))) {
                Outcome.Failed why = run.children().get(0).start("b").orElseThrow();
                assertEquals(Fault.NOT_ANSWERED, why.fault());
            }
        }
    }
}
