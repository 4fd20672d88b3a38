package assay.worker;

import assay.api.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Be libraries that a submission may use; those on the class path are found by {@link ServiceLoader}. */
public interface Engine {
    /** Load the libraries and return what was really loaded, by name: versions, backend, threads. */
    Map<String, String> facts();

    /** Wait until all that was begun has been computed; called before an answer is sent, so that the harness's clock counts it. */
    default void finish() {}

    /** Say where the last answer was computed, as {@code {"on": "cuda", "framework": ..., "name": ..., "bytes": ...}}; empty on the CPU. */
    default Optional<Fields> device() {
        return Optional.empty();
    }

    /** Return all engines on the class path. */
    static List<Engine> all() {
        return ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Load {@code engines} and return what all of them say. */
    static Map<String, String> load(List<Engine> engines) {
        Map<String, String> facts = new TreeMap<>();
        engines.forEach(engine -> facts.putAll(engine.facts()));
        return facts;
    }
}
