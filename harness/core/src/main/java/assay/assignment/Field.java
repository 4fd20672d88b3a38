package assay.assignment;

/** Name one input or answer of a task, with its type and what it means. */
public record Field(String name, ValueType type, String about) {}
