package assay.api;

/** Hold true or false. */
public record Truth(boolean holds) implements Value {
    @Override
    public String describe() {
        return "the truth value " + holds;
    }
}
