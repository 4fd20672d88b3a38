package assay.report;

import assay.compare.Comparison;
import java.util.Map;

/** Write the page of a comparison: what was found and what not, then the figures, the drawings and where all comes from. */
public final class ComparisonPage {
    private ComparisonPage() {}

    /** Render {@code comparison}; the same comparison gives the same page. */
    public static String render(Comparison comparison) {
        return Templates.render(
                "comparison.ftlh",
                Map.of("page", ComparisonView.of(comparison), "pictures", ComparisonPictures.of(comparison)));
    }
}
