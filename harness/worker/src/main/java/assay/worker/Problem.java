package assay.worker;

import assay.api.Fields;
import assay.api.Text;
import java.util.Map;

/** Say what is wrong with the submission before anything of it ran; {@code where} is "File.java:12" or "". */
record Problem(String where, String message) {
    private static final int LONGEST = 600;

    Problem {
        message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    }

    Fields toFields() {
        return new Fields(Map.of("where", new Text(where), "message", new Text(message)));
    }
}
