package assay.parity;

import assay.run.Exchange;
import java.util.List;
import java.util.Map;

/**
 * Hold what came of one submission on one device; the same plan was asked on all.
 *
 * @param millis how long requests took, by their ids
 */
public record ParityRun(Parity.Side side, List<Exchange> exchanges, Map<String, Double> millis) {
    public ParityRun {
        exchanges = List.copyOf(exchanges);
        millis = Map.copyOf(millis);
    }

    /** Stand for a device on which nothing ran; {@code why} is a sentence. */
    public static ParityRun notRun(String id, String title, String why) {
        return new ParityRun(new Parity.Side(id, title, "", why, ""), List.of(), Map.of());
    }
}
