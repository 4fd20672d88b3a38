package assay.reference.dnnmath;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Draw;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.List;

/**
 * Solve the reading of the published table in 1.5: five runs with each loss, mean accuracy 95.538 and 93.874, standard
 * deviation with divisor n 1.7197 and 2.8685. Asked are those with n - 1, Welch's t, and what they support.
 */
public final class PublishedTable implements ReferenceTask {
    private static final double RUNS = 5;
    private static final double KL_SPREAD = 1.7197;
    private static final double MSE_SPREAD = 2.8685;
    private static final double DIFFERENCE = 95.538 - 93.874;

    @Override
    public String id() {
        return "losses/table";
    }

    @Override
    public Inputs draw(Draw draw) {
        return Inputs.none();
    }

    @Override
    public Answers solve(Inputs in) {
        double kl = sample(KL_SPREAD);
        double mse = sample(MSE_SPREAD);
        return Answers.of("spread-kl", kl)
                .and("spread-mse", mse)
                .and("t", DIFFERENCE / error(kl, mse))
                .and("accuracy-shown", false)
                .and("stability-shown", false);
    }

    private static double sample(double population) {
        return population * StrictMath.sqrt(RUNS / (RUNS - 1));
    }

    private static double error(double kl, double mse) {
        return StrictMath.sqrt((kl * kl + mse * mse) / RUNS);
    }

    @Override
    public List<Mistake> mistakes() {
        double factor = RUNS / (RUNS - 1);
        return List.of(
                wrong(
                        "divisor-n",
                        "These are the numbers of the table, with divisor n = 5. For n - 1 they have to be converted.",
                        Answers.of("spread-kl", KL_SPREAD)
                                .and("spread-mse", MSE_SPREAD)
                                .and("t", DIFFERENCE / error(KL_SPREAD, MSE_SPREAD))),
                wrong(
                        "factor-without-root",
                        "The factor between the variances is used for the standard deviations: a root is missing.",
                        Answers.of("spread-kl", KL_SPREAD * factor).and("spread-mse", MSE_SPREAD * factor)),
                wrong(
                        "factor-inverted",
                        "This is smaller than the number of the table; with the smaller divisor it must be larger.",
                        Answers.of("spread-kl", KL_SPREAD / StrictMath.sqrt(factor))
                                .and("spread-mse", MSE_SPREAD / StrictMath.sqrt(factor))),
                wrong(
                        "spread-of-one-run",
                        "The difference is divided by the spread of single runs. It is one of means over 5 runs each.",
                        Answers.of(
                                "t",
                                DIFFERENCE / error(sample(KL_SPREAD), sample(MSE_SPREAD)) / StrictMath.sqrt(RUNS))),
                wrong(
                        "not-divided",
                        "This is the difference of the means; t divides it by its standard error.",
                        Answers.of("t", DIFFERENCE)));
    }

    private static Mistake wrong(String id, String sentence, Answers answers) {
        return new Mistake(id, sentence, in -> answers);
    }
}
