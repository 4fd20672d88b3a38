package assay.api.reference;

import assay.api.TrainingSet;

/**
 * Solve a task in which a model is trained on a data set that the assignment names.
 *
 * <p>The reference of such a task is known only when the data are: {@link #on} gives it. It draws a seed and test images
 * from the pool, and turns predictions into what is compared: 1 for an image whose label is predicted, else 0, so that no
 * label leaves it. Training is done again only for inputs that were not seen lately.
 */
public interface TrainingTask extends ReferenceTask {
    /**
     * Return the reference on given data.
     *
     * @param name what a request calls the training set
     * @param training what the child gets as well
     * @param pool images that the child gets without labels, and only those that were drawn
     * @param tests number of images that are drawn for each request
     */
    ReferenceTask on(String name, TrainingSet training, TrainingSet pool, int tests);
}
