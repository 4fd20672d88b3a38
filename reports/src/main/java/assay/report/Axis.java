package assay.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Map values to places on a drawing and choose the ticks.
 *
 * @param low smallest value, greater than 0 where {@code log}
 * @param high largest value, greater than {@code low}
 * @param from place of {@code low}, in drawing units
 * @param to place of {@code high}
 */
public record Axis(double low, double high, boolean log, double from, double to, List<Tick> ticks) {
    private static final int WANTED_TICKS = 5;

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** Be a tick at {@code at} (drawing units) with its label. */
    public record Tick(double at, String label) {}

    /** Return a linear axis for {@code low} to {@code high}; widened where both are the same. */
    static Axis linear(double low, double high, double from, double to) {
        double margin = high > low ? 0 : Math.max(Math.abs(low) * 0.1, 1e-300);
        Axis bare = new Axis(low - margin, high + margin, false, from, to, List.of());
        return new Axis(bare.low, bare.high, false, from, to, bare.linearTicks());
    }

    /** Return a logarithmic axis that holds {@code low} to {@code high} and ends at powers of ten. */
    static Axis logarithmic(double low, double high, double from, double to) {
        int first = (int) Math.floor(Math.log10(low) + 1e-9);
        int last = Math.max((int) Math.ceil(Math.log10(high) - 1e-9), first + 1);
        Axis bare = new Axis(Math.pow(10, first), Math.pow(10, last), true, from, to, List.of());
        int step = Math.max(1, (int) Math.ceil((last - first) / (double) WANTED_TICKS));
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            if (Math.floorMod(exponent, step) == 0) {
                ticks.add(new Tick(bare.at(Math.pow(10, exponent)), People.powerOfTen(exponent)));
            }
        }
        return new Axis(bare.low, bare.high, true, from, to, ticks);
    }

    /** Return the place of {@code value}, held within the axis, with two decimals. */
    double at(double value) {
        double held = Math.min(Math.max(value, low), high);
        double share = log
                ? (Math.log10(held) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
                // Halved first: the span of a diverging curve may be greater than the largest double.
                : (held / 2 - low / 2) / (high / 2 - low / 2);
        return round(from + share * (to - from));
    }

    /** Round to two decimals; -0 becomes 0. */
    static double round(double place) {
        return Math.round(place * 100) / 100.0 + 0.0;
    }

    private List<Tick> linearTicks() {
        double step = niceStep((high / 2 - low / 2) / WANTED_TICKS * 2);
        List<Tick> ticks = new ArrayList<>();
        double first = Math.ceil(low / step - 1e-9);
        for (int i = 0; i <= 2 * WANTED_TICKS; i++) {
            double value = (first + i) * step;
            if (!(value <= high + 1e-9 * step)) {
                break;
            }
            ticks.add(new Tick(at(value), People.number(Math.abs(value) < 1e-9 * step ? 0 : value, 6)));
        }
        return ticks;
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        if (lead <= 1) {
            return power;
        }
        return (lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }
}
