package assay.report;

import assay.result.ResultRecord;
import assay.testkit.Golden;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every writer writes, whole; read the differences before accepting them. */
class GoldenTest {
    private static final String FOLDER = "reports/src/test/resources/golden/";

    static List<ResultRecord> smallClass() {
        List<ResultRecord> records = new ArrayList<>(Records.many(6, 2));
        records.add(Records.ungradable());
        records.add(Records.unjudged());
        return records;
    }

    /** The style is a file of its own; here it would only make every change of it show twice. */
    private static String withoutStyle(String page) {
        return page.replaceFirst("(?s)<style>.*?</style>", "<style></style>");
    }

    @Test
    void the_page_of_a_submission() {
        Golden.check(FOLDER + "submission.html", withoutStyle(SubmissionPage.render(Records.rich())));
    }

    @Test
    void the_page_of_a_class() {
        Golden.check(FOLDER + "class.html", withoutStyle(ClassPage.render(smallClass())));
    }

    @Test
    void the_table_of_points() {
        Golden.check(FOLDER + "scores.csv", ScoresCsv.render(smallClass()));
    }

    @Test
    void the_junit_xml_of_a_submission() {
        Golden.check(FOLDER + "junit.xml", JUnitXml.render(Records.rich()));
    }
}
