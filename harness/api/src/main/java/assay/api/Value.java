package assay.api;

/** Be one value that crosses the border between harness and submission: pure data, immutable, never an object graph. */
public sealed interface Value permits Tensor, Text, Truth, Sequence, Fields {
    /** Say in a few words what this is, for messages: "a number", "a matrix [2, 3]", "a text". */
    String describe();
}
