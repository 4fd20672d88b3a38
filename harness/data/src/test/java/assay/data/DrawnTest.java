package assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnTest {
    private static int[] first(int count) {
        return IntStream.range(0, count).toArray();
    }

    @Test
    void the_same_seed_gives_the_same_bits_on_every_jdk() {
        ImageSet digits = DrawnDigits.draw(1, 300);
        assertEquals("fad2e023d869f00e18077ca7eeeebe1ec1dd281bee0a539d1beb4e850049ac76", Digests.of(digits, digits));
        ImageSet numbers = DrawnHouseNumbers.draw(1, 300);
        assertEquals("1c2c680a69117b52ddec4cfe4c951bcb5ba1e587e34d35f14ae8c34cf40123b6", Digests.of(numbers, numbers));
    }

    @Test
    void an_image_does_not_depend_on_how_many_are_drawn() {
        ImageSet many = DrawnDigits.draw(9, 200);
        assertArrayEquals(
                many.subset(first(50)).pixels(), DrawnDigits.draw(9, 50).pixels());
        ImageSet numbers = DrawnHouseNumbers.draw(9, 200);
        assertArrayEquals(
                numbers.subset(first(50)).pixels(),
                DrawnHouseNumbers.draw(9, 50).pixels());
        assertFalse(Arrays.equals(many.pixels(), DrawnDigits.draw(10, 200).pixels()));
    }

    @Test
    void all_digits_come_about_equally_often() {
        int[] counts = new int[10];
        for (byte label : DrawnDigits.draw(3, 5000).labels()) {
            counts[label]++;
        }
        // 500 expected each, deviation 21
        assertTrue(Arrays.stream(counts).allMatch(count -> count > 400 && count < 600), Arrays.toString(counts));
    }

    @Test
    void nearly_normal_numbers_have_mean_0_and_deviation_1() {
        SplitMix random = new SplitMix(5, 0);
        double sum = 0;
        double squares = 0;
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            double value = random.bell();
            sum += value;
            squares += value * value;
        }
        assertEquals(0, sum / count, 0.015); // five deviations
        assertEquals(1, squares / count, 0.02);
    }

    @Test
    void a_linear_model_reads_digits_well_and_not_perfectly() {
        double accuracy = LinearModel.accuracy(DrawnDigits.draw(1, 4000), DrawnDigits.draw(2, 1000), 10_000, 0.01);
        assertTrue(accuracy > 0.75 && accuracy < 0.93, "accuracy " + accuracy);
    }

    @Test
    void a_linear_model_reads_house_numbers_less_well() {
        double accuracy =
                LinearModel.accuracy(DrawnHouseNumbers.draw(1, 3000), DrawnHouseNumbers.draw(2, 1000), 6_000, 0.003);
        assertTrue(accuracy > 0.6 && accuracy < 0.9, "accuracy " + accuracy);
    }

    @Test
    void the_drawn_sets_open_without_any_file() throws Exception {
        DataSet numbers = DataSets.open("house-numbers", new DataHome(Path.of("no such folder")));
        assertTrue(numbers.synthetic());
        assertTrue(numbers.origin().startsWith("synthetic: house numbers drawn by Assay"), numbers.origin());
        assertEquals(20_000, numbers.train().size());
        assertEquals(5_000, numbers.test().size());
        assertEquals(3, numbers.train().channels());
    }
}
