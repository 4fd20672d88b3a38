package assay.verify;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.reference.Claim;
import assay.api.reference.Draw;
import assay.api.reference.EdgeCase;
import assay.api.reference.Mistake;
import assay.api.reference.ReferenceTask;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Be a reference that computes each answer once for the same inputs object. Not thread-safe. */
final class Remembering implements ReferenceTask {
    private final ReferenceTask task;
    private final Function<Inputs, Answers> solved;
    private final Function<Inputs, Answers> scales;
    private final List<Mistake> mistakes;

    Remembering(ReferenceTask task) {
        this.task = task;
        this.solved = once(task::solve);
        this.scales = once(task::scale);
        this.mistakes = task.mistakes().stream()
                .map(one -> new Mistake(one.id(), one.sentence(), once(one.answer())))
                .toList();
    }

    /** Return the same task with nothing remembered. */
    Remembering afresh() {
        return new Remembering(task);
    }

    private static Function<Inputs, Answers> once(Function<Inputs, Answers> function) {
        IdentityHashMap<Inputs, Answers> known = new IdentityHashMap<>();
        return inputs -> known.computeIfAbsent(inputs, function);
    }

    @Override
    public String id() {
        return task.id();
    }

    @Override
    public Inputs draw(Draw draw) {
        return task.draw(draw);
    }

    @Override
    public List<EdgeCase> edgeCases() {
        return task.edgeCases();
    }

    @Override
    public Answers solve(Inputs inputs) {
        return solved.apply(inputs);
    }

    @Override
    public Answers scale(Inputs inputs) {
        return scales.apply(inputs);
    }

    @Override
    public Answers compared(Inputs inputs, Answers given) {
        return task.compared(inputs, given);
    }

    @Override
    public List<Mistake> mistakes() {
        return mistakes;
    }

    @Override
    public Map<String, Claim> claims() {
        return task.claims();
    }
}
