package assay.report;

import assay.assignment.Rubric;
import assay.result.ResultRecord;
import assay.score.ProseScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Write the page that a marker reads: item after item, with what each level is worth, and below it what every submission
 * says. It holds the private rubric and is not for students.
 */
public final class MarkingPage {
    private MarkingPage() {}

    /** Be one item with all answers to it. */
    public record ItemView(
            String id,
            String sheet,
            String title,
            String points,
            List<LevelView> levels,
            String published,
            List<Answer> answers) {
        public ItemView {
            levels = List.copyOf(levels);
            answers = List.copyOf(answers);
        }
    }

    /** Be what an answer worth {@code points} says. */
    public record LevelView(String points, String says) {}

    /** Be what one submission says, and the points it has by now. */
    public record Answer(String submission, String text, String state) {}

    /** Render the page of a class. */
    public static String render(String title, Rubric rubric, List<ResultRecord> records) {
        List<ResultRecord> sorted = records.stream().sorted(ScoresCsv.order()).toList();
        List<ItemView> items = new ArrayList<>();
        for (Rubric.Item item : rubric.items()) {
            items.add(new ItemView(
                    item.id(),
                    item.sheet(),
                    item.title(),
                    People.points(item.points()),
                    item.levels().stream()
                            .map(level -> new LevelView(People.points(level.points()), level.says()))
                            .toList(),
                    item.published(),
                    answers(item, sorted)));
        }
        return Templates.render("marking.ftlh", Map.of("title", title, "items", items));
    }

    private static List<Answer> answers(Rubric.Item item, List<ResultRecord> sorted) {
        List<Answer> answers = new ArrayList<>();
        for (ResultRecord record : sorted) {
            for (ProseScore one : record.prose()) {
                if (one.item().equals(item.id())) {
                    String state = one.marked() ? People.pointsOf(one.points()) : "pending";
                    answers.add(new Answer(record.submission(), one.text(), state));
                }
            }
        }
        return answers;
    }
}
