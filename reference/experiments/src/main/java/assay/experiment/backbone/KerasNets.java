package assay.experiment.backbone;

import assay.data.BadData;
import assay.data.DataFile;
import assay.data.Digests;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;

/**
 * Import nets that Keras 2 saved as HDF5. Other than the formats of {@link assay.data.weights.Weights}, these are read by
 * native code of others, which trusts what it reads: only files with a SHA-256 that is known beforehand are given to it.
 */
public final class KerasNets {
    private KerasNets() {}

    /**
     * Import the net in {@code file}, with its weights, if the SHA-256 of the file begins with {@code sha256}.
     *
     * @throws BadData if it is another file, no HDF5 file of Keras, or has layers that DL4J does not know
     */
    public static ComputationGraph read(Path file, String sha256) throws BadData {
        String sum = DataFile.read(file, Digests::of);
        if (sha256.length() < 8 || !sum.startsWith(sha256)) {
            throw new BadData(
                    file,
                    "its SHA-256 is " + sum + ", must begin with " + sha256,
                    "Take the file as published; other HDF5 files are not opened.");
        }
        try {
            return KerasModelImport.importKerasModelAndWeights(file.toString(), false);
        } catch (IOException | InvalidKerasConfigurationException | UnsupportedKerasConfigurationException e) {
            throw new BadData(
                    file, "DL4J cannot import it (" + e.getMessage() + ")", "Save it with Keras 2 as a whole.");
        } catch (UnsatisfiedLinkError e) {
            throw new BadData(
                    file,
                    "there is no HDF5 library for this machine (" + e.getMessage() + ")",
                    "Import nets of Keras on Linux, Windows or macOS on x86-64.");
        }
    }
}
