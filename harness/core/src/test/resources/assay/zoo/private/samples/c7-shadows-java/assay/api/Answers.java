package assay.api;

public class Answers {
    public static Answers of(String name, Object value) {
        throw new IllegalStateException("not the worker's");
    }
}
