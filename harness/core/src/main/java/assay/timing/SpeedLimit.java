package assay.timing;

import assay.assignment.About;

/** Say what a speed is worth. */
@About("What a speed is worth.")
public record SpeedLimit(
        @About("most that the time may be, as a multiple of the reference's")
        double ratio,

        @About("share of the points up to there, 0 to 1") double share) {
    public SpeedLimit {
        if (!(ratio >= 1.1 && ratio <= 1000)) {
            throw new IllegalArgumentException(
                    "ratio must be 1.1 to 1000, was " + ratio + "; nearer to 1 noise decides");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be more than 0 and at most 1, was " + share);
        }
    }
}
