package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunCacheTest {
    private static final Limits LIMITS = Limits.standard();

    @TempDir
    private Path folder;

    private Path sources;
    private final Counting sandbox = new Counting();

    /** Answers each request with the number of the run, or with a fault. */
    private static final class Counting extends SandboxStub {
        private int runs;
        private double answer = 1;
        private Outcome.Failed failed = new Outcome.Failed(Fault.NOT_ANSWERED, "", "");
        private double starts = 1;
        private final SortedMap<String, String> facts = new TreeMap<>(Map.of("jdk", "17"));

        Counting() {
            super(IsolationLevel.A);
        }

        @Override
        public SortedMap<String, String> facts() {
            return facts;
        }

        @Override
        public ChildTrace run(ChildPlan plan) {
            runs++;
            Map<String, Outcome> outcomes = new TreeMap<>();
            outcomes.put("id0", new Outcome.Answered(Answers.of("x", answer).and("bad", Double.NaN), 3));
            outcomes.put("id1", failed);
            return new ChildTrace(
                    outcomes,
                    "printed\n",
                    List.of("python 3"),
                    List.of("t0"),
                    Map.of("backend", "none"),
                    Map.of("starts", starts));
        }
    }

    @BeforeEach
    void hand_in() throws IOException {
        sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("solution.py"), "x = 1");
    }

    private RunCache cache(double share, long most) {
        return new RunCache(
                folder.resolve("runs"), new RunCache.Rules(Map.of("version", "1"), Map.of("digest", "a"), share, most));
    }

    private ChildPlan plan(Limits limits, double input) {
        List<Request> requests = List.of(
                new Request("id0", "t0", "draw 1", false, Inputs.none().and("x", input)),
                new Request("id1", "t1", "draw 1", false, Inputs.none()));
        return new ChildPlan(Language.PYTHON, sources, List.of("solution.py"), limits, requests);
    }

    private String key(ChildPlan plan) throws IOException {
        return RunKey.of(plan, sandbox, Map.of("version", "1"), Map.of());
    }

    @Test
    void what_is_unchanged_is_run_once_and_comes_back_as_it_was() {
        ChildTrace first = cache(0, 1 << 20).run(plan(LIMITS, 1), sandbox);
        RunCache later = cache(0, 1 << 20);
        ChildTrace second = later.run(plan(LIMITS, 1), sandbox);
        assertEquals(1, sandbox.runs);
        assertEquals(1, later.served());
        assertEquals(first.output(), second.output());
        assertEquals(first.offered(), second.offered());
        assertEquals(first.outcomes().get("id1"), second.outcomes().get("id1"));
        assertEquals(
                ((Outcome.Answered) first.outcomes().get("id0")).answers(),
                ((Outcome.Answered) second.outcomes().get("id0")).answers());
    }

    @Test
    void everything_that_matters_is_in_the_key() throws IOException {
        String before = key(plan(LIMITS, 1));
        assertNotEquals(before, key(plan(LIMITS, 2)), "inputs");
        assertNotEquals(before, key(plan(new Limits(20, 5, 120, 256, 768, 96, 65), 1)), "limits");
        assertNotEquals(before, RunKey.of(plan(LIMITS, 1), sandbox, Map.of("version", "2"), Map.of()), "version");
        sandbox.facts.put("jdk", "18");
        assertNotEquals(before, key(plan(LIMITS, 1)), "JDK");
        sandbox.facts.put("jdk", "17");
        assertEquals(before, key(plan(LIMITS, 1)));
        Files.writeString(sources.resolve("table.txt"), "read by the solution");
        assertNotEquals(before, key(plan(LIMITS, 1)), "a file beside the code");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HARNESS", "TIME_LIMIT", "MEMORY_LIMIT", "OUTPUT_LIMIT", "ENDED_EARLY", "CRASHED", "PROTOCOL"})
    void what_might_end_otherwise_another_day_is_not_kept(Fault fault) {
        sandbox.failed = new Outcome.Failed(fault, "", "");
        cache(0, 1 << 20).run(plan(LIMITS, 1), sandbox);
        cache(0, 1 << 20).run(plan(LIMITS, 1), sandbox);
        assertEquals(2, sandbox.runs);
    }

    @Test
    void a_run_with_a_second_start_is_not_kept() {
        sandbox.starts = 2;
        cache(0, 1 << 20).run(plan(LIMITS, 1), sandbox);
        cache(0, 1 << 20).run(plan(LIMITS, 1), sandbox);
        assertEquals(2, sandbox.runs);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void a_damaged_entry_is_refused_and_made_anew() throws IOException {
        cache(0, 1 << 20).run(plan(LIMITS, 1), sandbox);
        Path entry = entries().get(0);
        String whole = Files.readString(entry);
        for (String damaged :
                List.of("", whole.substring(0, whole.length() / 2), whole.replace("printed", "painted"), "\n")) {
            Files.writeString(entry, damaged);
            int before = sandbox.runs;
            cache(0, 1 << 20).run(plan(LIMITS, 1), sandbox);
            assertEquals(before + 1, sandbox.runs);
            assertEquals(whole, Files.readString(entry));
        }
    }

    @Test
    void an_entry_under_the_name_of_another_is_refused() throws IOException {
        cache(0, 1 << 20).run(plan(LIMITS, 1), sandbox);
        Path first = entries().get(0);
        cache(0, 1 << 20).run(plan(LIMITS, 2), sandbox);
        Path second = entries().stream()
                .filter(file -> !file.equals(first))
                .findFirst()
                .orElseThrow();
        Files.writeString(second, Files.readString(first));
        cache(0, 1 << 20).run(plan(LIMITS, 2), sandbox);
        assertEquals(3, sandbox.runs);
    }

    @Test
    void a_sample_is_run_again_and_tells_what_does_not_answer_the_same_twice() {
        cache(1, 1 << 20).run(plan(LIMITS, 1), sandbox);
        RunCache steady = cache(1, 1 << 20);
        ChildTrace same = steady.run(plan(LIMITS, 1), sandbox);
        assertEquals(1, steady.again());
        assertFalse(same.observed().containsKey("unsteadyTasks"));
        sandbox.answer = 2;
        ChildTrace other = cache(1, 1 << 20).run(plan(LIMITS, 1), sandbox);
        assertEquals(1, other.observed().get("unsteadyTasks"));
        assertTrue(
                other.children().get(1).endsWith("the code gave other answers to t0"),
                other.children().toString());
        assertEquals(
                1.0,
                ((Outcome.Answered) other.outcomes().get("id0"))
                        .answers()
                        .tensor("x")
                        .item());
        sandbox.failed = new Outcome.Failed(Fault.TIME_LIMIT, "", "");
        ChildTrace late = cache(1, 1 << 20).run(plan(LIMITS, 1), sandbox);
        assertFalse(late.observed().containsKey("unsteadyTasks"), "a busy machine is nobody's fault");
    }

    @Test
    void it_stays_within_its_size() throws IOException {
        for (int i = 0; i < 20; i++) {
            cache(0, 4000).run(plan(LIMITS, i), sandbox);
        }
        RunCache cache = cache(0, 4000);
        cache.trim();
        long bytes = 0;
        for (Path entry : entries()) {
            bytes += Files.size(entry);
        }
        assertTrue(bytes <= 4000 && bytes > 0, "has " + bytes);
    }
}
