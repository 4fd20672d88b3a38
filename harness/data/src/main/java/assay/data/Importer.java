package assay.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Take files that are already somewhere into the data folder; they are known by their contents, not by their names. */
public final class Importer {
    private static final int DEPTH = 5;

    private final DataStore store;
    private final Progress progress;

    /** Import into {@code store}. */
    public Importer(DataStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    /**
     * Import {@code source}: a file, or the files of a folder that look like data sets.
     *
     * @return where the files are now
     * @throws BadData if a file is none that is known; the message says what it is
     */
    public List<Path> take(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return List.of(takeFile(source));
        }
        List<Path> taken = new ArrayList<>();
        for (Path file : candidates(source)) {
            taken.add(takeFile(file));
        }
        if (taken.isEmpty()) {
            throw new BadData(source, "no file of a data set is in this folder", "Known are " + names() + ".");
        }
        return taken;
    }

    private Path takeFile(Path source) throws IOException {
        String sum = DataFile.read(source, Digests::of);
        for (Published file : store.files()) {
            if (file.hasSum(sum)) {
                return copy(source, file, file.name(), sum);
            } else if (file.hasContents(sum)) {
                return copy(source, file, file.plainName(), sum);
            }
        }
        String inside = DataFile.readUnpacked(source, Digests::of);
        for (Published file : store.files()) {
            if (file.hasContents(inside) && file.name().endsWith(".gz")) {
                return copy(source, file, file.name(), sum);
            }
        }
        throw unknown(source, sum);
    }

    private Path copy(Path source, Published file, String name, String sum) throws IOException {
        Path target = store.home().of(file.folder()).resolve(name);
        if (store.verify(file).state() == DataStore.State.GOOD) {
            Path there = store.find(file).orElse(target);
            progress.note(file.set() + "/" + file.name() + " is there already and good");
            return there;
        }
        Path partial = store.partial(file);
        MessageDigest digest = Digests.begin();
        try (InputStream in = Files.newInputStream(source);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(partial), digest)) {
            in.transferTo(out);
        }
        if (!Digests.end(digest).equals(sum)) {
            Files.delete(partial);
            throw new BadData(source, "it changed while it was copied", "Import it again.");
        }
        store.settle(partial, file, name);
        progress.note(source + " is " + file.folder() + "/" + name + "; copied");
        return target;
    }

    private BadData unknown(Path source, String sum) throws IOException {
        Path name = source.getFileName();
        Optional<Published> named = store.files().stream()
                .filter(file ->
                        name != null && List.of(file.name(), file.plainName()).contains(name.toString()))
                .findFirst();
        String advice = "Known are " + names() + ", as published.";
        if (named.isPresent()) {
            Published file = named.get();
            String size = file.bytes() == Published.UNKNOWN || Files.size(source) == file.bytes()
                    ? "has other contents"
                    : "has " + Files.size(source) + " bytes instead of " + file.bytes();
            return new BadData(source, "it has the name of a file of " + file.set() + " but " + size, advice);
        }
        return new BadData(
                source, "it is " + kind(source) + " and none of the known files (SHA-256 " + sum + ")", advice);
    }

    /** Say what a file seems to be. */
    private static String kind(Path file) {
        try {
            return "an IDX file of shape " + Idx.read(file).shape();
        } catch (BadData notIdx) {
            try {
                Svhn svhn = Svhn.read(file);
                return "a MAT-file with " + svhn.images().size() + " images";
            } catch (BadData notSvhn) {
                return "no image file that can be read here";
            }
        }
    }

    private List<Path> candidates(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .filter(this::isCandidate)
                    .sorted()
                    .toList();
        }
    }

    private boolean isCandidate(Path path) {
        String name = String.valueOf(path.getFileName());
        return store.files().stream()
                .anyMatch(file -> name.equals(file.name()) || name.equals(file.plainName()) || isCopy(path, file));
    }

    /** Say whether {@code path} is {@code file} under another name. */
    private static boolean isCopy(Path path, Published file) {
        try {
            return Files.size(path) == file.bytes() && file.hasSum(Digests.of(path));
        } catch (IOException e) {
            return false; // what cannot be read in a folder is passed over
        }
    }

    private String names() {
        return String.join(", ", store.files().stream().map(Published::name).toList());
    }
}
