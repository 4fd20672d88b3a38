package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    private static final Inputs INPUTS =
            Inputs.none().and("x", new double[] {1, -0.0, Math.PI}).and("n", 3).and("name", "a \"b\" \u001b");
    private static final Request REQUEST = new Request("0a".repeat(16), "t/one", "draw 1", false, INPUTS);
    private static final Request EDGE = new Request("0b".repeat(16), "t/one", "z = 800", true, Inputs.none());

    @TempDir
    private Path folder;

    private List<Exchange> stored(List<Exchange> exchanges) throws IOException {
        RunPlan plan = new RunPlan("tiny", 1, "anna", new Seeds("00".repeat(32)), List.of(REQUEST, EDGE));
        Files.writeString(folder.resolve(RunFiles.PLAN), RunFiles.write(plan, TrainingRoom.none()));
        RunTrace trace = new RunTrace(exchanges, "", List.of(), List.of(), Map.of(), Map.of());
        Files.writeString(folder.resolve(RunFiles.ANSWERS), RunFiles.write(trace));
        return RunFiles.read(folder, TrainingRoom.none());
    }

    @Test
    void what_was_asked_and_answered_comes_back_to_the_bit() throws IOException {
        Answers answers = Answers.of("g", Tensor.vector(Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 1e-310))
                .and("degenerate", true)
                .and("steps", List.of("t = a*b", "L = t"))
                .and("edges", Map.of("t", List.of("a", "b")));
        Outcome.Failed refused = new Outcome.Failed(Fault.UNREADABLE, "no", "answers.yaml:3");
        List<Exchange> exchanges = List.of(
                new Exchange(REQUEST, Source.JAVA, new Outcome.Answered(answers, Map.of("da", refused), 0)),
                new Exchange(EDGE, Source.NOWHERE, new Outcome.Failed(Fault.TIME_LIMIT, "too long", "")));
        assertEquals(exchanges, stored(exchanges));
    }

    @Test
    void a_damaged_file_is_named_with_its_line() throws IOException {
        stored(List.of());
        Files.writeString(folder.resolve(RunFiles.ANSWERS), "{\"id\":\"x\"\n");
        IOException refused = assertThrows(IOException.class, () -> RunFiles.read(folder, TrainingRoom.none()));
        assertTrue(String.valueOf(refused.getMessage()).contains("answers.json:1"), refused.getMessage());
    }

    @Test
    void an_answer_to_a_request_that_was_not_planned_is_refused() throws IOException {
        stored(List.of());
        Files.writeString(
                folder.resolve(RunFiles.ANSWERS), "{\"id\":\"" + "0c".repeat(16) + "\",\"source\":\"java\"}\n");
        assertThrows(IOException.class, () -> RunFiles.read(folder, TrainingRoom.none()));
    }
}
