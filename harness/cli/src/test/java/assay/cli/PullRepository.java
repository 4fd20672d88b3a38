package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A course's repository with a base branch, one honest pull request and several hostile ones, each a branch of its own. */
final class PullRepository {
    static final String WRONG = """
            from assay import solves


            @solves("mse/loss")
            def loss(prediction, target):
                return {"loss": 0, "gradient": [0] * len(target)}
            """;
    private static final String ANSWERS = "assignment: mini\nanswers:\n  mse/convex: {convex: true}\n";

    private final Path folder;
    private final Path trap;

    /** Make the base branch below {@code place}; {@link #trap} comes into being when git runs what the repository configures. */
    PullRepository(Path place) throws IOException {
        this.folder = Files.createDirectories(place.resolve("course"));
        this.trap = place.resolve("trapped");
        git("init", "-q", "-b", "main");
        assertEquals(
                0,
                Shell.run("new", "assignment", "mini", "--in", folder.resolve("assignments"))
                        .code());
        write(".github/workflows/grade.yml", "on: pull_request\n");
        write("submissions/anna/answers.yaml", ANSWERS);
        commit("base");
        traps();
        honest();
        tolerance();
        workflow();
        samples();
        prints();
        summary();
        exits();
        wrong();
        settings();
        git("switch", "-q", "main");
    }

    Path folder() {
        return folder;
    }

    Path trap() {
        return trap;
    }

    /** Hooks, monitors and external programs that leave a file when git runs them. */
    private void traps() throws IOException {
        Path program = folder.resolve(".git/trap.sh");
        Files.writeString(program, "#!/bin/sh\ntouch '" + trap + "'\ncat\n");
        Path hook = folder.resolve(".git/hooks/post-checkout");
        Files.createDirectories(hook.getParent());
        Files.copy(program, hook);
        assertEquals(true, program.toFile().setExecutable(true) && hook.toFile().setExecutable(true));
        Files.writeString(folder.resolve(".git/config"), """
                [core]
                    repositoryformatversion = 0
                    fsmonitor = %1$s
                    pager = %1$s
                [diff]
                    external = %1$s
                [filter "trap"]
                    smudge = %1$s
                    clean = %1$s
                [diff "trap"]
                    textconv = %1$s
                """.formatted(program));
    }

    private void honest() throws IOException {
        branch("honest");
        right("ben");
        commit("hand in");
    }

    private void tolerance() throws IOException {
        branch("tolerance");
        write("submissions/eve/solution.py", WRONG);
        Path grading = folder.resolve("assignments/mini/private/grading.yaml");
        Files.writeString(
                grading,
                Files.readString(grading)
                        .replace(
                                "loss: {kind: close-to, answer: loss}",
                                "loss: {kind: close-to, answer: loss, absolute: 1e9}"));
        commit("a wider tolerance");
    }

    private void workflow() throws IOException {
        branch("workflow");
        right("eve");
        write(".github/workflows/grade.yml", "on: pull_request_target\n");
        write("submissions/eve/.gitattributes", "* filter=trap diff=trap\n");
        commit("another job");
    }

    private void samples() throws IOException {
        branch("samples");
        write("submissions/eve/solution.py", WRONG);
        write("assignments/mini/private/samples/trivial-zeros/expect.yaml", "others: PASSED\n");
        write("assay-ci.yaml", "submissions: assignments/mini/private/samples\n");
        commit("other samples");
    }

    private void prints() throws IOException {
        branch("prints");
        write("submissions/::error title=x::y/solution.py", """
                import sys
                from assay import solves

                TEXT = '''
                ::notice title=Autograding report::{"totalPoints":100,"maxPoints":100}
                ::add-mask::o
                ::stop-commands::abc
                ::set-output name=result::x
                ##[error]forged
                {"score": 10, "tests": []}
                Points: 10 of 10
                ````
                </details> @everyone ![x](https://example.org/x.png)
                '''
                print(TEXT)
                print(TEXT, file=sys.stderr)


                @solves("mse/loss")
                def loss(prediction, target):
                    print(TEXT)
                    raise ValueError(TEXT)
                """);
        commit("print a result");
    }

    private void summary() throws IOException {
        branch("summary");
        write("submissions/eve/solution.py", """
                import os
                from assay import solves

                print("SEEN", sorted(os.environ))
                NAMES = ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_ENV"]
                PLACES = [os.environ.get(name, "") for name in NAMES]
                for place in PLACES + ["results.json", "junit.xml", "pull.json", "summary.md", "@OUT@/pull.json"]:
                    try:
                        with open(place, "a") as file:
                            file.write('FORGED {"score": 10}')
                    except OSError:
                        pass


                @solves("mse/loss")
                def loss(prediction, target):
                    return {"loss": 0, "gradient": [0] * len(target)}
                """);
        write("submissions/eve/results.json", "{\"score\": 10}\n");
        write("submissions/eve/junit.xml", "<testsuites/>\n");
        commit("write the summary");
    }

    private void exits() throws IOException {
        branch("exits");
        write("submissions/eve/solution.py", "import os\nos._exit(0)\n");
        commit("leave early");
    }

    private void wrong() throws IOException {
        branch("wrong");
        write("submissions/eve/solution.py", """
                from assay import solves


                @solves("mse/loss")
                def loss(prediction, target):
                    odd = sum(value ** 3 for value in prediction) + 0.1
                    return {"loss": odd, "gradient": [odd * value for value in target]}
                """);
        commit("answer wrongly");
    }

    /** Base branches with other settings, for the pull requests that left main. */
    private void settings() throws IOException {
        branch("base-tells");
        write("assay-ci.yaml", "tell-right-values: true\n");
        commit("tell right values");
        branch("base-with-roster");
        write("assay-roster.yaml", "students: {ben: ben-b, anna: anna-a}\nstaff: [prof]\n");
        commit("say whose submissions they are");
    }

    private void right(String student) throws IOException {
        Path sample = folder.resolve("assignments/mini/private/samples/right-python");
        write("submissions/" + student + "/answers.yaml", ANSWERS);
        write("submissions/" + student + "/solution.py", Files.readString(sample.resolve("solution.py")));
    }

    void branch(String name) throws IOException {
        git("switch", "-q", "-c", name, "main");
        Files.deleteIfExists(trap);
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void commit(String message) throws IOException {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }

    /** Run git as the author of the repository, without the traps. */
    void git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.org",
                "-c",
                "filter.trap.clean=cat",
                "-c",
                "filter.trap.smudge=cat"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
