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
            new DataInfo("linreg", "100 points for a straight line", "none stated; import only", false),
            new DataInfo("digits", "drawn digits, 60,000 + 10,000 images 28x28 grey", "free", true),
            new DataInfo("house-numbers", "drawn house numbers, 20,000 + 5,000 images 32x32 colour", "free", true));
}
