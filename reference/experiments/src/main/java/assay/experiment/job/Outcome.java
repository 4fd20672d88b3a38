package assay.experiment.job;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import assay.api.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collect what came out of a training. Numbers that are not finite are left out and make the outcome a diverged one. */
public final class Outcome {
    private final Map<String, Value> metrics = new LinkedHashMap<>();
    private final Map<String, Value> curves = new LinkedHashMap<>();
    private final Map<String, Value> matrices = new LinkedHashMap<>();
    private final Map<String, List<Value>> images = new LinkedHashMap<>();
    private final Map<String, Value> counts = new LinkedHashMap<>();
    private final Map<String, Value> provenance = new LinkedHashMap<>();
    private String digest = "";
    private boolean diverged;

    /** Add the measured number {@code id}. */
    public Outcome metric(String id, double value) {
        if (Double.isFinite(value)) {
            metrics.put(id, Tensor.scalar(value));
        } else {
            diverged = true;
        }
        return this;
    }

    /** Add a curve, whose points go to the right. */
    public Outcome curve(String id, Curve curve) {
        Curve finite = new Curve();
        double[] x = curve.x();
        double[] y = curve.y();
        for (int i = 0; i < x.length; i++) {
            if (i > 0 && !(x[i - 1] <= x[i])) {
                throw new IllegalArgumentException(
                        "the curve '" + id + "' must go to the right, went from " + x[i - 1] + " to " + x[i]);
            }
            if (Double.isFinite(y[i])) {
                finite.add(x[i], y[i]);
            } else {
                diverged = true;
            }
        }
        curves.put(id, Values.of(Map.of("x", finite.x(), "y", finite.y())));
        return this;
    }

    /** Add a matrix. */
    public Outcome matrix(String id, double[][] rows) {
        matrices.put(id, Tensor.matrix(rows));
        return this;
    }

    /** Add one more picture to the list {@code id}. */
    public Outcome image(String id, Fields picture) {
        images.computeIfAbsent(id, unused -> new ArrayList<>()).add(picture);
        return this;
    }

    /** Add the whole number {@code id}. */
    public Outcome count(String id, long value) {
        counts.put(id, Tensor.scalar((double) value));
        return this;
    }

    /** Add a fact about where the numbers come from. */
    public Outcome provenance(String key, String value) {
        provenance.put(key, new Text(value));
        return this;
    }

    /** Set the SHA-256 over the final parameters. */
    public Outcome digest(String sha256) {
        digest = sha256;
        return this;
    }

    /** Return whether a number was not finite. */
    public boolean diverged() {
        return diverged;
    }

    /** Return the number called {@code id}, NaN if there is none. */
    public double metric(String id) {
        return metrics.get(id) instanceof Tensor number ? number.item() : Double.NaN;
    }

    /** Return the outcome as the message of the protocol. */
    public Fields message() {
        Map<String, Value> message = new LinkedHashMap<>();
        message.put("type", new Text("result"));
        message.put("metrics", new Fields(metrics));
        message.put("curves", new Fields(curves));
        message.put("matrices", new Fields(matrices));
        message.put("images", Values.of(images));
        message.put("counts", new Fields(counts));
        message.put("provenance", new Fields(provenance));
        message.put("digest", new Text(digest));
        if (diverged) {
            message.put("diverged", new Truth(true));
        }
        return new Fields(message);
    }
}
