package assay.assignment;

import java.util.List;
import java.util.Optional;

/**
 * Be one task of an assignment, as its public file describes it.
 *
 * @param id for example {@code "linreg/closed-form"}
 * @param sheet its number on the homework sheet, for example {@code "0.4c"}
 * @param data what it trains on, where it does
 * @param libraries what Java code of it may use besides the JDK and the API, sorted
 */
public record Task(
        String id,
        String sheet,
        String title,
        List<Way> ways,
        List<Field> inputs,
        List<Field> answers,
        List<Criterion> criteria,
        Optional<TrainingData> data,
        List<Library> libraries) {
    public Task {
        ways = List.copyOf(ways);
        inputs = List.copyOf(inputs);
        answers = List.copyOf(answers);
        criteria = List.copyOf(criteria);
        libraries = List.copyOf(libraries);
    }

    /** Be a task in which nothing is trained. */
    public Task(
            String id,
            String sheet,
            String title,
            List<Way> ways,
            List<Field> inputs,
            List<Field> answers,
            List<Criterion> criteria) {
        this(id, sheet, title, ways, inputs, answers, criteria, Optional.empty(), List.of());
    }

    /** Return the sum of the points of all criteria. */
    public double points() {
        return criteria.stream().mapToDouble(Criterion::points).sum();
    }

    /** Find the answer field called {@code name}. */
    public Optional<Field> answer(String name) {
        return answers.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Return why one of {@code names} is not an answer of this task, with the name that may be meant, or "". */
    public String objection(List<String> names) {
        List<String> known = answers.stream().map(Field::name).toList();
        return names.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "the task has no answer '" + name + "'; " + Suggestion.of(name, known))
                .orElse("");
    }
}
