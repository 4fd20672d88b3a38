package assay.check;

/**
 * Name the likely cause of a wrong answer.
 *
 * @param id for machines and tests, for example {@code "factor-2"}, {@code "transposed"}; "" when none was found
 * @param sentence for the student; "" when none was found
 */
public record Diagnosis(String id, String sentence) {
    /** Return the diagnosis that says nothing. */
    public static Diagnosis none() {
        return new Diagnosis("", "");
    }
}
