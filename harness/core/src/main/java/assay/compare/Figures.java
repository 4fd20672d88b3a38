package assay.compare;

import assay.compare.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Write the figures of a comparison for people: decimals that the spread justifies, a real minus sign. */
public final class Figures {
    private static final int MOST_DECIMALS = 6;
    private static final int MANY_SEEDS = 1000;

    private Figures() {}

    /** Return how many decimals show two digits of {@code spread}; of {@code size} three digits where there is no spread. */
    static int decimals(double spread, double size) {
        double unit = spread > 0 ? spread / 10 : Math.abs(size) / 100;
        return unit > 0 ? (int) Math.max(0, Math.min(MOST_DECIMALS, -Math.floor(Math.log10(unit)))) : 2;
    }

    /** Write {@code value} with {@code decimals} decimals. */
    public static String number(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return minus(
                rounded.signum() == 0 ? BigDecimal.ZERO.setScale(decimals).toPlainString() : rounded.toPlainString());
    }

    /** Write {@code value} with a sign always. */
    public static String signed(double value, int decimals) {
        String written = number(value, decimals);
        return written.startsWith("−") ? written : "+" + written;
    }

    /** Write {@code interval} as "[1.2, 2.0]", "" where there is none. */
    public static String interval(Optional<Interval> interval, int decimals) {
        return interval.map(ends -> "[" + number(ends.low(), decimals) + ", " + number(ends.high(), decimals) + "]")
                .orElse("");
    }

    /** Write a probability: "0.032", "< 0.001". */
    public static String probability(double probability) {
        if (probability < 0.001) {
            return "< 0.001";
        }
        return significant(probability, 2);
    }

    /** Write {@code value} with {@code digits} significant digits. */
    public static String significant(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return minus(rounded.signum() == 0 ? "0" : rounded.toPlainString());
    }

    /** Write a length of time: "45 s", "3 min 20 s", "2 h 5 min". */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        } else if (whole < 3600) {
            return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
        }
        return whole / 3600 + " h" + (whole % 3600 < 60 ? "" : " " + whole % 3600 / 60 + " min");
    }

    /** Write a number of seeds that nobody needs to the digit: "about 29", "more than 1,000". */
    public static String seeds(int count) {
        return count > MANY_SEEDS ? "more than 1,000" : "about " + count;
    }

    /** Write the unit behind a figure: " %", " s", "". */
    public static String unit(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static String minus(String written) {
        return written.replace('-', '−');
    }
}
