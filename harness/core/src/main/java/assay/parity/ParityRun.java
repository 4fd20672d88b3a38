package assay.parity;

import assay.run.Exchange;
import java.util.List;

/** Hold what came of one submission on one device; the same plan was asked on all. */
public record ParityRun(Parity.Side side, List<Exchange> exchanges) {
    public ParityRun {
        exchanges = List.copyOf(exchanges);
    }
}
