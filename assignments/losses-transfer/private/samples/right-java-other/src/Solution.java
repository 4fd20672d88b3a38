import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Comparator;
import java.util.stream.IntStream;

class Solution {
    /** With e = exp(-z), sigma = 1 / (1 + e): quotient rule on (sigma - y)^2, term by term. */
    @Solves("loss/curvature")
    Answers curvature(Inputs in) {
        double x = in.number("x");
        double e = Math.exp(-in.number("w") * x);
        double n = 1 + e;
        double first = e / (n * n);
        double second = e * (e - 1) / (n * n * n);
        return Answers.of("label1", 2 * x * x * (first * first - e / n * second))
                .and("label0", 2 * x * x * (first * first + second / n));
    }

    @Solves("loss/hessian")
    Answers hessian(Inputs in) {
        Matrix x = new Matrix(in.matrix("x"));
        Matrix z = x.times(Matrix.column(in.vector("w")));
        Matrix weighted = new Matrix(new double[x.rows()][x.columns()]);
        for (int p = 0; p < x.rows(); p++) {
            double e = Math.exp(-Math.abs(z.at(p, 0)));
            for (int j = 0; j < x.columns(); j++) {
                weighted.set(p, j, x.at(p, j) * e / (1 + e) / (1 + e) / x.rows());
            }
        }
        Matrix hessian = x.transposed().times(weighted);
        Matrix v = Matrix.column(in.vector("direction"));
        return Answers.of("hessian", hessian.entries())
                .and("along", v.transposed().times(hessian).times(v).at(0, 0));
    }

    @Solves("linear/hessian")
    Answers linear(Inputs in) {
        double x = in.number("x"), w1 = in.number("w1"), w2 = in.number("w2");
        double residual = w2 * w1 * x - in.number("y");
        return Answers.of("w1w1", 2 * w2 * w2 * x * x)
                .and("w2w2", 2 * w1 * w1 * x * x)
                .and("w1w2", 2 * (w2 * x * w1 * x + residual * x));
    }

    /** Samples are columns here, and a last row of ones carries the biases. */
    @Solves("dense/pass")
    Answers pass(Inputs in) {
        Matrix x = new Matrix(in.matrix("images")).map(grey -> grey / 127.5 - 1);
        Matrix[] weights = new Matrix[3], inputs = new Matrix[3];
        Matrix a = x.transposed();
        for (int l = 0; l < 3; l++) {
            weights[l] = new Matrix(in.matrix("w" + (l + 1))).beside(Matrix.column(in.vector("b" + (l + 1))));
            inputs[l] = a.withOnes();
            Matrix z = weights[l].times(inputs[l]);
            a = l == 2 ? z : z.map(one -> one > 0 ? one : 0);
        }
        int samples = x.rows();
        Matrix delta = a.map(one -> one);
        double loss = 0;
        for (int b = 0; b < samples; b++) {
            int label = (int) in.vector("labels")[b];
            double total = 0;
            for (int k = 0; k < a.rows(); k++) {
                total += Math.exp(a.at(k, b));
            }
            loss += Math.log(total) - a.at(label, b);
            for (int k = 0; k < a.rows(); k++) {
                delta.set(k, b, (Math.exp(a.at(k, b)) / total - (k == label ? 1 : 0)) / samples);
            }
        }
        Answers answers = Answers.of("normalised", x.entries())
                .and("logits", a.transposed().entries())
                .and("loss", loss / samples);
        for (int l = 2; l >= 0; l--) {
            Matrix slopes = delta.times(inputs[l].transposed());
            answers = answers.and("dw" + (l + 1), slopes.withoutLastColumn().entries())
                    .and("db" + (l + 1), slopes.lastColumn());
            delta = weights[l].transposed().times(delta).where(inputs[l]);
            delta = delta.withoutLastRow();
        }
        return answers;
    }

    /** The last samples train, in falling order. */
    @Solves("dense/split")
    Answers split(Inputs in) {
        int samples = in.integer("samples");
        int size = (int) (samples * in.number("share"));
        double[] all = IntStream.range(0, samples).mapToDouble(i -> samples - 1 - i).toArray();
        return Answers.of("training", java.util.Arrays.copyOf(all, size))
                .and("validation", java.util.Arrays.copyOfRange(all, size, samples));
    }

    @Solves("dense/selection")
    Answers select(Inputs in) {
        double[] validation = in.vector("validation");
        int chosen = IntStream.range(0, validation.length).boxed()
                .min(Comparator.comparing((Integer i) -> -validation[i]).thenComparing(i -> i)).orElseThrow();
        return Answers.of("chosen", chosen);
    }

    @Solves("transfer/freeze")
    Answers freeze(Inputs in) {
        Matrix sums = new Matrix(in.matrix("w")).times(new Matrix(in.matrix("x")).transposed());
        Matrix features = sums.map(one -> one);
        for (int j = 0; j < sums.rows(); j++) {
            double deviation = Math.sqrt(in.vector("var")[j] + in.number("eps"));
            for (int p = 0; p < sums.columns(); p++) {
                double normed = (sums.at(j, p) + in.vector("b")[j] - in.vector("mean")[j]) / deviation;
                features.set(j, p, Math.max(0, normed * in.vector("gamma")[j] + in.vector("beta")[j]));
            }
        }
        Matrix head = new Matrix(in.matrix("head")).beside(Matrix.column(in.vector("headbias")));
        Matrix inputs = features.withOnes();
        double rate = in.number("rate") / sums.columns();
        for (int t = 0; t < in.integer("steps"); t++) {
            Matrix error = head.times(inputs).map(Math::exp);
            for (int p = 0; p < sums.columns(); p++) {
                double total = 0;
                for (int k = 0; k < head.rows(); k++) {
                    total += error.at(k, p);
                }
                for (int k = 0; k < head.rows(); k++) {
                    error.set(k, p, error.at(k, p) / total - (k == in.vector("labels")[p] ? 1 : 0));
                }
            }
            head = head.plus(error.times(inputs.transposed()).map(one -> -rate * one));
        }
        Answers answers = Answers.of("head", head.withoutLastColumn().entries())
                .and("headbias", head.lastColumn())
                .and("features", features.transposed().entries())
                .and("w", in.tensor("w"));
        for (String frozen : new String[] {"b", "gamma", "beta", "mean", "var"}) {
            answers = answers.and(frozen, in.vector(frozen));
        }
        return answers;
    }
}
