package assay.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Run the zoo in a process of its own, for another user: {@code ZOO WORK all|some|everywhere|everywhere-quick|NAME,NAME...}. */
final class ZooRun {
    /** What differs between root and an ordinary user: limits of processes and memory, what is left, what can be seen. */
    private static final Set<String> SOME = Set.of(
            "a1-exit-java",
            "a1-kills-itself",
            "a6-daemon",
            "a7-fork-bomb",
            "b1-shared-memory",
            "b1-many-hogs",
            "b5-fills-the-disk",
            "c4-answers-before-it-is-asked",
            "d1-reads-files",
            "d2-reads-processes",
            "d3-network",
            "d4-looks-for-answers-python",
            "d5-leaves-something",
            "d5-looks-for-it",
            "h1-right-java",
            "h5-threads",
            "h12-one-thing-wrong");

    private ZooRun() {}

    /** Print the level, how many samples ran, and every complaint. */
    public static void main(String[] args) throws IOException {
        Path work = Path.of(args[1]);
        Path temporary = Files.createDirectories(
                work.resolve("zoo-" + ProcessHandle.current().pid()));
        System.setProperty("java.io.tmpdir", temporary.toString());
        boolean bare = args[2].startsWith("everywhere");
        List<String> complaints = new ArrayList<>();
        int count;
        try (Sandbox sandbox = bare
                ? Bare.sandbox(work.resolve("cache"))
                : Sandboxes.open(new SandboxOptions(false, 2, SandboxFixture.classPath(), work.resolve("cache")))) {
            Zoo zoo = new Zoo(Path.of(args[0]), work, sandbox);
            Set<String> everywhere = zoo.everywhere();
            List<Path> samples = zoo.samples(name -> switch (args[2]) {
                case "all" -> true;
                case "some" -> SOME.contains(name);
                case "everywhere" -> everywhere.contains(name);
                // Java takes most of the time and is told the same by the same parent.
                case "everywhere-quick" -> everywhere.contains(name) && !name.contains("java");
                default -> List.of(args[2].split(",")).contains(name);
            });
            count = samples.size();
            complaints.addAll(zoo.run(samples, 2));
            SandboxFixture.children(temporary).forEach(left -> complaints.add("still lives: " + left));
            System.out.println("level " + sandbox.level() + ", " + count + " samples");
        }
        try (Stream<Path> left = Files.list(temporary)) {
            left.filter(file -> !file.getFileName().toString().startsWith("hsperfdata"))
                    .forEach(file -> complaints.add("is left: " + file));
        }
        Zoo.groups().forEach(left -> complaints.add("is left: " + left));
        complaints.forEach(System.out::println);
    }
}
