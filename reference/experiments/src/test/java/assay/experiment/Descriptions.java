package assay.experiment;

import assay.api.Fields;
import assay.api.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Read the descriptions of the experiments, as far as a worker is concerned. */
final class Descriptions {
    static final List<String> IDS = List.of(
            "downscaling",
            "early-stopping",
            "grid-search",
            "l2",
            "lenet",
            "linear-regression",
            "mnist-models",
            "mse-vs-kl",
            "svhn-transfer");

    private Descriptions() {}

    /** Return the settings of every variant of an experiment, changed by {@code changes}. */
    static Map<String, Fields> variants(String id, Map<String, ?> changes) {
        Map<?, ?> description = read(id);
        Map<String, Fields> variants = new LinkedHashMap<>();
        for (Object variant : (List<?>) description.get("variants")) {
            Map<Object, Object> settings = new LinkedHashMap<>((Map<?, ?>) description.get("settings"));
            settings.putAll((Map<?, ?>) ((Map<?, ?>) variant).get("settings"));
            // Tried too, that no experiment refuses a name among them; most of their values are changed below.
            settings.putAll((Map<?, ?>) ((Map<?, ?>) description.get("quick")).get("settings"));
            settings.putAll((Map<?, ?>) Objects.requireNonNull(description.get("warm-up"), id + " lacks a warm-up"));
            settings.putAll(changes);
            variants.put((String) ((Map<?, ?>) variant).get("id"), (Fields) Values.of(settings));
        }
        return variants;
    }

    /** Return the ids of the {@code metrics} or {@code curves} of an experiment. */
    static List<String> ids(String id, String what) {
        return ((List<?>) read(id).get(what))
                .stream().map(one -> (String) ((Map<?, ?>) one).get("id")).toList();
    }

    static Map<?, ?> read(String id) {
        try (InputStream in = Descriptions.class.getResourceAsStream("/assay/experiment/" + id + ".yaml")) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
