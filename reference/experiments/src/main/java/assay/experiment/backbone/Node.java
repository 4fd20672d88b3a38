package assay.experiment.backbone;

import java.util.List;

/**
 * A place of a backbone where something is computed.
 *
 * @param inputs the names of nodes; {@link Blueprint#INPUT} is the image
 * @param in what the first input has
 * @param out what comes out
 */
record Node(String name, Step step, List<String> inputs, Volume in, Volume out) {
    Node {
        inputs = List.copyOf(inputs);
    }
}
