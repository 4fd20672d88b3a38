package assay.data;

import java.util.List;

/**
 * Describe a file as it was published.
 *
 * @param set the data set
 * @param bytes how many, {@link #UNKNOWN} if that was not published
 * @param sha256 over the file, or the digits it begins with if no more were published
 * @param contents SHA-256 over the unpacked file; that of the file where it is not packed
 * @param mirrors addresses of folders that have it, in the order to try; none if there is no public one
 */
record Published(String set, String name, long bytes, String sha256, String contents, List<String> mirrors) {
    /** Stands for the bytes of a file whose size was not published. */
    static final long UNKNOWN = -1;

    private static final String PART = "-part";
    private static final List<String> TORCHVISION = List.of("https://download.pytorch.org/models/");
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
                    "svhn-part",
                    "train_32x32_first1083.mat",
                    2_656_352,
                    "1e0191c26ebde2a53d13c65108d733b923d64ea68155d7806d1dbf4ebe57af13",
                    List.of()),
            plain(
                    "linreg",
                    "linear_regression_dataset.npz",
                    2_090,
                    "8b8563a4c669cf70e3a54a35ccd7c8aaaab9479012d51b256a31a14924d7dbc9",
                    List.of()),
            torchvision("alexnet", "alexnet-owt-7be5be79.pth"),
            torchvision("vgg16", "vgg16-397923af.pth"),
            torchvision("resnet18", "resnet18-f37072fd.pth"),
            torchvision("resnet50", "resnet50-0676ba61.pth"),
            torchvision("resnet101", "resnet101-63fe2227.pth"),
            cifar(
                    "resnet20-12fca82f.th",
                    1_099_231,
                    "12fca82f0bebc4135bf1f32f6e3710e61d5108578464b84fd6d7f5c1b04036c8"),
            cifar(
                    "resnet32-d509ac18.th",
                    1_890_043,
                    "d509ac1820d7f25398913559d7e81a13229b1e7adc5648e3bfa5e22dc137f850"),
            cifar(
                    "resnet44-014dd654.th",
                    2_680_855,
                    "014dd6541728a1c700b1642ab640e211dc6eb8ed507d70697458dc8f8a0ae2e4"),
            cifar(
                    "resnet56-4bfd9763.th",
                    3_471_733,
                    "4bfd97631478d6b638d2764fd2baff3edb1d7d82252d54439343b6596b9b5367"),
            plain(
                    "weights/squeezenet1_0",
                    "decoded_fp32.npz",
                    926_077,
                    "4cf7f2c912b0cc9ace85d7c54919cc73a1a13402089350efc4bdabe632a6167c",
                    List.of()),
            plain(
                    "weights/mobilenet_v1_025",
                    "weights.npz",
                    1_939_908,
                    "bfab2a364d973c95c479236ac5701d26530c05cd145973ce54ada56ea7386d2f",
                    List.of()),
            plain(
                    "weights/keras_h5",
                    "pretrainedResnet.h5",
                    1_116_712,
                    "5f938a8eea605438cc7360aa13c987bc6d7bd0c8d931b2917361ae7ae4eeda2f",
                    List.of()));

    /** Copy the list. */
    Published {
        mirrors = List.copyOf(mirrors);
    }

    /** Return the name of the folder that it lies in; a part of a data set lies with the whole. */
    String folder() {
        return set.endsWith(PART) ? set.substring(0, set.length() - PART.length()) : set;
    }

    /** Return the name without the ending of packed files. */
    String plainName() {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** Say whether {@code found} is the sum of this file. */
    boolean hasSum(String found) {
        return found.startsWith(sha256);
    }

    /** Say whether {@code found} is the sum of the unpacked file. */
    boolean hasContents(String found) {
        return found.startsWith(contents);
    }

    /** Describe a file of torchvision; eight digits of its sum are in the name, and no more is published. */
    private static Published torchvision(String net, String name) {
        String sum = name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.'));
        return plain("weights/" + net, name, UNKNOWN, sum, TORCHVISION);
    }

    private static Published cifar(String name, long bytes, String sha256) {
        return plain("weights/cifar10_resnet", name, bytes, sha256, List.of());
    }

    private static Published svhn(String name, long bytes, String sha256) {
        return plain("svhn", name, bytes, sha256, SVHN);
    }

    private static Published plain(String set, String name, long bytes, String sha256, List<String> mirrors) {
        return new Published(set, name, bytes, sha256, sha256, mirrors);
    }
}
