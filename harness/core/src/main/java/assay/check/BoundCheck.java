package assay.check;

import assay.check.diagnosis.Comparisons;
import assay.timing.TimingRule;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Be a check kind with its parameters, ready to judge. */
public final class BoundCheck {
    private final String kind;
    private final Selection on;
    private final Optional<Tolerance> tolerance;
    private final boolean unique;
    private final boolean timed;
    private final Optional<TimingRule> timing;
    private final Function<CheckContext, Judgement> judge;
    private final Predicate<CheckContext> decided;
    private final Function<CheckContext, Optional<Comparisons>> compared;

    private <S extends Record> BoundCheck(CheckKind<S> kind, S spec) {
        this.kind = kind.name();
        this.on = kind.on(spec);
        this.tolerance = kind.tolerance(spec);
        this.unique = kind.isUnique();
        this.timed = kind.dependsOnTime();
        this.timing = kind.timing(spec);
        this.judge = context -> kind.judge(spec, context);
        this.decided = context -> kind.isDecided(spec, context);
        this.compared = context -> kind.compared(spec, context);
    }

    /** Join a kind and its parameters. */
    static <S extends Record> BoundCheck of(CheckKind<S> kind, S spec) {
        return new BoundCheck(kind, spec);
    }

    /** Return the name of the kind. */
    public String kind() {
        return kind;
    }

    /** Return the cases that it looks at. */
    public Selection on() {
        return on;
    }

    /** Return how far numbers may be off; empty where none are compared. */
    public Optional<Tolerance> tolerance() {
        return tolerance;
    }

    /** Return whether there is one right answer only. */
    public boolean isUnique() {
        return unique;
    }

    /** Return whether the judgement depends on measured time, so that it is never cached. */
    public boolean dependsOnTime() {
        return timed;
    }

    /** Return how to measure the time that the judgement depends on. */
    public Optional<TimingRule> timing() {
        return timing;
    }

    /** Return whether the trials so far are enough. */
    public boolean isDecided(CheckContext context) {
        return decided.test(context);
    }

    /** Lay all numbers that it compares beside the right ones; empty where it compares none, or where there are none. */
    public Optional<Comparisons> compared(CheckContext context) {
        return compared.apply(context);
    }

    /** Judge; pure: the same context gives the same judgement. */
    public Judgement judge(CheckContext context) {
        return judge.apply(context);
    }
}
