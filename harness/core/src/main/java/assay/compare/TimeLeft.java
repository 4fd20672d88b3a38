package assay.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Estimate the time left from how long each variant took so far; stored results of the same kind count too. */
public final class TimeLeft {
    private final int all;
    private final int atOnce;
    private final Map<String, List<Double>> seconds = new HashMap<>();
    private final Map<String, List<Double>> coldSeconds = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<Job, Double> shares = new HashMap<>();
    private int ended;

    /** Begin with {@code results} that are there already and {@code jobs} that are to do. */
    TimeLeft(Collection<RunResult> results, Collection<Job> jobs, int atOnce) {
        this.all = results.size() + jobs.size();
        this.ended = results.size();
        this.atOnce = atOnce;
        results.forEach(result -> took(result.variant(), result.wallSeconds(), false));
        jobs.forEach(job -> open.merge(job.variant(), 1, Integer::sum));
    }

    /** Return how many jobs there are, stored ones included. */
    public int all() {
        return all;
    }

    /** Return how many of them have ended, with a result or without. */
    public int ended() {
        return ended;
    }

    /** Return the seconds left; empty as long as no run has ended. */
    public OptionalDouble seconds() {
        if (seconds.isEmpty() && coldSeconds.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (Map.Entry<String, Integer> entry : open.entrySet()) {
            sum += entry.getValue() * mean(entry.getKey());
        }
        for (Map.Entry<Job, Double> entry : shares.entrySet()) {
            sum -= entry.getValue() * mean(entry.getKey().variant());
        }
        return OptionalDouble.of(Math.max(0, sum) / atOnce);
    }

    void progressed(Job job, double share) {
        shares.put(job, share);
    }

    void ended(Job job) {
        ended++;
        shares.remove(job);
        open.merge(job.variant(), -1, Integer::sum);
    }

    /** Take note of a run; {@code cold} for the first one of a worker, which loads all that the later ones find ready. */
    void took(String variant, double wallSeconds, boolean cold) {
        (cold ? coldSeconds : seconds)
                .computeIfAbsent(variant, any -> new ArrayList<>())
                .add(wallSeconds);
    }

    private double mean(String variant) {
        List<Double> known = seconds.get(variant);
        Map<String, List<Double>> others = seconds.isEmpty() ? coldSeconds : seconds;
        return (known != null ? known.stream() : others.values().stream().flatMap(List::stream))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
