package assay.verify;

import assay.assignment.About;
import assay.assignment.BadAssignment;
import assay.assignment.BadYaml;
import assay.assignment.Default;
import assay.assignment.RecordBinder;
import assay.assignment.YamlDocument;
import assay.assignment.YamlPlace;
import assay.assignment.YamlReader;
import assay.check.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Mirror {@code expect.yaml}: the verdicts that a sample must get. */
@About("Beside each sample submission in private/samples: what it must get. 'assay verify' compares.")
record ExpectFile(
        @About("what the sample shows, one sentence") @Default("")
        String about,

        @About("verdict of every criterion that is not named below") @Default("MISSING")
        Verdict others,

        @About("exact points, when declared") Optional<Double> points,

        @About("words of the reason, when nothing of the sample can be graded") @Default("")
        String ungradable,

        @About("by task and criterion: a verdict, or a mapping with the keys below")
        Map<String, Map<String, JsonNode>> checks) {
    static final String NAME = "expect.yaml";

    /** Mirror one declared result; what is "" is not declared. */
    @About("What one criterion must get.")
    record Declared(
            @About("the verdict") Verdict verdict,

            @About("other verdicts that a busy machine may bring about, such as [INCONCLUSIVE] where speed is judged")
            List<Verdict> or,

            @About("the cause in result.json, such as wrong-value or non-finite") @Default("")
            String cause,

            @About("id of the mistake that must be recognised") @Default("")
            String diagnosis,

            @About("words that the student's message must contain") @Default("")
            String says,

            @About("what a published answer gets wrong here, with numbers, for the list of errata") @Default("")
            String erratum) {
        Declared {
            or = List.copyOf(or);
        }

        /** Return whether {@code given} is allowed, and only by the machine's leave. */
        boolean excuses(Verdict given) {
            return given != verdict && or.contains(given);
        }
    }

    static ExpectFile read(Path sample) throws IOException {
        Path file = sample.resolve(NAME);
        try {
            YamlDocument document = YamlReader.read(file, file.toString(), 1 << 20);
            ExpectFile expect = RecordBinder.bind(document.root(), ExpectFile.class, document.place());
            expect.checks.forEach((task, byCriterion) ->
                    byCriterion.forEach((criterion, node) -> expect.declared(task, criterion, document.place())));
            return expect;
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
    }

    /** Return what is declared for one criterion. */
    Declared declared(String task, String criterion, YamlPlace place) {
        JsonNode node = checks.getOrDefault(task, Map.of()).get(criterion);
        if (node == null) {
            return new Declared(others, List.of(), "", "", "", "");
        } else if (node.isObject()) {
            return RecordBinder.bind(node, Declared.class, place);
        }
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(node.asString())) {
                return new Declared(verdict, List.of(), "", "", "", "");
            }
        }
        String known = String.join(
                ", ", List.of(Verdict.values()).stream().map(Verdict::name).toList());
        throw new BadAssignment(
                place.file(), place.line("/checks"), "unknown verdict '" + node.asString() + "'", "known: " + known);
    }
}
