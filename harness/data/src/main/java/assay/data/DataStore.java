package assay.data;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Know which published files are in a data folder and whether they are what they should be. */
public final class DataStore {
    private final DataHome home;
    private final List<Published> published;

    /** Look into {@code home}. */
    public DataStore(DataHome home) {
        this(home, Published.ALL);
    }

    /** Look into {@code home} for the files that {@code published} describes. */
    DataStore(DataHome home, List<Published> published) {
        this.home = home;
        this.published = List.copyOf(published);
    }

    /** What is known about a file of a data set. */
    public enum State {
        /** It is there and has the published contents. */
        GOOD,
        /** It is there and is something else. */
        BAD,
        /** It is not there. */
        MISSING
    }

    /**
     * Tell about one file.
     *
     * @param path where it is, or where it would be
     * @param problem what is wrong with it and what to do, empty if nothing is
     */
    public record FileState(Path path, State state, String problem) {}

    /** Return the folder. */
    public DataHome home() {
        return home;
    }

    /** Return how many bytes the files of {@code set} have that are not there, those of unknown size not counted. */
    public long missingBytes(String set) {
        return missing(set).stream()
                .mapToLong(file -> Math.max(file.bytes(), 0))
                .sum();
    }

    /** Say whether all files of {@code set} are there, whatever is in them; a part is also there when the whole is. */
    public boolean isComplete(String set) {
        return missing(set).isEmpty() || (set.equals(DataSets.SVHN_PART) && isComplete(DataSets.SVHN));
    }

    /** Return the folder of {@code set}. */
    public Path folder(String set) {
        return home.of(files(set).stream().findFirst().map(Published::folder).orElse(set));
    }

    /** Say whether the files of {@code set} can be fetched from a public address. */
    public boolean isPublic(String set) {
        return files(set).stream().noneMatch(file -> file.mirrors().isEmpty());
    }

    /** Read all files of {@code set} and compare their contents with what was published. */
    public List<FileState> verify(String set) {
        List<FileState> states = new ArrayList<>();
        for (Published file : files(set)) {
            states.add(verify(file));
        }
        return states;
    }

    /** Compare one file with what was published. */
    FileState verify(Published file) {
        Optional<Path> there = find(file);
        if (there.isEmpty()) {
            return new FileState(home.of(file.folder()).resolve(file.name()), State.MISSING, advice(file));
        }
        try {
            demandPublished(file, there.get(), contents(file, there.get()));
            return new FileState(there.get(), State.GOOD, "");
        } catch (BadData e) {
            return new FileState(there.get(), State.BAD, String.valueOf(e.getMessage()));
        }
    }

    /** Return the files of {@code set}. */
    List<Published> files(String set) {
        return published.stream().filter(file -> file.set().equals(set)).toList();
    }

    /** Return all files that are known. */
    List<Published> files() {
        return published;
    }

    /** Return where the files of {@code set} are, or say which are missing and what to do. */
    List<Path> require(String set) throws MissingData {
        List<Published> missing = missing(set);
        if (!missing.isEmpty()) {
            String names =
                    String.join(", ", missing.stream().map(Published::name).toList());
            throw new MissingData("the data set '" + set + "' is not complete in " + home.folder() + ": without "
                    + names + ". " + advice(missing.get(0)));
        }
        return files(set).stream().map(file -> find(file).orElseThrow()).toList();
    }

    /** Return where {@code file} is, or say what to do. */
    Path require(Published file) throws MissingData {
        return find(file)
                .orElseThrow(() -> new MissingData(
                        file.folder() + "/" + file.name() + " is not in " + home.folder() + ". " + advice(file)));
    }

    /** Complain unless the contents of {@code path} have the published sum. */
    void demandPublished(Published file, Path path, String sha256) throws BadData {
        if (!file.hasContents(sha256)) {
            String found = "it is not the published " + file.name() + " (SHA-256 of its contents is " + sha256
                    + ", must " + (file.contents().length() < 64 ? "begin with " : "be ") + file.contents() + ")";
            throw new BadData(path, found, "Remove it. " + advice(file));
        }
    }

    /** Return the sum over the contents of {@code path}, unpacked if the published file is packed. */
    static String contents(Published file, Path path) throws BadData {
        boolean packed = file.name().endsWith(".gz");
        return packed ? DataFile.readUnpacked(path, Digests::of) : DataFile.read(path, Digests::of);
    }

    /** Find {@code file}, packed or not. */
    Optional<Path> find(Published file) {
        Path folder = home.of(file.folder());
        for (String name : new String[] {file.name(), file.plainName()}) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return Optional.of(folder.resolve(name));
            }
        }
        return Optional.empty();
    }

    /** Return where a file grows until it is known to be good; its folder is made. */
    Path partial(Published file) throws IOException {
        Path folder = home.of(file.folder());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "cannot make the folder " + folder + " (" + e.getMessage() + "); set " + DataHome.VARIABLE
                            + " to a folder that you may write to",
                    e);
        }
        return folder.resolve("." + file.name() + ".partial");
    }

    /** Put a finished file in its place as {@code name}, at once; a bad one that was found before it goes. */
    void settle(Path partial, Published file, String name) throws IOException {
        Path target = home.of(file.folder()).resolve(name);
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        }
        Path found = find(file).orElse(target);
        if (!found.equals(target)) {
            Files.delete(found);
        }
    }

    private List<Published> missing(String set) {
        return files(set).stream().filter(file -> find(file).isEmpty()).toList();
    }

    private static String advice(Published file) {
        String bring = "'assay data import FILE' with a file that you have, or set " + DataHome.VARIABLE
                + " to a folder that holds " + file.folder() + "/.";
        return file.mirrors().isEmpty() ? "Run " + bring : "Run 'assay data fetch " + file.set() + "', or " + bring;
    }
}
