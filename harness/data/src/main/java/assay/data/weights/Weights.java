package assay.data.weights;

import assay.data.BadData;
import assay.data.DataFile;
import assay.data.Digests;
import assay.data.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Hold the tensors of a file by name, in the order of the file: PyTorch state dicts (zip, and the format before 1.6),
 * .safetensors and .npz. What a file announces is checked against its size before any memory is asked for, and nothing in a
 * file is ever run.
 */
public final class Weights {
    private static final Pattern PREFIX = Pattern.compile("-([0-9a-f]{8,64})\\.[a-z0-9]+$");
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] HDF = {(byte) 0x89, 'H', 'D', 'F'};
    private static final int PICKLE = 0x80;
    private static final int HEAD = 16;

    private final Path file;
    private final String format;
    private final Map<String, StoredTensor> tensors;
    private final Map<String, String> notes;

    Weights(Path file, String format, Map<String, StoredTensor> tensors, Map<String, String> notes) {
        this.file = file;
        this.format = format;
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        this.notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /**
     * Open {@code file}, whatever its format is; the format is known by the contents, not by the name.
     *
     * @throws BadData if it is no file of weights, is damaged, or asks for something to be run
     */
    public static Weights open(Path file) throws BadData {
        return DataFile.read(file, in -> {
            try {
                return open(file, in);
            } catch (Forbidden e) {
                throw new BadData(
                        file,
                        e.found() + ", which no file of plain weights needs; nothing was run",
                        "Load it where you trust it, and save the tensors alone as .safetensors or .npz.");
            }
        });
    }

    /**
     * Open {@code file} after its SHA-256 was held against what its name says it begins with, as in resnet18-f37072fd.pth.
     *
     * @throws BadData as {@link #open}, and if the sum is another one or the name says none
     */
    public static Weights openPublished(Path file) throws BadData {
        Optional<String> prefix = publishedPrefix(file);
        if (prefix.isEmpty()) {
            throw new BadData(file, "its name does not say with what its SHA-256 begins", "Keep the published name.");
        }
        String sum = DataFile.read(file, Digests::of);
        if (!sum.startsWith(prefix.get())) {
            throw new BadData(
                    file,
                    "its SHA-256 begins with " + sum.substring(0, prefix.get().length()) + ", its name says "
                            + prefix.get(),
                    "It is damaged or another file: fetch it again.");
        }
        return open(file);
    }

    /** Return what the name of {@code file} says its SHA-256 begins with. */
    public static Optional<String> publishedPrefix(Path file) {
        Matcher matcher = PREFIX.matcher(String.valueOf(file.getFileName()));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Return where the tensors are. */
    public Path file() {
        return file;
    }

    /** Return the format, for people. */
    public String format() {
        return format;
    }

    /** Return the tensors by name, in the order of the file. */
    public Map<String, StoredTensor> tensors() {
        return tensors;
    }

    /** Return text and numbers that stand in the file beside the tensors. */
    public Map<String, String> notes() {
        return notes;
    }

    /** Return how many numbers all tensors have. */
    public long size() {
        return tensors.values().stream().mapToLong(StoredTensor::size).sum();
    }

    /** Return these weights without {@code prefix} before the names, if all have it: "module." of nets trained on many devices. */
    public Weights withoutPrefix(String prefix) {
        if (!tensors.keySet().stream().allMatch(name -> name.startsWith(prefix))) {
            return this;
        }
        Map<String, StoredTensor> renamed = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            String shorter = name.substring(prefix.length());
            renamed.put(shorter, tensor.named(shorter));
        });
        return new Weights(file, format, renamed, notes);
    }

    /**
     * Complain unless there are exactly the tensors {@code wanted}, of these shapes and of floating-point numbers; those that
     * {@code ignored} accepts may be there, too.
     *
     * @throws BadData that lists all that are missing, superfluous or of another shape
     */
    public void demand(Map<String, List<Integer>> wanted, Predicate<String> ignored) throws BadData {
        List<String> missing = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> one : wanted.entrySet()) {
            StoredTensor there = tensors.get(one.getKey());
            if (there == null) {
                missing.add(one.getKey());
            } else if (!there.shape().equals(one.getValue())) {
                other.add(one.getKey() + " " + there.shape() + " instead of " + one.getValue());
            } else if (!there.type().isFloating()) {
                other.add(one.getKey() + " of type " + there.type().title());
            }
        }
        List<String> extra = tensors.keySet().stream()
                .filter(name -> !wanted.containsKey(name) && !ignored.test(name))
                .toList();
        List<String> problems = new ArrayList<>();
        problem(problems, "missing", missing);
        problem(problems, "not expected", extra);
        problem(problems, "of another shape or type", other);
        if (!problems.isEmpty()) {
            throw new BadData(
                    file,
                    "its tensors do not fit: " + String.join("; ", problems),
                    "Take the weights of this very net.");
        }
    }

    private static void problem(List<String> problems, String what, List<String> names) {
        if (!names.isEmpty()) {
            problems.add(names.size() + " " + what + " (" + Text.list(names) + ")");
        }
    }

    private static Weights open(Path file, InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (Arrays.equals(head, 0, Math.min(2, head.length), ZIP, 0, 2)) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return TorchZip.is(zip) ? TorchZip.read(file, zip) : NpzWeights.read(file, zip);
            }
        } else if (head.length > 0 && (head[0] & 0xFF) == PICKLE) {
            return TorchLegacy.read(file);
        } else if (Arrays.equals(head, 0, Math.min(4, head.length), HDF, 0, 4)) {
            throw new Malformed("it is an HDF5 file; nets of Keras are imported as a whole");
        } else if (head.length > Long.BYTES && head[Long.BYTES] == '{') {
            return SafeTensors.read(file);
        }
        throw new Malformed("it is no PyTorch, .safetensors or .npz file");
    }
}
