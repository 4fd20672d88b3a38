package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.api.Answers;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Value;
import assay.api.Values;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.assignment.ValueType;
import assay.assignment.Way;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FractionsTest {
    private static Value read(Object answer, String type) {
        Task task = new Task(
                "t",
                "1",
                "T",
                List.of(Way.CODE),
                List.of(),
                List.of(new Field("a", ValueType.parse(type), "")),
                List.of());
        Outcome outcome = new Outcome.Answered(Answers.of(Map.of("a", Values.of(answer))), 1.5);
        Outcome.Answered read = (Outcome.Answered) Fractions.read(outcome, task);
        assertEquals(1.5, read.wallMillis());
        return read.answers().get("a").orElseThrow();
    }

    @Test
    void fractions_are_numbers_where_numbers_are_asked_for() {
        assertEquals(Tensor.scalar(0.25), read("1/4", "number"));
        assertEquals(
                Tensor.of(new int[] {2, 2}, new double[] {0.5, 1, -2, 0.125}),
                read(List.of(List.of("1/2", 1), List.of(-2, "1/8")), "matrix [m, n]"));
    }

    @Test
    void other_texts_and_other_types_stay_as_they_are() {
        assertEquals(new Text("1/4"), read("1/4", "text"));
        assertEquals(new Text("1/0"), read("1/0", "number"));
        assertEquals(new Text("one"), read("one", "number"));
        assertEquals(Values.of(List.of(List.of("1/2"), 1)), read(List.of(List.of("1/2"), 1), "list"));
    }
}
