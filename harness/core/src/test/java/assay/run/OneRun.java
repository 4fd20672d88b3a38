package assay.run;

import assay.api.Inputs;
import java.nio.file.Path;
import java.util.List;

/** Run one submission in a process of its own, for tests that take away its means or its life. */
final class OneRun {
    private OneRun() {}

    /** Print the level and the outcome, or why there is no sandbox: {@code trusted|strangers CACHE FOLDER FILE}. */
    public static void main(String[] args) {
        boolean trusted = args[0].equals("trusted");
        try (Sandbox sandbox =
                Sandboxes.open(new SandboxOptions(trusted, 1, SandboxFixture.classPath(), Path.of(args[1])))) {
            System.out.println("level " + sandbox.level());
            Language language = args[3].endsWith(".java") ? Language.JAVA : Language.PYTHON;
            Request request = new Request("1", "a", "", false, Inputs.none().and("k", 3));
            System.out.println(sandbox.run(new ChildPlan(
                            language, Path.of(args[2]), List.of(args[3]), SandboxFixture.USUAL, List.of(request)))
                    .outcomes());
        } catch (GradingException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
