package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Inputs;
import assay.assignment.Limits;
import assay.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    @TempDir
    private Path folder;

    @Test
    void the_end_of_its_time_during_a_new_start_is_the_submissions_fault() throws IOException {
        Needs.tool("sh");
        Path script = Files.writeString(folder.resolve("child.sh"), CHILD);
        Limits limits = new Limits(30, 20, 4, 128, 512, 96, 16);
        List<Request> requests = IntStream.range(0, 6)
                .mapToObj(i -> new Request("id" + i, "t" + i, "draw", false, Inputs.none()))
                .toList();
        PlanRun.Starter starter = new PlanRun.Starter() {
            @Override
            public ControlGroup group() {
                return new ControlGroup(Map.of());
            }

            @Override
            public Process start(ControlGroup group) throws IOException {
                return new ProcessBuilder(
                                "sh",
                                script.toString(),
                                folder.resolve("starts").toString())
                        .start();
            }
        };
        ChildTrace trace = new PlanRun(
                        new ChildPlan(Language.JAVA, folder, List.of("Solution.java"), limits, requests), starter)
                .run();
        assertEquals(Fault.ENDED_EARLY, SandboxFixture.failed(trace, "id0").fault());
        assertEquals(Fault.TIME_LIMIT, SandboxFixture.failed(trace, "id5").fault());
    }
}
