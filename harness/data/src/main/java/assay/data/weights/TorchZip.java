package assay.data.weights;

import assay.data.Bytes;
import assay.data.Malformed;
import assay.data.weights.Pickled.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Read state dicts as PyTorch writes them since 1.6: a zip with a pickle, data.pkl, and a file for each storage. */
final class TorchZip {
    private static final String PICKLE = "/data.pkl";

    private TorchZip() {}

    /** Say whether {@code zip} is such a file, whatever is in it. */
    static boolean is(ZipFile zip) {
        return zip.stream().anyMatch(entry -> entry.getName().endsWith(PICKLE));
    }

    /** Read what is in {@code file}; the numbers are read later. */
    static Weights read(Path file, ZipFile zip) throws IOException {
        List<String> pickles = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(PICKLE))
                .toList();
        if (pickles.size() != 1) {
            throw new Malformed("it has " + pickles.size() + " pickles named data.pkl");
        }
        String folder = pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length() + 1);
        if (zip.getEntry(folder + "constants.pkl") != null) {
            throw new Forbidden("it is a TorchScript archive, which holds program code");
        }
        demandLittleEndian(zip, folder);
        StateDict dict;
        try (InputStream in = zip.getInputStream(entry(zip, pickles.get(0)))) {
            dict = StateDict.of(Unpickler.read(in));
        }
        for (Storage storage : dict.storages().values()) {
            long there = entry(zip, folder + "data/" + storage.key()).getSize();
            if (storage.size() > Long.MAX_VALUE / 8
                    || there != storage.size() * storage.type().bytes()) {
                throw new Malformed("its storage '" + Text.shown(storage.key()) + "' has " + there
                        + " bytes, announced are " + storage.size() + " numbers of type "
                        + storage.type().title());
            }
        }
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        dict.tensors().forEach((name, tensor) -> {
            String data = folder + "data/" + tensor.storage().key();
            StoredTensor.Source source = (first, count) -> part(file, data, first, count);
            tensors.put(name, new StoredTensor(file, name, tensor.storage().type(), tensor.layout(), source));
        });
        return new Weights(file, "PyTorch zip", tensors, dict.notes());
    }

    private static byte[] part(Path file, String data, long first, long count) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(entry(zip, data))) {
            in.skipNBytes(first);
            return Bytes.read(in, count);
        }
    }

    private static void demandLittleEndian(ZipFile zip, String folder) throws IOException {
        ZipEntry order = zip.getEntry(folder + "byteorder");
        if (order != null) {
            try (InputStream in = zip.getInputStream(order)) {
                String text = new String(in.readNBytes(16), StandardCharsets.US_ASCII);
                if (!text.equals("little")) {
                    throw new Malformed("its numbers are of the byte order '" + Text.shown(text) + "'; little is read");
                }
            }
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws Malformed {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Malformed("it has no '" + Text.shown(name) + "'");
        }
        return entry;
    }
}
