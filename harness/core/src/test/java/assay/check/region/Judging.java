package assay.check.region;

import assay.api.Answers;
import assay.api.Inputs;
import assay.assignment.Task;
import assay.check.CheckContext;
import assay.check.Judgement;
import assay.check.Trial;
import assay.run.Outcome;
import assay.run.Request;
import java.util.List;

/** Put answers before the check. */
final class Judging {
    private Judging() {}

    static RegionCheck.Spec spec(RegionCheck.Part part) {
        return new RegionCheck.Spec(
                Networks.TRIANGLE, part, "hardlim-at-zero", "hidden", "output-weights", "output-bias");
    }

    static Judgement judge(Answers answers, RegionCheck.Part part) {
        return judge(new Outcome.Answered(answers, 0), part);
    }

    static Judgement judge(Outcome outcome, RegionCheck.Part part) {
        Task task = new Task("triangle/network", "0.2", "Triangle", List.of(), List.of(), List.of(), List.of());
        Request request = new Request("00", task.id(), "the question", true, Inputs.none());
        CheckContext context = new CheckContext(task, List.of(new Trial(request, outcome, Answers.none())), null);
        return new RegionCheck().judge(spec(part), context);
    }

    static Judgement judge(Network network, RegionCheck.Part part) {
        return judge(answers(network), part);
    }

    static Answers answers(Network network) {
        return Answers.of("hardlim-at-zero", network.atZero())
                .and(
                        "hidden",
                        network.hidden().stream()
                                .map(unit -> List.of(
                                        ExactNumber.text(unit.xWeight()),
                                        ExactNumber.text(unit.yWeight()),
                                        ExactNumber.text(unit.bias())))
                                .toList())
                .and(
                        "output-weights",
                        network.outputWeights().stream().map(ExactNumber::text).toList())
                .and("output-bias", ExactNumber.text(network.outputBias()));
    }
}
