package assay.compare;

/** Say which job gave no result, and why. */
public record Failure(String variant, int seed, String reason) {}
