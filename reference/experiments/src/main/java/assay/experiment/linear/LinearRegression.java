package assay.experiment.linear;

import assay.api.reference.Draw;
import assay.data.DataSets;
import assay.data.Points;
import assay.experiment.image.Digest;
import assay.experiment.image.Shuffle;
import assay.experiment.job.BadJob;
import assay.experiment.job.Curve;
import assay.experiment.job.Experiment;
import assay.experiment.job.Job;
import assay.experiment.job.Outcome;
import assay.experiment.job.Progress;
import assay.experiment.job.Settings;
import assay.experiment.job.Shelf;
import assay.experiment.job.Stopwatch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Fit a straight line, by descent on the mean squared error or in closed form; the seed decides which points test.
 *
 * <p>Settings: {@code method} descent, closed-form or through-origin; {@code steps} and {@code rate} of descent, which uses all training
 * points in each step and starts at 0; {@code share} of the points to train with. The data set is "linreg", or "line", which
 * is drawn: 100 points, x from U[0, 10), y = 50 + 7x + 2N.
 */
public final class LinearRegression implements Experiment {
    private static final int POINTS = 100;
    private static final long LINE_SEED = 20_263;

    @Override
    public Outcome run(Job job, Shelf shelf, Progress progress) throws BadJob, IOException {
        Settings settings = new Settings(job.settings());
        String method = settings.choice("method", List.of("descent", "closed-form", "through-origin"));
        int steps = method.equals("descent") ? settings.count("steps", 1) : 0;
        double rate = method.equals("descent") ? settings.number("rate") : 0;
        double share = settings.number("share");
        settings.done();
        Points points = job.data().equals("line") ? line() : DataSets.points(job.home());
        int[] order = Shuffle.ordered(points.size());
        new Shuffle(job.seed()).shuffle(order);
        int kept = (int) (share * order.length);
        if (kept < 2 || kept >= order.length) {
            throw new BadJob("setting 'share' must leave points to train and to test with, was " + share);
        }
        Points train = some(points, Arrays.copyOf(order, kept));
        Points test = some(points, Arrays.copyOfRange(order, kept, order.length));
        Curve losses = new Curve();
        Stopwatch watch = new Stopwatch();
        Line fitted = method.equals("descent")
                ? descent(train, steps, rate, losses)
                : closed(train, method.equals("closed-form"));
        watch.stop();
        Outcome outcome = new Outcome()
                .metric("test-mse", fitted.error(test))
                .metric("train-mse", fitted.error(train))
                .metric("excess", fitted.error(train) - closed(train, true).error(train))
                .metric("intercept", fitted.intercept)
                .metric("slope", fitted.slope)
                .metric("seconds", watch.seconds())
                .count("parameters", method.equals("through-origin") ? 1 : 2)
                .count("train", train.size())
                .count("test", test.size())
                .provenance("data.name", job.data())
                .provenance("data.synthetic", Boolean.toString(job.data().equals("line")))
                .provenance(
                        "data.sha256",
                        new Digest().add(points.x()).add(points.y()).hex())
                .digest(new Digest().add(fitted.intercept, fitted.slope).hex());
        return method.equals("descent") ? outcome.curve("train-loss", losses) : outcome;
    }

    /** A straight line. */
    record Line(double intercept, double slope) {
        /** Return the mean squared error. */
        double error(Points points) {
            double sum = 0;
            for (int i = 0; i < points.size(); i++) {
                double residual = intercept + slope * points.x()[i] - points.y()[i];
                sum += residual * residual;
            }
            return sum / points.size();
        }
    }

    /** Go {@code steps} times down the gradient (2/N) sum r, (2/N) sum r x, both coordinates at once. */
    static Line descent(Points points, int steps, double rate, Curve losses) {
        double intercept = 0;
        double slope = 0;
        int every = Math.max(1, steps / POINTS);
        int n = points.size();
        for (int step = 0; step < steps; step++) {
            double byIntercept = 0;
            double bySlope = 0;
            double loss = 0;
            for (int i = 0; i < n; i++) {
                double residual = intercept + slope * points.x()[i] - points.y()[i];
                byIntercept += residual;
                bySlope += residual * points.x()[i];
                loss += residual * residual;
            }
            if (step % every == 0) {
                losses.add(step, loss / n);
            }
            intercept -= rate * 2 / n * byIntercept;
            slope -= rate * 2 / n * bySlope;
        }
        return new Line(intercept, slope);
    }

    /** Fit exactly, from sums about the means; without intercept through the origin. */
    static Line closed(Points points, boolean intercept) {
        double meanX = intercept ? Arrays.stream(points.x()).average().orElseThrow() : 0;
        double meanY = intercept ? Arrays.stream(points.y()).average().orElseThrow() : 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < points.size(); i++) {
            products += (points.x()[i] - meanX) * (points.y()[i] - meanY);
            squares += (points.x()[i] - meanX) * (points.x()[i] - meanX);
        }
        double slope = products / squares;
        return new Line(meanY - slope * meanX, slope);
    }

    private static Points line() {
        Draw draw = new Draw(LINE_SEED);
        double[] x = draw.vector(100, () -> draw.uniform(0, 10));
        return new Points(
                x, Arrays.stream(x).map(at -> 50 + 7 * at + 2 * draw.normal()).toArray());
    }

    private static Points some(Points points, int... indices) {
        return new Points(
                Arrays.stream(indices).mapToDouble(i -> points.x()[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> points.y()[i]).toArray());
    }
}
