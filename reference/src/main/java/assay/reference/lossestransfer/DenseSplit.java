package assay.reference.lossestransfer;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.ReferenceTask;
import assay.reference.math.Sums;
import assay.reference.math.Witness;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Solve the split of question 3. Any shuffle is right, so the parts are examined and not compared. */
public final class DenseSplit implements ReferenceTask {
    private static final String TRAINING = "training";
    private static final String VALIDATION = "validation";

    @Override
    public String id() {
        return "dense/split";
    }

    /** Draw a share whose product with the number of samples is clearly whole or clearly not. */
    @Override
    public Inputs draw(Draw draw) {
        return draw.until(() -> inputs(draw.integer(11, 90), draw.choice(List.of(0.8, 0.75, 0.9, 0.6))), in -> {
            double product = in.number("samples") * in.number("share");
            double off = Math.abs(product - Math.rint(product));
            return off == 0 || off >= 0.01;
        });
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return List.of(new EdgeCase("11 samples", inputs(11, 0.8)), new EdgeCase("5 samples", inputs(5, 0.6)));
    }

    private static Inputs inputs(int samples, double share) {
        return Inputs.none().and("samples", samples).and("share", share);
    }

    /** Take the first samples for training; shuffled or not, the parts are of these sizes. */
    @Override
    public Answers solve(Inputs in) {
        int samples = in.integer("samples");
        int training = training(in);
        return Answers.of(TRAINING, Sums.vector(training, i -> i))
                .and(VALIDATION, Sums.vector(samples - training, i -> training + i));
    }

    private static int training(Inputs in) {
        return (int) Math.floor(in.number("samples") * in.number("share"));
    }

    @Override
    public Map<String, Claim> claims() {
        return Map.of("sizes", DenseSplit::sizes, "each-once", DenseSplit::eachOnce);
    }

    private static Optional<String> sizes(Inputs in, Answers given) {
        return Witness.examined(() -> {
            int samples = in.integer("samples");
            int training = training(in);
            int first = given.tensor(TRAINING).size();
            int second = given.tensor(VALIDATION).size();
            if (first == training && second == samples - training) {
                return Optional.empty();
            }
            String found = "Of " + samples + " samples " + first + " are for training and " + second
                    + " for validation; with a share of " + in.number("share") + " it must be " + training + " and "
                    + (samples - training) + ". ";
            if (first == samples - training && second == training) {
                return Optional.of(found + "The parts have changed places.");
            } else if (first + second == samples && Math.abs(first - training) == 1) {
                return Optional.of(found + "The size of the training part is rounded down, as int(...) does.");
            }
            return Optional.of(found + "Look at which part the share is of.");
        });
    }

    private static Optional<String> eachOnce(Inputs in, Answers given) {
        return Witness.examined(() -> {
            int samples = in.integer("samples");
            int[] part = new int[samples];
            Optional<String> objection = take(part, given, TRAINING, 1).or(() -> take(part, given, VALIDATION, 2));
            if (objection.isPresent()) {
                return objection;
            }
            for (int i = 0; i < samples; i++) {
                if (part[i] == 0) {
                    return Optional.of("Sample " + i + " of 0 to " + (samples - 1) + " is in neither part.");
                }
            }
            return Optional.empty();
        });
    }

    /** Mark the samples of one part; object to what is no index, and to what is taken already. */
    private static Optional<String> take(int[] part, Answers given, String name, int mark) {
        for (double index : given.tensor(name).toArray()) {
            if (!(index >= 0 && index < part.length && index == Math.rint(index))) {
                return Optional.of("'" + name + "' holds " + index + "; indices are whole numbers from 0 to "
                        + (part.length - 1) + ".");
            }
            int taken = part[(int) index];
            if (taken == mark) {
                return Optional.of("Sample " + (int) index + " is in '" + name + "' twice: draw without replacement.");
            } else if (taken != 0) {
                return Optional.of("Sample " + (int) index + " is in both parts. What the network has been trained on"
                        + " cannot validate it.");
            }
            part[(int) index] = mark;
        }
        return Optional.empty();
    }
}
