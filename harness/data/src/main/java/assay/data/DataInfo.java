package assay.data;

import java.util.List;

/**
 * Say what a data set is, before it is opened.
 *
 * @param contents how much of what, for people
 * @param terms the licence as its publisher states it, for people
 * @param drawn true if it is drawn here and needs no file
 */
public record DataInfo(String name, String contents, String terms, boolean drawn) {
    /** All data sets, those from files first. */
    public static final List<DataInfo> ALL = List.of(
            new DataInfo("mnist", "handwritten digits, 60,000 + 10,000 images 28x28 grey", "CC BY-SA 3.0", false),
            new DataInfo(
                    "svhn",
                    "house numbers, cropped digits, 73,257 + 26,032 images 32x32 colour",
                    "non-commercial use only",
                    false),
            new DataInfo(
                    "svhn-part",
                    "the first 1,083 training images of svhn, for which svhn stands in",
                    "non-commercial use only; import only",
                    false),
            new DataInfo("linreg", "100 points for a straight line", "none stated; import only", false),
            torchvision("alexnet", "244 MB"),
            torchvision("vgg16", "553 MB"),
            torchvision("resnet18", "47 MB"),
            torchvision("resnet50", "102 MB"),
            torchvision("resnet101", "178 MB"),
            new DataInfo(
                    "weights/cifar10_resnet",
                    "trained ResNet-20, -32, -44, -56 for CIFAR-10",
                    "BSD 2-clause; import only",
                    false),
            new DataInfo(
                    "weights/squeezenet1_0", "trained SqueezeNet 1.0 for ImageNet", "BSD 2-clause; import only", false),
            new DataInfo(
                    "weights/mobilenet_v1_025",
                    "trained MobileNet v1 0.25 for ImageNet",
                    "Apache-2.0; import only",
                    false),
            new DataInfo(
                    "weights/keras_h5", "trained ResNet-8 for CIFAR-10, by Keras", "Apache-2.0; import only", false),
            new DataInfo("digits", "drawn digits, 60,000 + 10,000 images 28x28 grey", "free", true),
            new DataInfo("house-numbers", "drawn house numbers, 20,000 + 5,000 images 32x32 colour", "free", true));

    private static DataInfo torchvision(String net, String size) {
        String contents = "trained " + net + " for ImageNet as torchvision publishes it, about " + size;
        return new DataInfo("weights/" + net, contents, "BSD 3-clause; ImageNet's own terms are for research", false);
    }
}
