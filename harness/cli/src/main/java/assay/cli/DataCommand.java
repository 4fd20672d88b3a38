package assay.cli;

import assay.assignment.Suggestion;
import assay.data.BadData;
import assay.data.DataInfo;
import assay.data.DataStore;
import assay.data.Fetcher;
import assay.data.Importer;
import assay.data.Mirrors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Say which data sets are there, fetch them, take files in, and check them. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | fetch | import | verify)",
        description = "List, fetch, import and verify the data sets that experiments train on.")
final class DataCommand {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Console console;
    private final DataStore store;

    DataCommand(Console console, Workspace workspace) {
        this.console = console;
        this.store = new DataStore(workspace.data());
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Say which data sets there are, where, and under which terms; reads no file.")
    int list() {
        console.say("Data folder: " + store.home().folder());
        for (DataInfo set : DataInfo.ALL) {
            console.say(String.format("%-24s %s (terms: %s)", set.name(), set.contents(), set.terms()));
            console.say(String.format("%-24s %s", "", state(set)));
        }
        return ExitCode.PASSED.code();
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Fetch a data set that is missing from the first mirror that has it; goes on where an earlier"
                    + " attempt ended. Mirrors are also read from the environment variable " + Mirrors.VARIABLE
                    + " and from " + Mirrors.FILE + " in the data folder.")
    int fetch(
            @Parameters(
                            paramLabel = "SET",
                            arity = "1..*",
                            description = "mnist, svhn, weights/resnet18, ...; data list has all")
                    List<String> sets,
            @Option(
                            names = "--mirror",
                            paramLabel = "URL",
                            description = "try this first: https://host/folder/ with mnist/ and svhn/ in it, or"
                                    + " mnist=https://host/folder/")
                    List<String> mirrors) {
        List<DataInfo> wanted = fromFiles(sets);
        Mirrors all = mirrors(mirrors == null ? List.of() : mirrors);
        ProgressLines lines = new ProgressLines(console, System::nanoTime);
        Fetcher fetcher = new Fetcher(store, all, lines, TIMEOUT_MILLIS);
        for (DataInfo set : wanted) {
            try {
                console.note(set.name() + ": " + set.contents() + "; terms: " + set.terms());
                int fetched = fetcher.fetch(set.name());
                console.say(set.name() + " is complete in " + store.folder(set.name())
                        + (fetched == 0 ? "; nothing was to fetch" : ""));
            } catch (IOException e) {
                console.note("assay: " + set.name() + " was not fetched: " + e.getMessage());
                return ExitCode.NOT_JUDGED.code();
            }
        }
        return ExitCode.PASSED.code();
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Copy files that you have into the data folder; they are known by their contents.")
    int importFiles(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "files, or folders with such files")
                    List<Path> sources) {
        Importer importer = new Importer(store, new ProgressLines(console, System::nanoTime));
        int failed = 0;
        for (Path source : sources) {
            try {
                importer.take(source).forEach(file -> console.say(file.toString()));
            } catch (BadData e) {
                console.note("assay: " + e.getMessage());
                failed++;
            } catch (IOException e) {
                console.note("assay: " + source + " was not imported: " + e.getMessage());
                return ExitCode.NOT_JUDGED.code();
            }
        }
        return (failed == 0 ? ExitCode.PASSED : ExitCode.WRONG).code();
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Read the files of the data sets and compare their contents with what was published.")
    int verify(
            @Parameters(paramLabel = "SET", arity = "0..*", description = "default: all that have files")
                    List<String> sets) {
        List<DataStore.FileState> states = new ArrayList<>();
        boolean asked = sets != null && !sets.isEmpty();
        for (DataInfo set : fromFiles(asked ? sets : all())) {
            states.addAll(store.verify(set.name()));
        }
        int bad = 0;
        for (DataStore.FileState file : states) {
            String state = file.state().toString().toLowerCase(Locale.ROOT);
            console.say(String.format("%-8s %s", state, file.path()));
            if (!file.problem().isEmpty() && (asked || file.state() == DataStore.State.BAD)) {
                console.say("         " + file.problem());
            }
            bad += file.state() == DataStore.State.GOOD || (!asked && file.state() == DataStore.State.MISSING) ? 0 : 1;
        }
        return (bad == 0 ? ExitCode.PASSED : ExitCode.WRONG).code();
    }

    private String state(DataInfo set) {
        if (set.drawn()) {
            return "always there";
        } else if (store.isComplete(set.name())) {
            return "complete in " + store.folder(set.name());
        }
        long bytes = store.missingBytes(set.name());
        String missing = bytes == 0 ? "not there" : "not complete, missing " + ProgressLines.size(bytes);
        return missing + "; run 'assay data " + (store.isPublic(set.name()) ? "fetch " + set.name() : "import FILE")
                + "'";
    }

    private Mirrors mirrors(List<String> told) {
        try {
            return Mirrors.of(told, System.getenv().getOrDefault(Mirrors.VARIABLE, ""), store.home());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UsageException(
                    "cannot read " + store.home().folder().resolve(Mirrors.FILE) + ": " + e.getMessage());
        }
    }

    private static List<String> all() {
        return DataInfo.ALL.stream()
                .filter(set -> !set.drawn())
                .map(DataInfo::name)
                .toList();
    }

    private static List<DataInfo> fromFiles(List<String> names) {
        List<DataInfo> found = new ArrayList<>();
        for (String name : names) {
            DataInfo set = DataInfo.ALL.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new UsageException("there is no data set '" + name + "'; " + Suggestion.of(name, all())));
            if (set.drawn()) {
                throw new UsageException("'" + name + "' is drawn by Assay itself and has no files");
            }
            found.add(set);
        }
        return found;
    }
}
