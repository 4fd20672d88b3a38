package assay.run;

import assay.api.Answers;
import assay.assignment.Field;
import assay.assignment.Task;
import assay.data.Npy;
import assay.submission.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Read labels that were handed in: {@code predictions/<task>.csv} with one label per line, after a heading or none, or
 * {@code predictions/<task>.npy} with one dimension. A slash in the name of the task is a hyphen in that of the file.
 */
final class PredictionsFile {
    private static final long MOST_BYTES = 4 << 20;
    private static final int SHOWN = 40;

    private final Submission submission;
    private final Task task;
    private final String stem;

    PredictionsFile(Submission submission, Task task) {
        this.submission = submission;
        this.task = task;
        this.stem = stem(task.id());
    }

    /** Return the path of the file of a task, without its ending. */
    static String stem(String task) {
        return "predictions/" + task.replace('/', '-');
    }

    /** Return the outcome; empty where there is no such file. */
    Optional<Outcome> outcome() {
        List<String> found = List.of(stem + ".csv", stem + ".npy").stream()
                .filter(submission.files()::contains)
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        } else if (found.size() > 1) {
            return Optional.of(refused(found.get(1), "stands beside " + found.get(0) + "; hand in one of them"));
        }
        return Optional.of(read(found.get(0)));
    }

    private Outcome read(String name) {
        Path file = submission.folder().resolve(name);
        try {
            if (Files.size(file) > MOST_BYTES) {
                return refused(name, "has " + (Files.size(file) >> 20) + " MiB, must have at most 4");
            }
            byte[] bytes = Files.readAllBytes(file);
            double[] labels = name.endsWith(".npy") ? array(bytes) : lines(bytes);
            Field answer = task.answers().get(0);
            return new Outcome.Answered(Answers.of(answer.name(), labels), Map.of(), 0);
        } catch (Unreadable e) {
            return refused(e.line == 0 ? name : name + ":" + e.line, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refused(name, "cannot be read: " + e.getMessage());
        }
    }

    private static Outcome refused(String where, String why) {
        return new Outcome.Failed(Fault.UNREADABLE, why + (why.endsWith("?") ? "" : "."), where);
    }

    private static double[] lines(byte[] bytes) throws Unreadable {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        List<Double> labels = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String label = line.strip().replaceAll("^\"(.*)\"$", "$1").strip();
            if (label.isEmpty() || (number == 1 && label.matches("[A-Za-z_#][A-Za-z_ ]*") && !isNumberWord(label))) {
                continue;
            }
            if (label.matches("[^,;\\t]*[,;\\t].*")) {
                throw new Unreadable(
                        number,
                        "has more than one column: '" + shown(label)
                                + "'; write the label alone, one per line, in the order of the test images");
            }
            labels.add(number(label, number));
        }
        if (labels.isEmpty()) {
            throw new Unreadable(0, "is empty; write one label per line");
        }
        return labels.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean isNumberWord(String text) {
        return text.equalsIgnoreCase("nan") || text.equalsIgnoreCase("inf") || text.equalsIgnoreCase("infinity");
    }

    private static double number(String label, int line) throws Unreadable {
        try {
            double value = isNumberWord(label) ? Double.NaN : Double.parseDouble(label);
            if (Double.isFinite(value)) {
                return value;
            }
            throw new Unreadable(
                    line, "has '" + shown(label) + "' where a label must stand; is a score of the model not finite?");
        } catch (NumberFormatException e) {
            throw new Unreadable(line, "has '" + shown(label) + "' where a label must stand, a whole number from 0");
        }
    }

    private static double[] array(byte[] bytes) throws IOException, Unreadable {
        Npy array = Npy.read(new ByteArrayInputStream(bytes));
        if (array.shape().size() != 1) {
            throw new Unreadable(
                    0,
                    "has the shape " + array.shape()
                            + ", must have one dimension; of scores take the place of the largest: scores.argmax(axis=1)");
        }
        ByteBuffer values = ByteBuffer.wrap(array.values()).order(ByteOrder.LITTLE_ENDIAN);
        double[] labels = new double[array.shape().get(0)];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = switch (array.type()) {
                case "u1" -> values.get() & 0xFF;
                case "i8" -> values.getLong();
                case "f4" -> values.getFloat();
                case "f8" -> values.getDouble();
                default ->
                    throw new Unreadable(0, "holds values of type " + array.type() + "; save them as int64 or uint8");
            };
            if (!Double.isFinite(labels[i])) {
                throw new Unreadable(
                        0, "holds " + labels[i] + " at index " + i + "; a label must be a whole number from 0");
            }
        }
        return labels;
    }

    private static String shown(String text) {
        return Printable.line(text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text, 6 * SHOWN);
    }

    /** Say why a file is refused; line 0 is the whole file. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }
    }
}
