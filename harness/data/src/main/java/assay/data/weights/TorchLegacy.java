package assay.data.weights;

import assay.data.Bytes;
import assay.data.Malformed;
import assay.data.weights.Pickled.Dict;
import assay.data.weights.Pickled.Storage;
import assay.data.weights.Pickled.Values;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Read state dicts as PyTorch wrote them before 1.6: five pickles (a magic number, a version, facts about the machine, the
 * dict, the keys of the storages), then each storage as the count of its numbers and the numbers.
 */
final class TorchLegacy {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long VERSION = 1001;

    private TorchLegacy() {}

    /** Read what is in {@code file}; the numbers are read later. */
    static Weights read(Path file) throws IOException {
        StateDict dict;
        Map<String, Storage> storages;
        Map<String, Long> places;
        try (Counting in = new Counting(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (!MAGIC.equals(Unpickler.read(in))) {
                throw new Malformed("it is a pickle, but none that PyTorch wrote");
            }
            Object version = Unpickler.read(in);
            if (!version.equals(VERSION)) {
                throw new Malformed("it is of a version of PyTorch's format that is not read; 1001 is");
            }
            Object machine = Unpickler.read(in);
            if (!(machine instanceof Dict facts)
                    || !Boolean.TRUE.equals(facts.values().get("little_endian"))) {
                throw new Malformed("its numbers are not said to be little-endian");
            }
            dict = StateDict.of(Unpickler.read(in));
            storages = dict.storages();
            places = places(in, Unpickler.read(in), storages, Files.size(file));
        }
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        dict.tensors().forEach((name, tensor) -> {
            long place = places.getOrDefault(tensor.storage().key(), Long.MAX_VALUE);
            StoredTensor.Source source = (first, count) -> Part.read(file, place + first, count);
            tensors.put(name, new StoredTensor(file, name, tensor.storage().type(), tensor.layout(), source));
        });
        return new Weights(file, "PyTorch before 1.6", tensors, dict.notes());
    }

    /** Find where each storage begins; each is as long as the pickle says, and the file ends with the last. */
    private static Map<String, Long> places(Counting in, Object keys, Map<String, Storage> storages, long end)
            throws IOException {
        if (!(keys instanceof Values list)) {
            throw new Malformed("it has no list of its storages");
        }
        Map<String, Long> places = new LinkedHashMap<>();
        for (Object one : list.values()) {
            if (!(one instanceof String key) || !storages.containsKey(key) || places.containsKey(key)) {
                throw new Malformed("its list of storages has one that no tensor lies in, or one twice");
            }
            Storage storage = storages.getOrDefault(key, new Storage(key, ElementType.FLOAT32, 0));
            long count = ByteBuffer.wrap(Bytes.read(in, Long.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong();
            long left = end - in.count;
            if (count != storage.size() || count > left / storage.type().bytes()) {
                throw new Malformed("its storage '" + Text.shown(key) + "' announces " + count + " numbers, the pickle "
                        + storage.size() + ", and " + left + " bytes are left");
            }
            places.put(key, in.count);
            in.skipNBytes(count * storage.type().bytes());
        }
        if (places.size() != storages.size() || in.count != end) {
            throw new Malformed("it has " + places.size() + " storages for the " + storages.size()
                    + " that its tensors lie in, and " + (end - in.count) + " bytes after them");
        }
        return places;
    }

    /** Counts the bytes that were taken. */
    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count += Math.max(some, 0);
            return some;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count += skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
