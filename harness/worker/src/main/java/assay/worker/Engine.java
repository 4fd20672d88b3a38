package assay.worker;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Be libraries that a submission may use; those on the class path are found by {@link ServiceLoader}. */
public interface Engine {
    /** Load the libraries and return what was really loaded, by name: versions, backend, threads. */
    Map<String, String> facts();

    /** Load all engines on the class path. */
    static Map<String, String> load() {
        Map<String, String> facts = new TreeMap<>();
        for (Engine engine : ServiceLoader.load(Engine.class)) {
            facts.putAll(engine.facts());
        }
        return facts;
    }
}
