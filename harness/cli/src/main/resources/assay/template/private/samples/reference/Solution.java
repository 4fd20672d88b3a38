import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    @Solves("mse/loss")
    Answers loss(Inputs in) {
        double[] prediction = in.vector("prediction");
        double[] target = in.vector("target");
        double[] gradient = new double[prediction.length];
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            double residual = prediction[i] - target[i];
            sum += residual * residual;
            gradient[i] = 2 * residual / gradient.length;
        }
        return Answers.of("loss", sum / gradient.length).and("gradient", gradient);
    }
}
