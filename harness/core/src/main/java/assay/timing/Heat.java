package assay.timing;

import assay.run.Exchange;
import assay.run.Fault;
import assay.run.LiveChild;
import assay.run.Outcome;
import assay.run.Request;
import assay.run.Source;
import assay.timing.Timing.Blame;
import assay.timing.Timing.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Lead three live children through one session: reference, submission, reference again. In each round all three get the same
 * fresh requests, one child at a time; a second round follows in the opposite order, so that a drift of the machine cancels.
 * What is asked, and how, is the same from the first request to the last: a child cannot know what counts.
 */
final class Heat {
    private static final int REFERENCE = 0;
    private static final int SUBMISSION = 1;
    private static final int AGAIN = 2;

    private static final int MOST_WARM_UP = 40;
    /** Parts of the time after which no further session begins. */
    private static final double WARM_UP = 0.4;

    private static final double JUDGING = 0.4;
    private static final int JUDGED = 16;
    private static final int LEAST_JUDGED = 6;
    private static final int MOST_REQUESTS = 16;
    /** A block of this length is long against a switch between processes. */
    private static final double BLOCK_MILLIS = 10;

    private static final double MOST_BLOCK_MILLIS = 60;
    /** Beyond the last limit times this there is nothing to look at more closely. */
    private static final double HOPELESS = 2;

    private final List<LiveChild> children;
    private final TimingRule rule;
    private final Supplier<Request> requests;
    private final SplittableRandom random;
    private final List<Round> rounds = new ArrayList<>();
    private final List<List<Exchange>> answered = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private int perBlock = 1;
    private int warmUp;
    private boolean steady;
    private boolean measuresCpu = true;
    private double idleMillis;
    private Trouble trouble = Trouble.none();

    Heat(List<LiveChild> children, TimingRule rule, Supplier<Request> requests, SplittableRandom random) {
        this.children = List.copyOf(children);
        this.rule = rule;
        this.requests = requests;
        this.random = random;
    }

    /** Run; return what went wrong. */
    Trouble run(String task) {
        for (int child = 0; child < children.size() && isWell(); child++) {
            int which = child;
            children.get(child).start(task).ifPresent(why -> blame(which, why));
        }
        long began = System.nanoTime();
        while (isWell() && !steady && rounds.size() < MOST_WARM_UP && seconds(began) < WARM_UP * rule.seconds()) {
            pair();
            if (isWell() && !adapt()) {
                steady = SteadyState.isReached(rounds, clock());
            }
        }
        warmUp = rounds.size();
        while (isWell() && !isEnough(rounds.size() - warmUp, seconds(began) > (WARM_UP + JUDGING) * rule.seconds())) {
            pair();
        }
        return trouble;
    }

    Session session(double seconds) {
        return new Session(perBlock, warmUp, steady, rounds, idleMillis, seconds);
    }

    /** Return what one child was asked and answered. */
    List<Exchange> answered(int child) {
        return List.copyOf(answered.get(child));
    }

    private boolean isWell() {
        return trouble.blame() == Blame.NOBODY;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private Clock clock() {
        return measuresCpu ? Clock.CPU : Clock.WALL;
    }

    /** Make blocks longer while the programs become faster; return whether that was called for. */
    private boolean adapt() {
        Round last = rounds.get(rounds.size() - 1);
        double wanted = Math.min(
                BLOCK_MILLIS / last.reference().by(clock()),
                MOST_BLOCK_MILLIS / last.submission().by(clock()));
        int before = perBlock;
        perBlock = (int) Math.max(perBlock, Math.min(Math.min(2 * perBlock, MOST_REQUESTS), Math.floor(wanted)));
        return perBlock > before;
    }

    private boolean isEnough(int judged, boolean isLate) {
        if (judged >= JUDGED || (judged >= LEAST_JUDGED && isLate)) {
            return true;
        }
        double hopeless = HOPELESS * rule.limits().get(rule.limits().size() - 1).ratio();
        return judged >= LEAST_JUDGED
                && rounds.subList(warmUp, rounds.size()).stream()
                        .allMatch(round -> round.submission().by(clock())
                                > hopeless
                                        * Math.max(
                                                round.reference().by(clock()),
                                                round.again().by(clock())));
    }

    /** Run two rounds of opposite order. */
    private void pair() {
        List<Integer> order = new ArrayList<>(List.of(REFERENCE, SUBMISSION, AGAIN));
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        round(order);
        if (isWell()) {
            round(List.of(order.get(2), order.get(1), order.get(0)));
        }
    }

    private void round(List<Integer> order) {
        List<Request> fresh = new ArrayList<>();
        for (int i = 0; i < perBlock; i++) {
            fresh.add(requests.get());
        }
        Times[] times = {new Times(0, 0), new Times(0, 0), new Times(0, 0)};
        for (int child : order) {
            Optional<Times> block = block(child, fresh);
            if (block.isEmpty()) {
                return;
            }
            times[child] = block.get();
        }
        rounds.add(new Round(times[SUBMISSION], times[REFERENCE], times[AGAIN]));
    }

    private Optional<Times> block(int child, List<Request> fresh) {
        LiveChild.Block block = children.get(child).ask(fresh);
        for (int i = 0; i < block.outcomes().size(); i++) {
            Outcome outcome = block.outcomes().get(i);
            if (outcome instanceof Outcome.Failed failed) {
                blame(child, failed);
                return Optional.empty();
            }
            answered.get(child).add(new Exchange(fresh.get(i), Source.JAVA, outcome));
        }
        idleMillis += child == SUBMISSION ? block.idleMillis() : 0;
        measuresCpu &= block.cpuMillis().filter(millis -> millis > 0).isPresent();
        return Optional.of(
                new Times(block.wallMillis() / perBlock, block.cpuMillis().orElse(0.0) / perBlock));
    }

    private void blame(int child, Outcome.Failed failed) {
        String cause = failed.fault().word();
        String where = failed.where().isEmpty() ? "" : " (" + failed.where() + ")";
        if (child != SUBMISSION) {
            trouble = new Trouble(
                    Blame.HARNESS, cause, "The reference of the timing failed: " + failed.message() + where);
        } else if (failed.fault() == Fault.HARNESS) {
            trouble = new Trouble(Blame.HARNESS, cause, "Its speed was not measured: " + failed.message());
        } else {
            trouble = new Trouble(Blame.SUBMISSION, cause, "While its speed was measured: " + failed.message() + where);
        }
    }
}
