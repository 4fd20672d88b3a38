package assay.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Open data sets by name; those from files are opened only if they are what was published. */
public final class DataSets {
    /** The Street View House Numbers. */
    static final String SVHN = "svhn";

    /** The first training images of {@link #SVHN}. */
    static final String SVHN_PART = "svhn-part";

    private static final List<String> NAMES = List.of("mnist", SVHN, SVHN_PART, "digits", "house-numbers");
    private static final int PART = 1083;
    private static final long TRAIN_SEED = 20_261;
    private static final long TEST_SEED = 20_262;
    private static final long PRACTICE_SEED = 20_263;
    private static final long PRACTICE_TEST_SEED = 20_264;

    private DataSets() {}

    /** Return the names of the image sets: three from files, two that are drawn. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Open the data set {@code name} from {@code home}; those that are drawn need nothing there.
     *
     * @throws MissingData if its files are not there, or there is no such data set; the message says what to do
     * @throws BadData if a file is not what was published
     */
    public static DataSet open(String name, DataHome home) throws BadData, MissingData {
        return open(name, new DataStore(home));
    }

    /**
     * Open the first images of the data set {@code name}: those that are drawn are drawn no further than needed.
     *
     * @throws MissingData if its files are not there, or there is no such data set; the message says what to do
     * @throws BadData if a file is not what was published
     */
    public static DataSet open(String name, int train, int test, DataHome home) throws BadData, MissingData {
        return switch (name) {
            case "digits" ->
                drawn(name, "digits", DrawnDigits.draw(TRAIN_SEED, train), DrawnDigits.draw(TEST_SEED, test));
            case "house-numbers" ->
                drawn(
                        name,
                        "house numbers",
                        DrawnHouseNumbers.draw(TRAIN_SEED, train),
                        DrawnHouseNumbers.draw(TEST_SEED, test));
            default -> open(name, home);
        };
    }

    /**
     * Draw images to practise with, of the form that {@code name} has: they are in no data set.
     *
     * @throws MissingData if there is no such data set
     */
    public static DataSet practice(String name, int train, int test) throws MissingData {
        ImageSet first = draw(name, PRACTICE_SEED, train);
        ImageSet second = draw(name, PRACTICE_TEST_SEED, test);
        String origin = "for practice: drawn by Assay, seeds " + PRACTICE_SEED + " and " + PRACTICE_TEST_SEED
                + "; graded are others";
        return new DataSet(name, origin, Digests.of(first, second), true, first, second);
    }

    /**
     * Draw {@code count} images of the form that {@code name} has: digits, or house numbers in colours.
     *
     * @throws MissingData if there is no such data set
     */
    public static ImageSet draw(String name, long seed, int count) throws MissingData {
        return switch (name) {
            case "mnist", "digits" -> DrawnDigits.draw(seed, count);
            case "svhn", "house-numbers" -> DrawnHouseNumbers.draw(seed, count);
            default -> throw unknown(name);
        };
    }

    /** Return whether the images of {@code name} are drawn, and not read from files. */
    public static boolean isDrawn(String name) {
        return name.equals("digits") || name.equals("house-numbers");
    }

    private static MissingData unknown(String name) {
        return new MissingData("there is no data set '" + name + "'; known: " + String.join(", ", NAMES));
    }

    /** Open the data set {@code name} from {@code store}. */
    static DataSet open(String name, DataStore store) throws BadData, MissingData {
        return switch (name) {
            case "mnist" -> mnist(store);
            case SVHN -> svhn(store);
            case SVHN_PART -> svhnPart(store);
            case "digits" ->
                drawn(name, "digits", DrawnDigits.draw(TRAIN_SEED, 60_000), DrawnDigits.draw(TEST_SEED, 10_000));
            case "house-numbers" ->
                drawn(
                        name,
                        "house numbers",
                        DrawnHouseNumbers.draw(TRAIN_SEED, 20_000),
                        DrawnHouseNumbers.draw(TEST_SEED, 5_000));
            default -> throw unknown(name);
        };
    }

    /**
     * Read the points of the regression homework, the data set {@code linreg}.
     *
     * @throws MissingData if the file is not there; the message says what to do
     * @throws BadData if it is not what was published
     */
    public static Points points(DataHome home) throws BadData, MissingData {
        DataStore store = new DataStore(home);
        Path file = store.require("linreg").get(0);
        store.demandPublished(store.files("linreg").get(0), file, DataFile.read(file, Digests::of));
        return Npz.points(file);
    }

    /**
     * Return where {@code name} of {@code set} is, a file that was published, such as weights.
     *
     * @throws MissingData if it is not there, or not known; the message says what to do
     * @throws BadData if it is not what was published
     */
    public static Path file(String set, String name, DataHome home) throws BadData, MissingData {
        DataStore store = new DataStore(home);
        for (Published file : store.files(set)) {
            if (file.name().equals(name)) {
                Path path = store.require(file);
                store.demandPublished(file, path, DataStore.contents(file, path));
                return path;
            }
        }
        throw new MissingData("there is no file '" + name + "' in '" + set + "'");
    }

    private static DataSet mnist(DataStore store) throws BadData, MissingData {
        List<Published> files = store.files("mnist");
        List<Path> paths = store.require("mnist");
        List<Idx> contents = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Idx idx = Idx.read(paths.get(i));
            store.demandPublished(files.get(i), paths.get(i), idx.sha256());
            contents.add(idx);
        }
        ImageSet train = Mnist.join(paths.get(0), contents.get(0), paths.get(1), contents.get(1));
        ImageSet test = Mnist.join(paths.get(2), contents.get(2), paths.get(3), contents.get(3));
        String origin = "MNIST handwritten digits (LeCun et al. 1998), files as published";
        return new DataSet("mnist", origin, Digests.of(train, test), false, train, test);
    }

    private static DataSet svhn(DataStore store) throws BadData, MissingData {
        List<Published> files = store.files("svhn");
        List<Path> paths = store.require("svhn");
        List<ImageSet> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Svhn part = Svhn.read(paths.get(i));
            store.demandPublished(files.get(i), paths.get(i), part.sha256());
            parts.add(part.images());
        }
        String origin = "SVHN cropped digits (Netzer et al. 2011), files as published";
        return new DataSet("svhn", origin, Digests.of(parts.get(0), parts.get(1)), false, parts.get(0), parts.get(1));
    }

    /** Open the first images: from their own file, or from the whole training set; they all are for training. */
    private static DataSet svhnPart(DataStore store) throws BadData, MissingData {
        Published own = store.files(SVHN_PART).get(0);
        Published whole = store.files(SVHN).get(0);
        Published file = store.find(own).isPresent() ? own : whole;
        Path path = store.require(file);
        Svhn read = Svhn.read(path);
        store.demandPublished(file, path, read.sha256());
        ImageSet train = read.images().subset(IntStream.range(0, PART).toArray());
        ImageSet none = train.subset();
        String origin = "SVHN cropped digits (Netzer et al. 2011), the first " + PART + " training images";
        return new DataSet(SVHN_PART, origin, Digests.of(train, none), false, train, none);
    }

    private static DataSet drawn(String name, String what, ImageSet train, ImageSet test) {
        String origin = "synthetic: " + what + " drawn by Assay, seeds " + TRAIN_SEED + " and " + TEST_SEED;
        return new DataSet(name, origin, Digests.of(train, test), true, train, test);
    }
}
