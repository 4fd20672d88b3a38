package assay.worker;

import assay.api.Fields;
import assay.api.Text;
import assay.api.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Say what is wrong with the submission before anything of it ran.
 *
 * @param where "File.java:12" or ""
 * @param task the only task that this is about, or "" where it may be about any
 */
record Problem(String where, String message, String task) {
    private static final int LONGEST = 600;

    Problem {
        message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    }

    /** Say what is wrong with a whole file, whatever it may have solved. */
    Problem(String where, String message) {
        this(where, message, "");
    }

    Fields toFields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("where", new Text(where));
        fields.put("message", new Text(message));
        if (!task.isEmpty()) {
            fields.put("task", new Text(task));
        }
        return new Fields(fields);
    }
}
