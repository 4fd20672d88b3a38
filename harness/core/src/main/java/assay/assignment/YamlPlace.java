package assay.assignment;

import java.util.Map;

/**
 * Remember the lines of one block of a YAML file.
 *
 * @param file path as the user knows it
 * @param pointer JSON pointer of the block, "" for the whole file
 * @param lines 1-based line of every node by JSON pointer
 */
public record YamlPlace(String file, String pointer, Map<String, Integer> lines) {
    /** Return the line of the node at {@code pointer} below this block, or of the nearest node around it. */
    public int line(String below) {
        String at = pointer + below;
        while (true) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return 1;
            }
            at = at.substring(0, slash);
        }
    }
}
