package assay.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Open data sets by name; those from files are opened only if they are what was published. */
public final class DataSets {
    private static final List<String> NAMES = List.of("mnist", "svhn", "digits", "house-numbers");

    private DataSets() {}

    /** Return the names of the image sets: two from files, two that are drawn. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Open the data set {@code name} from {@code home}.
     *
     * @throws MissingData if its files are not there; the message says what to run
     * @throws BadData if a file is not what was published
     */
    public static DataSet open(String name, DataHome home) throws BadData, MissingData {
        return switch (name) {
            case "mnist" -> mnist(home);
            default -> throw new MissingData("there is no data set '" + name + "'; known: " + String.join(", ", NAMES));
        };
    }

    private static DataSet mnist(DataHome home) throws BadData, MissingData {
        List<Published> files = Published.of("mnist", Published.ALL);
        List<Path> paths = paths(files, home);
        List<Idx> contents = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Idx idx = Idx.read(paths.get(i));
            if (!idx.sha256().equals(files.get(i).contents())) {
                throw different(paths.get(i), files.get(i), idx.sha256());
            }
            contents.add(idx);
        }
        ImageSet train = Mnist.join(paths.get(0), contents.get(0), paths.get(1), contents.get(1));
        ImageSet test = Mnist.join(paths.get(2), contents.get(2), paths.get(3), contents.get(3));
        String origin = "MNIST handwritten digits (LeCun et al. 1998), files as published";
        return new DataSet("mnist", origin, Digests.of(train, test), false, train, test);
    }

    private static List<Path> paths(List<Published> files, DataHome home) throws MissingData {
        List<Path> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Published file : files) {
            Path packed = home.of(file.set()).resolve(file.name());
            Path plain = home.of(file.set()).resolve(file.plainName());
            Path there = Files.isRegularFile(packed) ? packed : plain;
            if (Files.isRegularFile(there)) {
                found.add(there);
            } else {
                missing.add(file.name());
            }
        }
        if (!missing.isEmpty()) {
            String set = files.get(0).set();
            throw new MissingData("the data set '" + set + "' is not in " + home.folder() + " (without "
                    + String.join(", ", missing) + "). Run 'assay data fetch " + set + "', or 'assay data import FILE...'"
                    + " with files you have, or set " + DataHome.VARIABLE + " to the folder that holds " + set + "/.");
        }
        return found;
    }

    private static BadData different(Path file, Published published, String found) {
        return new BadData(
                file,
                "it is a sound file but not the published one (sha256 of its contents " + found + ", must be "
                        + published.contents() + ")",
                "Remove it and run 'assay data fetch " + published.set() + "'.");
    }
}
