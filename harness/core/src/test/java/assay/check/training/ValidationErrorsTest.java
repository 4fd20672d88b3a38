package assay.check.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationErrorsTest {
    @Test
    void twice_the_errors_on_unseen_images_explain_twice_the_reference_s_on_validation_images() {
        Predictions unseen = Digits.predictions(80, 90);
        ValidationErrors errors = ValidationErrors.of(100, new double[] {0.5, 0.83}, new double[] {0.92, 0.9}, unseen);
        assertEquals(17, errors.own(), 1e-9);
        assertEquals(16, errors.explained(), 1e-9);
    }

    @Test
    void a_reference_without_errors_counts_as_one_with_one() {
        ValidationErrors errors =
                ValidationErrors.of(100, new double[] {0.9}, new double[] {0.96}, Digits.predictions(95, 100));
        assertEquals(20, errors.explained(), 1e-9);
    }

    @Test
    void fewer_than_the_share_are_too_few() {
        assertTrue(new ValidationErrors(9, 20).areTooFew(0.5));
        assertFalse(new ValidationErrors(11, 20).areTooFew(0.5));
        assertFalse(new ValidationErrors(0, 20).areTooFew(0));
    }

    /** Of 3 errors that are expected, e^-3 = 5 % of all models make none. */
    @Test
    void small_counts_prove_nothing() {
        assertFalse(new ValidationErrors(0, 3).areTooFew(0.5));
        assertTrue(new ValidationErrors(0, 5).areTooFew(0.5));
    }

    @Test
    void seeds_are_averaged() {
        ValidationErrors mean = ValidationErrors.mean(List.of(new ValidationErrors(1, 6), new ValidationErrors(2, 10)));
        assertEquals(new ValidationErrors(1.5, 8), mean);
    }
}
