package assay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Say how benchmarks are run. Forks come first: processes of the same program differ more than iterations of one do, so that few
 * short iterations in each of several processes tell more than many in one.
 */
final class Settings {
    private static final int ITERATIONS = 3;
    private static final TimeValue LONG = TimeValue.seconds(1);
    private static final TimeValue SHORT = TimeValue.milliseconds(200);

    private Settings() {}

    static Options of(Wanted wanted, Set<String> names) {
        TimeValue time = wanted.quick() ? SHORT : LONG;
        List<String> jvm = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx1g"));
        jvm.addAll(wanted.engine());
        jvm.addAll(wanted.jvm());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .shouldFailOnError(true)
                .shouldDoGC(true)
                .forks(wanted.forks())
                .warmupIterations(ITERATIONS)
                .warmupTime(time)
                .measurementIterations(ITERATIONS)
                .measurementTime(time)
                .jvmArgs(jvm.toArray(new String[0]));
        names.forEach(name -> options.include("^" + Pattern.quote(name) + "$"));
        return options.build();
    }

    /** Say it in words, for the record. */
    static String words(Wanted wanted) {
        String time = wanted.quick() ? "200 ms" : "1 s";
        return wanted.forks() + " forks of " + ITERATIONS + " x " + time + " warm-up and " + ITERATIONS + " x " + time;
    }
}
