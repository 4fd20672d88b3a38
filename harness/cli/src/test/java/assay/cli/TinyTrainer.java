package assay.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speak the protocol of a training worker without training: a variant is as accurate as its setting says, a little more from
 * seed to seed. Files in the folder of the data tell it to fail or to stand still at the second seed.
 */
public final class TinyTrainer {
    /** The file with which the second seed fails. */
    static final String BROKEN = "broken";
    /** The file with which the second seed never ends. */
    static final String STUCK = "stuck";

    private TinyTrainer() {}

    /** Answer jobs until the input ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int seed = Integer.parseInt(find("\"seed\":(\\d+)", line));
            double base = Double.parseDouble(find("\"accurate\":([0-9.]+)", line));
            Path home = Path.of(find("\"home\":\"([^\"]+)\"", line));
            if (seed >= 2 && Files.exists(home.resolve(STUCK))) {
                System.out.println("{\"type\":\"progress\",\"done\":0.5,\"note\":\"half\"}");
                Thread.sleep(600_000);
            } else if (seed >= 2 && Files.exists(home.resolve(BROKEN))) {
                System.out.println("{\"type\":\"failed\",\"message\":\"no memory left\"}");
            } else {
                System.out.println("{\"type\":\"result\",\"metrics\":{\"accuracy\":" + (base + 0.125 * (seed % 3))
                        + ",\"seconds\":0.5},\"curves\":{\"loss\":{\"x\":[0,1],\"y\":[2,1]}},\"digest\":\"d" + seed
                        + "\"}");
            }
            System.out.flush();
        }
    }

    private static String find(String pattern, String line) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in " + line);
        }
        return matcher.group(1);
    }
}
