package assay.check.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeDiagnosisTest {
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(List.of(2, 3), List.of(2, 3), ""),
                Arguments.of(List.of(2, 3), List.of(3, 2), "transposed-shape"),
                Arguments.of(List.of(), List.of(1), "number-in-brackets"),
                Arguments.of(List.of(), List.of(1, 1), "number-in-brackets"),
                Arguments.of(List.of(4), List.of(4, 1), "axis-of-length-1"),
                Arguments.of(List.of(4), List.of(1, 4), "axis-of-length-1"),
                Arguments.of(List.of(4, 1), List.of(4), "axis-of-length-1"),
                Arguments.of(List.of(8, 3), List.of(3), "batch-axis-missing"),
                Arguments.of(List.of(3), List.of(8, 3), "batch-axis-left"),
                Arguments.of(List.of(3), List.of(), "summed-up"),
                Arguments.of(List.of(2, 6), List.of(3, 4), "reshaped"),
                Arguments.of(List.of(5), List.of(4), "length-off-by-one"),
                Arguments.of(List.of(5), List.of(6), "length-off-by-one"),
                Arguments.of(List.of(5), List.of(7), ""),
                Arguments.of(List.of(2, 3), List.of(3, 4), ""));
    }

    @ParameterizedTest(name = "{1} for {0} is ''{2}''")
    @MethodSource("shapes")
    void a_wrong_shape_has_a_likely_cause(List<Integer> right, List<Integer> given, String id) {
        assertEquals(id, ShapeDiagnosis.of(right, given).id());
    }
}
