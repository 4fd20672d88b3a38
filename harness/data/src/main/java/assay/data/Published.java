package assay.data;

import java.util.List;

/**
 * Describe a file as it was published.
 *
 * @param set the data set, and the folder that the file lies in
 * @param sha256 over the file
 * @param contents SHA-256 over the unpacked file; that of the file where it is not packed
 * @param mirrors addresses of folders that have it, in the order to try; none if there is no public one
 */
record Published(String set, String name, long bytes, String sha256, String contents, List<String> mirrors) {
    private static final List<String> MNIST = List.of(
            "https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/");
    private static final List<String> SVHN =
            List.of("http://ufldl.stanford.edu/housenumbers/", "https://ufldl.stanford.edu/housenumbers/");

    /** All files that are known. */
    static final List<Published> ALL = List.of(
            new Published(
                    "mnist",
                    "train-images-idx3-ubyte.gz",
                    9_912_422,
                    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                    MNIST),
            new Published(
                    "mnist",
                    "train-labels-idx1-ubyte.gz",
                    28_881,
                    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                    MNIST),
            new Published(
                    "mnist",
                    "t10k-images-idx3-ubyte.gz",
                    1_648_877,
                    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                    MNIST),
            new Published(
                    "mnist",
                    "t10k-labels-idx1-ubyte.gz",
                    4_542,
                    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                    MNIST),
            svhn("train_32x32.mat", 182_040_794, "435e94d69a87fde4fd4d7f3dd208dfc32cb6ae8af2240d066de1df7508d083b8"),
            svhn("test_32x32.mat", 64_275_384, "cdce80dfb2a2c4c6160906d0bd7c68ec5a99d7ca4831afa54f09182025b6a75b"),
            plain(
                    "linreg",
                    "linear_regression_dataset.npz",
                    2_090,
                    "8b8563a4c669cf70e3a54a35ccd7c8aaaab9479012d51b256a31a14924d7dbc9",
                    List.of()));

    /** Copy the list. */
    Published {
        mirrors = List.copyOf(mirrors);
    }

    /** Return the name without the ending of packed files. */
    String plainName() {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static Published svhn(String name, long bytes, String sha256) {
        return plain("svhn", name, bytes, sha256, SVHN);
    }

    private static Published plain(String set, String name, long bytes, String sha256, List<String> mirrors) {
        return new Published(set, name, bytes, sha256, sha256, mirrors);
    }
}
