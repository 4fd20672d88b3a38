package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SeedsTest {
    private static final Seeds ANNA = Seeds.derive("a secret of the course", "anna", "tiny", 1);

    @Test
    void the_same_secret_student_and_version_give_the_same_seeds() {
        assertEquals(ANNA, Seeds.derive("a secret of the course", "anna", "tiny", 1));
        assertEquals(ANNA.draws("t"), new Seeds(ANNA.hex()).draws("t"));
    }

    /** HMAC-SHA-256 with key "assay:a secret of the course" by Python 3.11's hmac module. */
    @Test
    void the_seed_is_the_hmac_of_student_assignment_and_version() {
        assertEquals("4e42afb7d297728256913251684b36cf038d843888384dd2d8b81fbe34885c14", ANNA.hex());
    }

    @Test
    void another_secret_student_version_task_or_request_changes_them() {
        assertNotEquals(ANNA, Seeds.derive("another secret, longer", "anna", "tiny", 1));
        assertNotEquals(ANNA, Seeds.derive("a secret of the course", "ben", "tiny", 1));
        assertNotEquals(ANNA, Seeds.derive("a secret of the course", "anna", "tiny", 2));
        assertNotEquals(ANNA.draws("t"), ANNA.draws("u"));
        assertNotEquals(ANNA.requestId("t", 0), ANNA.requestId("t", 1));
        assertEquals(32, ANNA.requestId("t", 0).length());
    }
}
