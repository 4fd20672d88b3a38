package assay.report;

import assay.check.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Be a piece of evidence as a template needs it; {@code kind} names the macro that shows it. */
public sealed interface EvidenceView {
    /** Longest text of a table cell. */
    int MOST_CELL = 300;
    /** Longest message. */
    int MOST_TEXT = 4000;
    /** Most rows of a table. */
    int MOST_ROWS = 50;

    /** Return the name of the macro. */
    String kind();

    /** Prepare {@code evidence}; {@code id} is unique on the page and made of letters and digits. */
    static EvidenceView of(String id, Evidence evidence) {
        if (evidence instanceof Evidence.Numbers numbers) {
            return Numbers.of(numbers);
        } else if (evidence instanceof Evidence.Errors errors) {
            return new Chart("errors", ErrorsChart.of(id, errors));
        } else if (evidence instanceof Evidence.Curves curves) {
            return new Chart("curves", CurvesChart.of(id, curves));
        } else if (evidence instanceof Evidence.Regions regions) {
            return new Chart("regions", RegionsChart.of(id, regions));
        } else if (evidence instanceof Evidence.Graph graph) {
            return new Chart("graph", GraphChart.of(id, graph));
        } else if (evidence instanceof Evidence.Pixels pixels) {
            return new Chart("pixels", PixelsChart.of(id, pixels));
        } else if (evidence instanceof Evidence.Timed timed) {
            return new Chart("timing", TimingChart.of(id, timed));
        }
        return Grid.of((Evidence.Table) evidence);
    }

    /** Hold {@code text} within the length of a cell. */
    static String cell(String text) {
        return VisibleText.capped(text, MOST_CELL);
    }

    /** Hold a drawing: one of the records whose names end in Chart. */
    record Chart(String kind, Record chart) implements EvidenceView {}

    /** Hold a table of compared numbers; {@code more} rows are left out. */
    record Numbers(String title, List<Row> rows, String because, int more) implements EvidenceView {
        public Numbers {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "numbers";
        }

        /**
         * Hold one compared number.
         *
         * @param over more than the allowed error
         */
        public record Row(
                String place,
                Digits expected,
                Digits actual,
                String share,
                boolean over,
                String absolute,
                String relative,
                String ulps,
                String bound) {}

        /** Hold a number, cut before the first digit that differs; uncut when no digit is shared. */
        public record Digits(String same, String differs) {
            /** Say whether it begins with a minus. */
            public boolean signed() {
                return same.startsWith("-");
            }

            static Digits of(String number, int shared) {
                boolean cut = number.substring(0, shared).chars().anyMatch(c -> c >= '1' && c <= '9');
                return cut ? new Digits(number.substring(0, shared), number.substring(shared)) : new Digits(number, "");
            }
        }

        static Numbers of(Evidence.Numbers numbers) {
            List<Row> rows = new ArrayList<>();
            for (Evidence.Numbers.Row row : numbers.rows()) {
                if (rows.size() < MOST_ROWS) {
                    rows.add(row(row));
                }
            }
            return new Numbers(
                    numbers.title(),
                    rows,
                    VisibleText.capped(numbers.because(), MOST_TEXT),
                    numbers.rows().size() - rows.size());
        }

        private static Row row(Evidence.Numbers.Row row) {
            String expected = cell(row.expected());
            String actual = cell(row.actual());
            int same = sameStart(expected, actual);
            return new Row(
                    cell(row.place()),
                    Digits.of(expected, same),
                    Digits.of(actual, same),
                    People.share(row.share()),
                    !isWithin(row.share()),
                    cell(row.absolute()),
                    cell(row.relative()),
                    cell(row.ulps()),
                    cell(row.bound()));
        }

        private static boolean isWithin(String share) {
            try {
                return Double.parseDouble(share) <= 1;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        private static int sameStart(String a, String b) {
            int same = 0;
            while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
                same++;
            }
            return same > 0 && Character.isHighSurrogate(a.charAt(same - 1)) ? same - 1 : same;
        }
    }

    /** Hold a plain table; {@code more} rows are left out. */
    record Grid(String title, List<String> columns, List<List<String>> rows, int more) implements EvidenceView {
        public Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String kind() {
            return "table";
        }

        static Grid of(Evidence.Table table) {
            List<List<String>> rows = table.rows().stream()
                    .limit(MOST_ROWS)
                    .map(row -> row.stream().map(EvidenceView::cell).toList())
                    .toList();
            return new Grid(
                    table.title(),
                    table.columns().stream().map(EvidenceView::cell).toList(),
                    rows,
                    table.rows().size() - rows.size());
        }
    }
}
