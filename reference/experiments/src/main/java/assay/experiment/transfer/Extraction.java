package assay.experiment.transfer;

import assay.data.DataHome;
import assay.data.ImageSet;
import assay.experiment.backbone.Backbones;
import assay.experiment.backbone.Blueprint;
import assay.experiment.backbone.Pretrained;
import assay.experiment.image.Shuffle;
import assay.experiment.job.Progress;
import assay.experiment.job.Stopwatch;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nd4j.linalg.factory.Nd4j;

/** Compute the features of images with a frozen backbone once, and find them again. */
final class Extraction {
    private final FeatureStore store;
    private String lastKey = "";
    private Optional<Features> last = Optional.empty();

    /** Keep features in {@code store}; those used last are kept in memory, too. */
    Extraction(FeatureStore store) {
        this.store = store;
    }

    /** Return the features of all {@code images}, which come from data with the sum {@code dataSum}. */
    @SuppressWarnings("try") // the claim is held, and nothing else is asked of it
    synchronized Features of(Plan plan, ImageSet images, String dataSum, DataHome home, Progress progress)
            throws IOException {
        String key = FeatureStore.key(facts(plan, images, dataSum, home));
        if (!key.equals(lastKey) || last.isEmpty()) {
            last = Optional.empty(); // room for the new ones
            Closeable claimed = store.claim(key, progress);
            try {
                Optional<Features> found = store.find(key).filter(one -> one.values().length == images.size());
                last = Optional.of(found.isPresent() ? found.get() : computed(plan, images, key, home, progress));
            } finally {
                claimed.close();
            }
            lastKey = key;
        }
        return last.get();
    }

    private Features computed(Plan plan, ImageSet images, String key, DataHome home, Progress progress)
            throws IOException {
        Features features = compute(plan, images, home, progress);
        store.keep(key, features);
        return features;
    }

    private static Features compute(Plan plan, ImageSet images, DataHome home, Progress progress) throws IOException {
        Memory.forgetPeak();
        Trunk trunk = Trunk.open(plan, home);
        int[] all = Shuffle.ordered(images.size());
        Stopwatch watch = new Stopwatch();
        float[][] values = trunk.features(images, all, progress);
        watch.stop();
        if (trunk.movedParameters() + trunk.movedStatistics() > 0) {
            throw new IllegalStateException("the backbone " + plan.backbone() + " moved although it is frozen");
        }
        long microseconds = Math.round(1e6 * watch.seconds() / images.size());
        return new Features(values, microseconds, Memory.peakMebibytes().orElse(0));
    }

    /** Return everything that decides the features; two runs that differ in any of it share nothing. */
    static Map<String, String> facts(Plan plan, ImageSet images, String dataSum, DataHome home) throws IOException {
        Blueprint blueprint = Backbones.of(plan.backbone(), plan.side(), Pretrained.classes(plan.backbone()));
        Preparation preparation = plan.preparation(blueprint.colours());
        Map<String, String> facts = new TreeMap<>();
        facts.put("backbone", plan.backbone());
        facts.put("node", blueprint.features());
        facts.put("weights", weights(plan, home));
        facts.put("data", dataSum);
        facts.put("images", images.size() + ", " + sum(images.pixels()));
        facts.put("side", plan.side() + ", " + Preparation.ENLARGED);
        facts.put("colours", preparation.colours().toString());
        String nd4j = Nd4j.class.getPackage().getImplementationVersion();
        facts.put(
                "engine",
                nd4j + ", " + System.getProperty("os.arch") + ", " + variable("OMP_NUM_THREADS") + ", "
                        + variable("OPENBLAS_CORETYPE"));
        return facts;
    }

    /** Name the weights by the sum of their file, or by the seed that they are drawn from. */
    static String weights(Plan plan, DataHome home) throws IOException {
        return plan.drawn() ? "drawn from seed " + Trunk.DRAWN_SEED : sum(Pretrained.file(plan.backbone(), home));
    }

    private static String variable(String name) {
        return System.getenv().getOrDefault(name, "not set");
    }

    private static String sum(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String sum(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] some = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                digest.update(some, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
