package assay.run;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Tensor;
import assay.api.Value;
import assay.api.reference.Draw;
import assay.api.reference.ReferenceTask;
import assay.assignment.Field;
import assay.assignment.Task;
import java.util.LinkedHashMap;
import java.util.Map;

/** Be what a training task is judged by where the reference is not: practice images, with the labels that they have. */
final class Practice implements ReferenceTask {
    private final Task task;
    private final TrainingStock stock;

    Practice(Task task, TrainingStock stock) {
        this.task = task;
        this.stock = stock;
    }

    @Override
    public String id() {
        return task.id();
    }

    @Override
    public Inputs draw(Draw draw) {
        return stock.images().draw(stock.asked().folder(), stock.asked().test(), draw);
    }

    /** Answer with the labels, whatever is asked: only predictions are judged here. */
    @Override
    public Answers solve(Inputs inputs) {
        Tensor labels = stock.images().labels(inputs);
        Map<String, Value> answers = new LinkedHashMap<>();
        for (Field answer : task.answers()) {
            answers.put(answer.name(), labels);
        }
        return Answers.of(answers);
    }

    @Override
    public Answers compared(Inputs inputs, Answers given) {
        Map<String, Value> hits = new LinkedHashMap<>(given.fields().byName());
        hits.replaceAll((name, value) -> value instanceof Tensor tensor && tensor.rank() == 1
                ? stock.images().hits(inputs, tensor)
                : value);
        return Answers.of(hits);
    }
}
