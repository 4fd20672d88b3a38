package assay.worker;

import assay.api.Fields;
import assay.api.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** Describe what went wrong while a submission answered, with the line in the student's file. */
final class Failure {
    private static final int LONGEST = 2000;
    private static final int MOST_CAUSES = 5;

    private final Compiled compiled;

    Failure(Compiled compiled) {
        this.compiled = compiled;
    }

    /** Describe a failure that is not an exception. */
    static Fields of(String kind, String message) {
        return error(kind, "", message, "");
    }

    /** Describe what the student's method threw. */
    Fields of(Throwable thrown) {
        Throwable real = thrown;
        for (int i = 0; i < MOST_CAUSES && real instanceof ExceptionInInitializerError && causeOf(real) != real; i++) {
            real = causeOf(real);
        }
        StackTraceElement[] trace = traceOf(real);
        String message = messageOf(real);
        boolean ownThrow = trace.length > 0 && compiled.classes().containsKey(trace[0].getClassName());
        if (real.getClass() == UnsupportedOperationException.class && message.isEmpty() && ownThrow) {
            return error("not-answered", "", "the method says that it is not written yet", where(trace));
        }
        return error("exception", real.getClass().getName(), message, where(trace));
    }

    private static Fields error(String kind, String type, String message, String where) {
        Map<String, assay.api.Value> fields = new LinkedHashMap<>();
        fields.put("kind", new Text(kind));
        fields.put("type", new Text(type));
        fields.put("message", new Text(message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "..."));
        fields.put("where", new Text(where));
        return new Fields(fields);
    }

    private String where(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            String file = compiled.sources().get(frame.getClassName());
            if (file != null) {
                return frame.getLineNumber() > 0 ? file + ":" + frame.getLineNumber() : file;
            }
        }
        return "";
    }

    // The three methods below are overridable by a student's exception, which may throw in turn.

    private static String messageOf(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message;
        } catch (Throwable e) {
            return "(its getMessage() failed)";
        }
    }

    private static StackTraceElement[] traceOf(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (Throwable e) {
            return new StackTraceElement[0];
        }
    }

    private static Throwable causeOf(Throwable thrown) {
        try {
            Throwable cause = thrown.getCause();
            return cause == null ? thrown : cause;
        } catch (Throwable e) {
            return thrown;
        }
    }
}
