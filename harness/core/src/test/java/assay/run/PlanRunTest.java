package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Inputs;
import assay.assignment.Assignment;
import assay.assignment.AssignmentReader;
import assay.assignment.Limits;
import assay.check.Verdict;
import assay.grade.GradeOptions;
import assay.grade.Grader;
import assay.result.ResultRecord;
import assay.score.TaskScore;
import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRunTest {
    /** Says hello and leaves as soon as it is asked; the sixth one never gets as far. */
    private static final String CHILD = """
            echo x >>"$1"
            [ "$(wc -l <"$1")" -ge 6 ] && exec sleep 20
            echo '{"starting":"java"}'
            echo '{"hello":{"language":"java","version":"0","tasks":["t0","t1","t2","t3","t4","t5"],"problems":[]}}'
            read request
            exit 1
            """;

    /** Is killed by somebody else as soon as it is asked, but from child number $2 on it answers. */
    private static final String KILLED = """
            echo x >>"$1"
            echo '{"starting":"python"}'
            echo '{"hello":{"language":"python","version":"0","tasks":["t0","zoo/attack"],"problems":[]}}'
            while read request; do
              [ "$(wc -l <"$1")" -ge "$2" ] || sh -c "kill -9 $$"
              id=${request#*'"id":"'}
              printf '{"id":"%s","answers":{"x":1}}\\n' "${id%%'"'*}"
            done
            """;

    @TempDir
    private Path folder;

    /** Starts a script in place of children; the machine says {@code killed} when asked how many it ended for their memory. */
    private record Stand(List<String> command, LongSupplier killed) implements PlanRun.Starter {
        @Override
        public ControlGroup group() {
            return new ControlGroup(Map.of());
        }

        @Override
        public Process start(ControlGroup group) throws IOException {
            return new ProcessBuilder(command).start();
        }

        @Override
        public long killedForMemory() {
            return killed.getAsLong();
        }
    }

    private Stand stand(String script, int answersFrom, LongSupplier killed) throws IOException {
        Needs.tool("sh");
        Path file = Files.writeString(folder.resolve("child.sh"), script);
        String starts = folder.resolve("starts").toString();
        return new Stand(List.of("sh", file.toString(), starts, Integer.toString(answersFrom)), killed);
    }

    private ChildTrace run(Stand stand, int requests) {
        Limits limits = new Limits(30, 20, 4, 128, 512, 96, 16);
        List<Request> asked = IntStream.range(0, requests)
                .mapToObj(i -> new Request("id" + i, "t" + i, "draw", false, Inputs.none()))
                .toList();
        return new PlanRun(new ChildPlan(Language.JAVA, folder, List.of("Solution.java"), limits, asked), stand).run();
    }

    @Test
    void the_end_of_its_time_during_a_new_start_is_the_submissions_fault() throws IOException {
        ChildTrace trace = run(stand(CHILD, 0, () -> 0), 6);
        assertEquals(Fault.ENDED_EARLY, SandboxFixture.failed(trace, "id0").fault());
        assertEquals(Fault.TIME_LIMIT, SandboxFixture.failed(trace, "id5").fault());
    }

    @Test
    void who_is_killed_once_is_asked_again_in_a_fresh_child() throws IOException {
        ChildTrace trace = run(stand(KILLED, 2, () -> 0), 1);
        SandboxFixture.answered(trace, "id0");
        assertEquals(2.0, trace.observed().get("starts"));
    }

    @Test
    void who_is_killed_twice_while_the_machine_ran_out_of_memory_is_not_to_blame() throws IOException {
        AtomicLong killed = new AtomicLong(7);
        Outcome.Failed why = SandboxFixture.failed(run(stand(KILLED, 9, killed::getAndIncrement), 1), "id0");
        assertEquals(Fault.HARNESS, why.fault());
        assertTrue(why.message().startsWith("The machine ran out of memory and ended the program"), why.message());
    }

    @Test
    void the_machine_is_to_blame_for_both_ends_when_it_counted_but_the_first() throws IOException {
        Iterator<Long> told = List.of(7L, 8L, 8L).iterator();
        assertEquals(
                Fault.HARNESS,
                SandboxFixture.failed(run(stand(KILLED, 9, told::next), 1), "id0")
                        .fault());
    }

    @Test
    void who_is_killed_twice_with_no_lack_of_memory_has_killed_itself() throws IOException {
        assertEquals(
                Fault.CRASHED,
                SandboxFixture.failed(run(stand(KILLED, 9, () -> 7), 1), "id0").fault());
    }

    /** Runs every plan with the same stand-in. */
    private static final class Standing extends SandboxStub {
        private final Stand stand;

        Standing(Stand stand) {
            super(IsolationLevel.A);
            this.stand = stand;
        }

        @Override
        public ChildTrace run(ChildPlan plan) {
            return new PlanRun(plan, stand).run();
        }
    }

    @Test
    void points_of_who_was_killed_by_the_machine_are_open_and_not_lost() throws IOException {
        AtomicLong killed = new AtomicLong();
        Sandbox sandbox = new Standing(stand(KILLED, 9, killed::getAndIncrement));
        Assignment zoo = AssignmentReader.read(ZooTest.zoo(), true);
        ResultRecord result = new Grader(zoo, ZooTask.all(), sandbox, new GradeOptions("a secret", Map.of()))
                .grade(zoo.folder().resolve("private/samples/h1-right-python"), folder.resolve("out"));
        TaskScore attack = result.score().tasks().get(0);
        assertEquals(Verdict.NOT_JUDGED, attack.checks().get(0).verdict());
        assertEquals(4, result.score().openPoints());
    }
}
