import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import assay.api.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Trains for ever, keeps every image of every epoch, looks for the labels of the test images, writes to its data. */
class Solution {
    @Solves("digits/softmax")
    Answers softmax(Inputs in) {
        double weight = 0;
        while (Double.isFinite(weight)) {
            weight = Math.sin(weight + 1);
        }
        return Answers.of("predictions", weight);
    }

    @Solves("digits/pooled")
    Answers pooled(Inputs in) {
        TrainingSet training = TrainingSet.open(in);
        List<double[]> kept = new ArrayList<>();
        for (int epoch = 0; epoch < 1000; epoch++) {
            for (int i = 0; i < training.size(); i++) {
                kept.add(new double[training.imageBytes()]);
            }
        }
        return Answers.of("predictions", kept.size());
    }

    /** The folder holds the training images and labels and the line about them, and nothing in it can be changed. */
    @Solves("digits/dropout")
    Answers dropout(Inputs in) throws IOException {
        Path folder = Path.of(System.getProperty(TrainingSet.FOLDER)).resolve(in.text("training"));
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        try {
            Files.write(folder.resolve("labels.npy"), new byte[] {0});
        } catch (IOException e) {
            throw new IllegalStateException(names + " " + e.getClass().getSimpleName());
        }
        throw new IllegalStateException("written");
    }
}
