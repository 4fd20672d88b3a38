package assay.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speak the protocol of a training worker, well or badly, as the setting {@code does} says. */
public final class FakeWorker {
    private static double seconds = 100;

    private FakeWorker() {}

    /** Answer jobs until the input ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.err.println("started");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode job = new JsonMapper().readTree(line);
            answer(job.path("settings").path("does").asString("well"), job);
        }
    }

    private static void answer(String does, JsonNode job) throws InterruptedException {
        int seed = job.path("seed").asInt();
        switch (does) {
            case "die" -> {
                System.err.println("out of <memory>");
                System.exit(7);
            }
            case "hang" -> Thread.sleep(600_000);
            case "garbage" -> System.out.println("Epoch 1 of 2");
            case "fail" -> System.out.println("{\"type\":\"failed\",\"message\":\"no such layer\"}");
            case "nan" -> System.out.println(result("NaN", 1));
            case "text" -> System.out.println(result("\"NaN\"", 1));
            case "silent" -> System.out.println("{\"type\":\"result\",\"metrics\":{\"seconds\":1}}");
            // As a process that loads its libraries: the first training takes longest.
            case "cold" -> {
                System.out.println(result("90", seconds));
                seconds = 1;
            }
            case "diverge" ->
                System.out.println(
                        "{\"type\":\"result\",\"metrics\":{\"seconds\":1},\"diverged\":true,\"digest\":\"d\"}");
            default -> {
                System.out.println("{\"type\":\"progress\",\"done\":0.5,\"note\":\"half\"}");
                double base = does.equals("better") ? 92 : 90;
                System.out.println(result(String.valueOf(base + seed % 3 * 0.25), does.equals("better") ? 2 : 1));
            }
        }
        System.out.flush();
    }

    private static String result(String accuracy, double seconds) {
        return "{\"type\":\"result\",\"metrics\":{\"accuracy\":" + accuracy + ",\"seconds\":" + seconds + "},"
                + "\"curves\":{\"loss\":{\"x\":[0,1,2],\"y\":[2,1,0.5]}},\"matrices\":{\"confusion\":[[9,1],[2,8]]},"
                + "\"images\":{\"weights\":[{\"width\":2,\"height\":1,\"channels\":1,\"signed\":true,\"values\":\"AACAPwAAAMA=\"}]},"
                + "\"counts\":{\"parameters\":5},\"provenance\":{\"backend\":\"fake\"},\"digest\":\"abc\"}";
    }
}
