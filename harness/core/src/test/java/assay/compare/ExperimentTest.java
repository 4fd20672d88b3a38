package assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.assignment.BadAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentTest {
    private static final String GOOD = """
            schema: assay/experiment/1
            id: fake
            title: Fake
            question: What happens?
            data: mnist
            synthetic: digits
            metrics:
              - {id: accuracy, title: Accuracy, better: higher, primary: true, margin: 0.5, because: so}
            variants:
              - {id: lambda-0.01, title: A, published: {accuracy: 1}}
            """;

    @Test
    void a_description_is_read_with_its_defaults() {
        Experiment experiment = Experiments.parse(GOOD, "fake.yaml");
        assertEquals(10, experiment.seeds());
        assertEquals(3, experiment.quick().seeds());
        assertEquals(0.5, experiment.primary().margin().orElseThrow());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "primary: true| primary: false| exactly one metric must be primary",
                "because: so| better: higher| key 'better' stands here a second time",
                ", because: so|| a margin needs 'because'",
                "id: fake| id: Fake!| experiment 'Fake!' must be lower-case words",
                "{accuracy: 1}| {accurcy: 1}| has a published 'accurcy', which is no metric; known: accuracy",
                "question:| qestion:| unknown key 'qestion'; did you mean 'question'?"
            })
    void a_mistake_is_named(String from, String to, String expected) {
        String text = GOOD.replace(from, to == null ? "" : to);
        BadAssignment refused = assertThrows(BadAssignment.class, () -> Experiments.parse(text, "fake.yaml"));
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("fake.yaml:"), refused.getMessage());
    }

    @Test
    void figures_are_written_for_people() {
        assertEquals("−1.50", Figures.number(-1.5, 2));
        assertEquals("0.0", Figures.number(-0.001, 1));
        assertEquals("+2", Figures.signed(2, 0));
        assertEquals("< 0.001", Figures.probability(1e-9));
        assertEquals("2 h 5 min", Figures.duration(7500));
        assertEquals("3 min 20 s", Figures.duration(200));
        assertEquals(2, Figures.decimals(0.51, 96));
        assertEquals("more than 1,000", Figures.seeds(19_166));
    }
}
