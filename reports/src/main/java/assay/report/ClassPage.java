package assay.report;

import assay.result.ResultRecord;
import java.util.List;
import java.util.Map;

/** Write the page of a class: what needs a person first, then the points, the criteria and all submissions. */
public final class ClassPage {
    private ClassPage() {}

    /**
     * Render the records of a class; the same records, in any order, give the same page.
     *
     * @param records at least one, all of the same assignment
     */
    public static String render(List<ResultRecord> records) {
        List<String> assignments = records.stream()
                .map(ResultRecord::assignment)
                .distinct()
                .sorted()
                .toList();
        if (assignments.size() != 1) {
            throw new IllegalArgumentException(
                    "a class must have submissions to one assignment, was " + String.join(", ", assignments));
        }
        return Templates.render("class.ftlh", Map.of("page", ClassView.of(records), "verdicts", VerdictWord.values()));
    }
}
