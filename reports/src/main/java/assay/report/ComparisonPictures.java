package assay.report;

import assay.compare.Comparison;
import assay.compare.Comparison.VariantReport;
import assay.compare.Figures;
import assay.compare.Picture;
import java.util.ArrayList;
import java.util.List;

/** Be all that the page of a comparison draws. */
public record ComparisonPictures(
        List<SeedsChart> seeds, List<BandsChart> curves, List<Confusion> confusions, List<Gallery> galleries) {
    private static final int SHADES = 5;
    private static final int MOST_PICTURES = 32;
    private static final int WIDE = 84;

    public ComparisonPictures {
        seeds = List.copyOf(seeds);
        curves = List.copyOf(curves);
        confusions = List.copyOf(confusions);
        galleries = List.copyOf(galleries);
    }

    /** Be a confusion matrix; a cell's {@code shade} from 0 to 5 tells its share of the row. */
    public record Confusion(String title, List<String> classes, List<List<Cell>> rows) {}

    /** Be a cell of a confusion matrix. */
    public record Cell(String text, int shade, boolean right) {}

    /** Be pictures of one kind of one variant. */
    public record Gallery(String title, String about, List<Shown> pictures) {}

    /** Be one picture, {@code width} and {@code height} in pixels of the page. */
    public record Shown(String uri, int width, int height, String caption) {}

    static ComparisonPictures of(Comparison comparison) {
        List<SeedsChart> seeds = new ArrayList<>();
        for (Comparison.MetricReport metric : comparison.metrics()) {
            SeedsChart.of("seeds" + seeds.size(), comparison, metric).ifPresent(seeds::add);
        }
        List<BandsChart> curves = new ArrayList<>();
        for (Comparison.CurveReport curve : comparison.curves()) {
            // Single points are no curve, and the tables have them.
            if (curve.bands().stream().anyMatch(band -> band.x().size() > 1)) {
                curves.add(BandsChart.of("curve" + curves.size(), comparison, curve));
            }
        }
        List<Confusion> confusions = new ArrayList<>();
        List<Gallery> galleries = new ArrayList<>();
        for (VariantReport variant : comparison.variants()) {
            variant.matrices().forEach((name, rows) -> confusions.add(confusion(comparison, variant, name, rows)));
            variant.images().forEach((name, pictures) -> galleries.add(gallery(comparison, variant, name, pictures)));
        }
        return new ComparisonPictures(seeds, curves, confusions, galleries);
    }

    private static Confusion confusion(
            Comparison comparison, VariantReport variant, String name, List<List<Double>> rows) {
        List<String> classes = classes(comparison, rows.size());
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            double sum = rows.get(row).stream().mapToDouble(Double::doubleValue).sum();
            List<Cell> line = new ArrayList<>();
            for (int column = 0; column < rows.get(row).size(); column++) {
                double value = rows.get(row).get(column);
                // The square root, so that few mistakes among many right answers can be seen.
                double share = sum > 0 && value > 0 ? Math.sqrt(value / sum) : 0;
                boolean right = row == column;
                line.add(new Cell(shown(value), (int) Math.ceil(SHADES * Math.min(1, share) - 1e-9), right));
            }
            cells.add(line);
        }
        String title = variant.title() + (name.equals("confusion") ? "" : ", " + name);
        return new Confusion(title, classes, cells);
    }

    private static List<String> classes(Comparison comparison, int count) {
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            classes.add(named(comparison, String.valueOf(i)));
        }
        return classes;
    }

    /** Return the name of the class with the number {@code label}, or {@code label} where it has none. */
    private static String named(Comparison comparison, String label) {
        List<String> names = comparison.classes();
        for (int i = 0; i < names.size(); i++) {
            if (label.equals(String.valueOf(i))) {
                return names.get(i);
            }
        }
        return label;
    }

    private static String shown(double value) {
        return Figures.number(value, value == Math.rint(value) || value >= 10 ? 0 : 1);
    }

    private static Gallery gallery(Comparison comparison, VariantReport variant, String name, List<Picture> pictures) {
        boolean signed = pictures.stream().anyMatch(picture -> picture.largest() > 0);
        List<Shown> shown = pictures.stream()
                .limit(MOST_PICTURES)
                .map(picture -> shown(comparison, picture, signed))
                .toList();
        String about = signed
                ? "Blue is negative, white is zero, orange is positive; each picture has its own scale."
                : "From the first seed; what it is, what it was taken for, and how sure the model was.";
        String kind = name.equals("hardest") ? "the hardest images" : name;
        return new Gallery(variant.title() + ": " + kind, about, shown);
    }

    private static Shown shown(Comparison comparison, Picture picture, boolean signed) {
        int scale = Math.max(1, WIDE / Math.max(picture.width(), picture.height()));
        String caption = signed
                ? (picture.label().isEmpty() ? "" : "for " + named(comparison, picture.label()) + ", ") + "±"
                        + Figures.significant(picture.largest(), 2)
                : named(comparison, picture.label()) + " taken for " + named(comparison, picture.given()) + ", "
                        + Figures.significant(100 * picture.score(), 3) + " %";
        return new Shown(PngPicture.uri(picture), scale * picture.width(), scale * picture.height(), caption);
    }
}
