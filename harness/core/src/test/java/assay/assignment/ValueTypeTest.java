package assay.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {
    @Test
    void an_extent_is_a_number_or_a_name() {
        assertEquals(new ValueType(ValueType.Kind.MATRIX, List.of("3", "d")), ValueType.parse("matrix [3, d]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vector []", "matrix [3,]", "matrix [, 3]", "vector [3x]", "vector [99999999999]", "exact [ ]"})
    void another_extent_is_refused_when_it_is_read_and_not_when_it_is_used(String written) {
        String message = assertThrows(IllegalArgumentException.class, () -> ValueType.parse(written))
                .getMessage();
        assertTrue(message.contains("unknown type '" + written + "'"), message);
    }
}
