package assay.data.weights;

import assay.data.BadData;
import assay.data.Bytes;
import assay.data.DataFile;
import assay.data.Malformed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Know an array of numbers in a file; the numbers are read when they are asked for. */
public final class StoredTensor {
    private final Path file;
    private final String name;
    private final ElementType type;
    private final Layout layout;
    private final Source source;

    /** Gives the bytes that a tensor lies in, little-endian. */
    interface Source {
        /** Read {@code count} bytes from {@code first} on. */
        byte[] read(long first, long count) throws IOException;
    }

    /** Know the tensor {@code name} of {@code file}. */
    StoredTensor(Path file, String name, ElementType type, Layout layout, Source source) {
        this.file = file;
        this.name = name;
        this.type = type;
        this.layout = layout;
        this.source = source;
    }

    /** Return the name in the file. */
    public String name() {
        return name;
    }

    /** Return the extents, that of the slowest index first. */
    public List<Integer> shape() {
        return layout.shape();
    }

    /** Return the type of the numbers in the file. */
    public ElementType type() {
        return type;
    }

    /** Return how many numbers there are. */
    public long size() {
        return layout.size();
    }

    /**
     * Read the numbers in single precision, last index fastest.
     *
     * @throws BadData if they are no floating-point numbers, or the file is damaged
     */
    public float[] floats() throws BadData {
        return DataFile.read(file, in -> {
            try {
                return layout.arrange(type.floats(source.read(layout.first() * type.bytes(), span() * type.bytes())));
            } catch (Malformed e) {
                throw new Malformed("tensor '" + Text.shown(name) + "': " + e.found());
            }
        });
    }

    /** Return this tensor under another name. */
    StoredTensor named(String other) {
        return new StoredTensor(file, other, type, layout, source);
    }

    /** Return how many numbers lie between the first and the last one. */
    private long span() throws Malformed {
        if (layout.span() > Bytes.MOST / type.bytes()) {
            throw new Malformed("it spans " + layout.span() + " numbers, more than are read at once");
        }
        return layout.span();
    }
}
