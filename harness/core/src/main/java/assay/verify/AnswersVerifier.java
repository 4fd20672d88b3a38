package assay.verify;

import assay.api.Answers;
import assay.api.Value;
import assay.api.reference.Mistake;
import assay.assignment.Field;
import assay.check.BoundCheck;
import assay.check.Judgement;
import assay.check.Verdict;
import assay.verify.Variant.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answer one task with what is right in several ways, which must pass, and with what is wrong: answers that need no thought,
 * rearranged ones and every known mistake. Each criterion is judged by itself, as if those that it needs had passed.
 *
 * <p>A wrong answer is not held against a criterion where it is right as far as the criterion looks: zeros where the answer
 * is 0, the transpose of a symmetric matrix. That is computed and never listed. Where many answers are right (witnesses,
 * constructions) a rearranged right one may be another right one, and only the claim itself could say otherwise; so only
 * what needs no thought is held against these, and in a task without inputs not even that if the claim is seen to tell apart.
 */
final class AnswersVerifier {
    private static final long SEED = 20_240_501;

    private final TaskBench bench;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> selective = new LinkedHashSet<>();
    private TaskCount count;

    private AnswersVerifier(TaskBench bench) {
        this.bench = bench;
        this.count = TaskCount.none(bench.task().id());
    }

    static TaskFindings verify(TaskBench bench) {
        AnswersVerifier verifier = new AnswersVerifier(bench);
        verifier.fields();
        new RightVariants(bench, SEED).all().forEach(verifier::right);
        List<Variant> trivial = TrivialAnswers.of(bench);
        verifier.findSelective(trivial);
        trivial.forEach(verifier::wrong);
        bench.reference().mistakes().forEach(verifier::mistake);
        return new TaskFindings(verifier.count, verifier.findings);
    }

    /** Complain of criteria that look at no answer and of answers that no criterion looks at. */
    private void fields() {
        for (String criterion : bench.checks().keySet()) {
            if (bench.reads(criterion).isEmpty()) {
                add("no answer", criterion, Verdict.MISSING, Verdict.PASSED, "", "passes although nothing is answered");
            }
        }
        for (Field field : bench.task().answers()) {
            boolean read = bench.checks().keySet().stream()
                    .anyMatch(criterion -> bench.reads(criterion).contains(field.name()));
            boolean answered = bench.right().stream()
                    .anyMatch(right -> right.get(field.name()).isPresent());
            if (answered && !read) {
                add(
                        "reference",
                        "",
                        Verdict.PASSED,
                        Verdict.NOT_JUDGED,
                        "",
                        "the answer '" + field.name() + "' is judged by no criterion");
            }
        }
    }

    /**
     * Find the criteria with many right answers, and the same for everybody, that reject NaN, infinity and at least one of
     * the other thoughtless answers: these tell apart, so what they accept (ones, say) is another right answer. Where
     * there are inputs, no thoughtless answer can be right for all of them.
     */
    private void findSelective(List<Variant> trivial) {
        if (!bench.task().inputs().isEmpty()) {
            return;
        }
        Map<String, Set<Boolean>> rejected = new LinkedHashMap<>();
        for (Variant variant : trivial) {
            if (variant.origin() == Origin.THOUGHTLESS) {
                bench.judge(variant.answers())
                        .forEach((criterion, judgement) -> rejected.computeIfAbsent(
                                        criterion + (variant.isFinite() ? "" : " not finite"),
                                        key -> new LinkedHashSet<>())
                                .add(judgement.verdict() != Verdict.PASSED));
            }
        }
        bench.checks().forEach((criterion, check) -> {
            boolean some = rejected.getOrDefault(criterion, Set.of()).contains(true);
            boolean strange = rejected.getOrDefault(criterion + " not finite", Set.of(false))
                    .contains(false);
            if (!check.isUnique() && some && !strange) {
                selective.add(criterion);
            }
        });
    }

    private void right(Variant variant) {
        Map<String, Judgement> judged = bench.judge(variant.answers());
        boolean rejected = false;
        for (Map.Entry<String, Judgement> entry : judged.entrySet()) {
            boolean passed = entry.getValue().verdict() == Verdict.PASSED;
            rejected |= !passed;
            add(variant, entry, Verdict.PASSED, passed ? "" : "a right answer is rejected");
        }
        count = count.plus(new TaskCount("", 1, rejected ? 1 : 0, 0, 0, 0, 0));
    }

    private void wrong(Variant variant) {
        Map<String, Judgement> judged = bench.judge(variant.answers());
        boolean held = false;
        boolean killed = true;
        for (Map.Entry<String, Judgement> entry : judged.entrySet()) {
            Verdict verdict = entry.getValue().verdict();
            if (isHeldAgainst(variant, entry.getKey())) {
                held = true;
                killed &= verdict != Verdict.PASSED && verdict != Verdict.NOT_JUDGED;
                add(variant, entry, Verdict.WRONG, complaint(verdict));
            } else if (verdict == Verdict.NOT_JUDGED) {
                add(variant, entry, Verdict.WRONG, complaint(verdict));
            }
        }
        if (held) {
            count = count.plus(new TaskCount("", 0, 0, 1, killed ? 1 : 0, 0, 0));
        }
    }

    private boolean isHeldAgainst(Variant variant, String criterion) {
        boolean unique = Optional.ofNullable(bench.checks().get(criterion))
                .map(BoundCheck::isUnique)
                .orElse(true);
        boolean held = variant.origin() == Origin.THOUGHTLESS && !selective.contains(criterion);
        return (unique || held)
                && !bench.departures(criterion, variant.answers()).isEmpty();
    }

    private static String complaint(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "must not pass: the check does not bite";
            case NOT_JUDGED -> "the check fails on this answer instead of judging it";
            default -> "";
        };
    }

    /** Hand in one known mistake; it must be rejected, and the first complaint of the checks must call it by its name. */
    private void mistake(Mistake mistake) {
        Variant variant = variant(bench, mistake);
        Map<String, Judgement> judged = bench.judge(variant.answers());
        boolean killed = true;
        boolean rejected = false;
        for (Map.Entry<String, Judgement> entry : judged.entrySet()) {
            Verdict verdict = entry.getValue().verdict();
            rejected |= verdict == Verdict.WRONG;
            if (isHeldAgainst(variant, entry.getKey()) || verdict == Verdict.NOT_JUDGED) {
                killed &= verdict == Verdict.WRONG;
                add(variant, entry, Verdict.WRONG, complaint(verdict));
            }
        }
        killed &= rejected;
        String named = judged.values().stream()
                .filter(one -> one.verdict() == Verdict.WRONG)
                .findFirst()
                .map(one -> one.diagnosis().id())
                .orElse("");
        if (!rejected) {
            add(variant.name(), "", Verdict.WRONG, Verdict.PASSED, "", "no criterion rejects this known mistake");
        } else if (!named.equals(mistake.id())) {
            misnamed(variant, named);
        }
        boolean diagnosed = rejected && named.equals(mistake.id());
        count = count.plus(new TaskCount("", 0, 0, 1, killed ? 1 : 0, 1, diagnosed ? 1 : 0));
    }

    /** Note a mistake under another name: no complaint by itself, the share of these is what counts. */
    private void misnamed(Variant variant, String named) {
        String called = named.isEmpty() ? "not called anything" : "called '" + named + "'";
        add(variant.name(), "", Verdict.WRONG, Verdict.WRONG, "this known mistake is " + called, "");
    }

    /** Make the answers of somebody who makes one mistake and nothing else. */
    static Variant variant(TaskBench bench, Mistake mistake) {
        List<Answers> answers = new ArrayList<>();
        for (int i = 0; i < bench.right().size(); i++) {
            Map<String, Value> made =
                    new LinkedHashMap<>(bench.right().get(i).fields().byName());
            made.putAll(mistake.answer().apply(bench.inputs(i)).fields().byName());
            answers.add(Answers.of(made));
        }
        return new Variant("mistake " + mistake.id(), Origin.MISTAKE, answers);
    }

    private void add(Variant variant, Map.Entry<String, Judgement> judged, Verdict declared, String complaint) {
        Judgement judgement = judged.getValue();
        add(variant.name(), judged.getKey(), declared, judgement.verdict(), judgement.message(), complaint);
    }

    private void add(
            String sample, String criterion, Verdict declared, Verdict verdict, String message, String complaint) {
        findings.add(new Finding(sample, bench.task().id(), criterion, declared, verdict, message, complaint));
    }
}
