package assay.check.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.Task;
import assay.check.CheckContext;
import assay.check.Evidence;
import assay.check.Judgement;
import assay.check.Trial;
import assay.check.Verdict;
import assay.run.Fault;
import assay.run.Outcome;
import assay.run.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorCheckTest {
    private static final String ENDS = "0 0 -1 0 1 0 0 0 0";
    private static final String PEAKS = "0 0 1 0 1 0 1 0 0";

    private static DetectorCheck.Spec spec(DetectorCheck.Images images, int side, int longest) {
        return new DetectorCheck.Spec(
                images,
                side,
                3,
                longest,
                3,
                200,
                11,
                "filter",
                "bias",
                "activation",
                "pooling",
                "threshold",
                "convention");
    }

    private static DetectorCheck.Spec every(int longest) {
        return spec(DetectorCheck.Images.EVERY, 8, longest);
    }

    private static Answers answers(String filter, String bias, String activation, String pooling, String threshold) {
        List<String> weights = List.of(filter.split(" "));
        return Answers.of("filter", List.of(weights.subList(0, 3), weights.subList(3, 6), weights.subList(6, 9)))
                .and("bias", bias)
                .and("activation", activation)
                .and("pooling", pooling)
                .and("threshold", threshold)
                .and("convention", "correlation");
    }

    private static Judgement judge(DetectorCheck.Spec spec, Answers answers) {
        return judge(spec, new Outcome.Answered(answers, 0));
    }

    private static Judgement judge(DetectorCheck.Spec spec, Outcome outcome) {
        Task task = new Task("lines/any", "2.3", "Lines", List.of(), List.of(), List.of(), List.of());
        Request request = new Request("00", task.id(), "the question", true, Inputs.none());
        return new DetectorCheck()
                .judge(spec, new CheckContext(task, List.of(new Trial(request, outcome, Answers.none())), null));
    }

    @Test
    void line_ends_are_right_for_every_length_and_peaks_for_length_three_alone() {
        Answers ends = answers(ENDS, "0", "relu", "sum", "1.5");
        Answers peaks = answers(PEAKS, "-2", "relu", "sum", "1.5");
        assertEquals(
                "Right on all 191 images of 8 x 8 pixels, 36 with one line and 155 with two.",
                judge(every(3), ends).message());
        assertEquals(Verdict.PASSED, judge(every(8), ends).verdict());
        assertEquals(Verdict.PASSED, judge(every(3), peaks).verdict());
        assertEquals(Verdict.WRONG, judge(every(8), peaks).verdict());
    }

    @Test
    void peaks_are_wrong_on_fifty_of_563_images_with_lines_up_to_six() {
        Judgement judgement = judge(every(6), answers(PEAKS, "-2", "relu", "sum", "1.5"));
        assertTrue(
                judgement
                        .message()
                        .startsWith(
                                "50 of 563 images of 8 x 8 pixels are wrong (50 of 86 with one line, 0 of 477 with two):"
                                        + " a single line of length 4 is taken for two, with 2 responses and sum 2, above the"
                                        + " threshold 3/2."),
                judgement.message());
    }

    @Test
    void a_turned_filter_finds_the_other_ends() {
        Answers turned = answers(ENDS, "0", "relu", "sum", "1.5").and("convention", "convolution");
        assertEquals(Verdict.PASSED, judge(every(8), turned).verdict());
        assertEquals(
                Verdict.PASSED,
                judge(spec(DetectorCheck.Images.DRAWN, 100, 95), turned).verdict());
    }

    @Test
    void fractions_are_exact_and_the_threshold_itself_is_one_line() {
        Answers thirds = answers("0 0 -1/3 0 1/3 0 0 0 0", "0", "relu", "sum", "1/3");
        assertEquals(Verdict.PASSED, judge(every(8), thirds).verdict());
        Answers rounded = answers("0 0 -1/3 0 1/3 0 0 0 0", "0", "relu", "sum", "0.333333");
        assertEquals("threshold", judge(every(8), rounded).diagnosis().id());
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "8, 1 0 0 0 1 0 0 0 1, -2, relu sum, 1.5, other-diagonal",
        "8, 0 0 0 0 1 0 -1 0 0, 0, relu max, 1.5, max-does-not-count",
        "8, 0 0 1 0 1 0 1 0 0, -2, relu sum, 1.5, counts-peaks",
        "8, 0 0 0 0 1 0 0 0 0, 0, identity sum, 9.5, counts-pixels",
        "3, 0 0 1 0 1 0 1 0 0, -1, relu sum, 1.5, bias",
        "3, 0 0 0 0 1 0 0 0 0, 0, relu sum, 2, threshold",
        "3, 0 0 0 0 -1 0 0 0 0, 0, identity sum, -4, inverted",
        "8, 0 0 0 0 -1 0 1 0 0, 0, relu sum, 1.5, border",
        "8, 0 0 1 0 1 0 1 0 0, -3, relu sum, 1.5, sees-nothing",
        "8, 0 0 -1 0 1 0 0 0 0, 0, relu mean, 1.5, mean-of-size",
        "8, 1 1 1 1 1 1 1 1 1, 0, step sum, 1.5, counts-peaks"
    })
    void mistakes_are_named(int longest, String filter, String bias, String network, String threshold, String id) {
        String[] words = network.split(" ");
        Judgement judgement = judge(every(longest), answers(filter, bias, words[0], words[1], threshold));
        assertEquals("wrong-images", judgement.cause());
        assertEquals(id, judgement.diagnosis().id(), judgement.message());
        assertTrue(judgement.message().endsWith(judgement.diagnosis().sentence()));
    }

    @Test
    void the_evidence_is_the_smallest_wrong_image_and_the_values_by_length() {
        Judgement judgement = judge(every(8), answers(PEAKS, "-2", "relu", "sum", "1.5"));
        Evidence.Pixels pixels = (Evidence.Pixels) judgement.evidence().get(0);
        assertEquals(4, pixels.lit().size());
        assertEquals(
                List.of(new Evidence.Pixels.Response(1, 2, "1"), new Evidence.Pixels.Response(2, 1, "1")),
                pixels.responses());
        assertEquals("one line", pixels.expected());
        assertEquals("two lines", pixels.actual());
        Evidence.Table table = (Evidence.Table) judgement.evidence().get(1);
        assertEquals(List.of("3", "1", "36", "0"), table.rows().get(0));
        assertEquals(List.of("8", "6", "1", "1"), table.rows().get(5));
    }

    @Test
    void what_can_not_be_read_is_named() {
        Answers words = answers(ENDS, "0", "rellu", "average", "1.5");
        assertEquals(
                "'activation' must be one of identity, relu, step, was 'rellu' (did you mean 'relu'?); 'pooling' must be one"
                        + " of sum, max, mean, was 'average'.",
                judge(every(8), words).message());
        Answers huge = answers(ENDS, "1e30", "relu", "sum", "1.5");
        assertTrue(judge(every(8), huge).message().contains("36 bits"));
        Answers ragged = answers(ENDS, "0", "relu", "sum", "1").and("filter", List.of(List.of(1, 2), List.of(3)));
        assertTrue(judge(every(8), ragged).message().contains("three rows of three numbers"));
        Answers infinite = answers(ENDS, "0", "relu", "sum", "1").and("bias", Double.NaN);
        assertTrue(judge(every(8), infinite).message().contains("'bias' must be a finite number"));
    }

    @Test
    void what_is_missing_or_failed_is_not_wrong() {
        assertEquals(Verdict.MISSING, judge(every(8), Answers.of("filter", "x")).verdict());
        assertEquals(
                Verdict.MISSING,
                judge(every(8), new Outcome.Failed(Fault.NOT_ANSWERED, "not answered", ""))
                        .verdict());
    }

    @ParameterizedTest
    @CsvSource({"EVERY, 11, 3", "DRAWN, 101, 3", "EVERY, 5, 3", "EVERY, 8, 2"})
    void an_author_is_refused_what_takes_too_long_or_makes_no_sense(
            DetectorCheck.Images images, int side, int longest) {
        assertThrows(IllegalArgumentException.class, () -> spec(images, side, longest));
    }
}
