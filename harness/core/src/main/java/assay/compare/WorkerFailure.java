package assay.compare;

/** Say why a job gave no result; the message is for people. */
final class WorkerFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean alive;

    /** Say it; {@code alive} when the worker itself reported it and can go on. */
    WorkerFailure(String message, boolean alive) {
        super(message);
        this.alive = alive;
    }

    boolean alive() {
        return alive;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
