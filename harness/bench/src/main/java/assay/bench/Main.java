package assay.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Run the benchmarks: {@code java -jar assay-bench-<version>.jar [JMH options] [names]}, and {@code -Dquick} before {@code
 * -jar} for a short look. The JVM is set up as the launcher does it. JMH's own options go before all of this.
 */
public final class Main {
    private Main() {}

    /** Run. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        boolean quick = System.getProperty("quick") != null;
        CommandLineOptions given = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        options.shouldFailOnError(true);
        if (!given.getForkCount().hasValue()) {
            options.forks(1);
        }
        if (!given.getWarmupIterations().hasValue()) {
            options.warmupIterations(quick ? 1 : 3);
        }
        if (!given.getMeasurementIterations().hasValue()) {
            options.measurementIterations(quick ? 2 : 5);
        }
        if (!given.getWarmupTime().hasValue()) {
            options.warmupTime(TimeValue.seconds(1));
        }
        if (!given.getMeasurementTime().hasValue()) {
            options.measurementTime(TimeValue.seconds(1));
        }
        if (!given.getJvmArgs().hasValue()) {
            options.jvmArgs("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g");
        }
        new Runner(options).run();
    }
}
