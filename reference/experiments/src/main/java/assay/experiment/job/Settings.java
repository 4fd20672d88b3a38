package assay.experiment.job;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.Truth;
import assay.api.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Read the settings of a job, and know which were never asked for: a misspelt one must not be without effect. */
public final class Settings {
    private final Fields given;
    private final Set<String> unread;

    /** Read from {@code given}. */
    public Settings(Fields given) {
        this.given = given;
        this.unread = new TreeSet<>(given.byName().keySet());
    }

    /** Return the number called {@code name}; it must be there and finite. */
    public double number(String name) throws BadJob {
        Value value = value(name);
        if (!(value instanceof Tensor number) || number.rank() != 0 || !Double.isFinite(number.item())) {
            throw wrong(name, "a number", value);
        }
        return number.item();
    }

    /** Return the number called {@code name}, or {@code fallback} if it is not given. */
    public double number(String name, double fallback) throws BadJob {
        return has(name) ? number(name) : fallback;
    }

    /** Return the whole number called {@code name}, at least {@code least}. */
    public int count(String name, int least) throws BadJob {
        double number = number(name);
        if (!(number == Math.rint(number) && number >= least && number <= Integer.MAX_VALUE)) {
            throw new BadJob("setting '" + name + "' must be a whole number of at least " + least + ", was " + number);
        }
        return (int) number;
    }

    /** Return the whole number called {@code name}, or {@code fallback} if it is not given. */
    public int count(String name, int least, int fallback) throws BadJob {
        return has(name) ? count(name, least) : fallback;
    }

    /** Return the numbers called {@code name}, at least one. */
    public List<Double> numbers(String name) throws BadJob {
        Value value = value(name);
        if (!(value instanceof Tensor numbers) || numbers.rank() != 1 || numbers.size() == 0) {
            throw wrong(name, "a list of numbers", value);
        }
        double[] entries = numbers.toArray();
        return Arrays.stream(entries).boxed().toList();
    }

    /** Return the truth value called {@code name}. */
    public boolean truth(String name) throws BadJob {
        Value value = value(name);
        if (!(value instanceof Truth truth)) {
            throw wrong(name, "true or false", value);
        }
        return truth.holds();
    }

    /** Return the text called {@code name}, which must be one of {@code known}. */
    public String choice(String name, List<String> known) throws BadJob {
        Value value = value(name);
        if (!(value instanceof Text text) || !known.contains(text.text())) {
            String was = value instanceof Text text ? "'" + text.text() + "'" : value.describe();
            throw new BadJob("setting '" + name + "' must be one of " + String.join(", ", known) + ", was " + was);
        }
        return text.text();
    }

    /** Return whether a setting called {@code name} is given. */
    public boolean has(String name) {
        return given.get(name).isPresent();
    }

    /** Check that every given setting was asked for. */
    public void done() throws BadJob {
        if (!unread.isEmpty()) {
            throw new BadJob("must have only settings that this variant uses, was also given " + unread);
        }
    }

    private Value value(String name) throws BadJob {
        unread.remove(name);
        return given.get(name)
                .orElseThrow(() -> new BadJob("must have the setting '" + name + "', was given "
                        + given.byName().keySet()));
    }

    private static BadJob wrong(String name, String wanted, Value value) {
        return new BadJob("setting '" + name + "' must be " + wanted + ", was " + value.describe());
    }
}
