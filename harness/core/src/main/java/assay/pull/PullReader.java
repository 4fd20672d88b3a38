package assay.pull;

import assay.assignment.BadAssignment;
import assay.assignment.BadYaml;
import assay.assignment.RecordBinder;
import assay.assignment.YamlDocument;
import assay.assignment.YamlReader;
import assay.run.GradingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Read a pull request out of a repository, and copy out of it what grading needs. Nothing of it is executed. */
public final class PullReader {
    private static final long MOST_SETTINGS = 1 << 16;
    /** One byte and one file more than a submission may have, so that its reader sees that it is too large, and says so. */
    private static final long MOST_BYTES_EACH = (16 << 20) + 1;

    private static final long MOST_BYTES = (64 << 20) + 1;
    private static final int MOST_FILES = 2_001;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

    private final Git git;

    /** Be a file of a commit; {@code mode} is git's, such as 100644. */
    private record Entry(String mode, String id, String path) {
        boolean isPlain() {
            return mode.startsWith("100");
        }
    }

    /**
     * Read from the repository at {@code repository}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public PullReader(Path repository) {
        this.git = new Git(repository);
        if (git.ask("rev-parse", "--git-dir").code() != 0) {
            throw new IllegalArgumentException(
                    "'" + repository + "' is not a git repository; name one with --repository");
        }
    }

    /** Read what changed from {@code base} to {@code head}; both are names of commits. */
    public Pull read(String base, String head) throws IOException {
        String baseCommit = commit(base);
        String headCommit = commit(head);
        PullSettings settings = settings(baseCommit);
        Git.Reply fork = git.ask("merge-base", baseCommit, headCommit);
        if (fork.code() != 0) {
            throw new GradingException("'" + base + "' and '" + head + "' have no common commit in " + git.repository()
                    + "; fetch the whole history (fetch-depth: 0 with actions/checkout, GIT_DEPTH: 0 on GitLab)");
        }
        List<String> changed = git.must(
                        "compare the commits",
                        "diff-tree",
                        "-r",
                        "-z",
                        "--name-only",
                        "--no-renames",
                        "--no-ext-diff",
                        "--no-textconv",
                        fork.text().strip(),
                        headCommit)
                .parts();
        return sort(baseCommit, headCommit, settings, changed);
    }

    /** Return the commit that the base branch has by custom: where {@code origin} points, else {@code main}. */
    public String usualBase() {
        for (String name : List.of("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main")) {
            if (git.ask("rev-parse", "--verify", "--quiet", name + "^{commit}").code() == 0) {
                return name;
            }
        }
        throw new IllegalArgumentException(
                "the repository has neither origin/HEAD nor main; name the base with --base");
    }

    /** Return whose the submissions are, if the base says so. */
    public Optional<Roster> roster(Pull pull) throws IOException {
        return read(pull.base(), Roster.NAME, Roster.class);
    }

    /** Return the ids of the assignments that the base defines, by name. */
    public List<String> assignments(Pull pull) {
        Pattern description =
                Pattern.compile(Pattern.quote(pull.settings().assignments()) + "/([^/]+)/public/assignment\\.yaml");
        TreeSet<String> ids = new TreeSet<>();
        for (Entry entry : entries(pull.base(), pull.settings().assignments())) {
            var matcher = description.matcher(entry.path());
            if (entry.isPlain() && matcher.matches()) {
                ids.add(matcher.group(1));
            }
        }
        return List.copyOf(ids);
    }

    /** Copy the assignment {@code id} of the base into {@code folder}; nothing if the base does not define it. */
    public Optional<Path> assignment(Pull pull, String id, Path folder) throws IOException {
        if (!assignments(pull).contains(id)) {
            return Optional.empty();
        }
        Path own = Files.createDirectories(folder.resolve(id));
        String prefix = pull.settings().assignments() + "/" + id + "/";
        List<Entry> files = entries(pull.base(), pull.settings().assignments()).stream()
                .filter(entry -> entry.path().startsWith(prefix))
                .toList();
        copy(files, prefix, own, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
        return Optional.of(own);
    }

    /**
     * Copy the submission {@code name} of the head into {@code folder}, without links, submodules and protected paths.
     *
     * @param id what the copy is called
     */
    public Path submission(Pull pull, String name, String id, Path folder) throws IOException {
        boolean whole = pull.settings().isOneSubmission();
        ProtectedPaths guarded = new ProtectedPaths(pull.settings());
        String place = whole ? "" : pull.settings().submissions() + "/" + name;
        List<Entry> files = entries(pull.head(), place).stream()
                .filter(entry -> !whole || !guarded.contains(entry.path()))
                .toList();
        Path own = folder.resolve(id);
        if (files.size() == 1 && files.get(0).path().equals(place)) {
            copy(files, place.substring(0, place.length() - name.length()), folder, MOST_BYTES, MOST_BYTES, 1);
            return own;
        }
        Files.createDirectories(own);
        copy(files, whole ? "" : place + "/", own, MOST_BYTES_EACH, MOST_BYTES, MOST_FILES);
        return own;
    }

    private String commit(String name) {
        Git.Reply reply = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        String commit = reply.text().strip();
        if (reply.code() != 0 || !COMMIT.matcher(commit).matches()) {
            throw new IllegalArgumentException("there is no commit '" + name + "' in " + git.repository()
                    + "; fetch it first (git fetch origin <branch>), or name another one");
        }
        return commit;
    }

    private PullSettings settings(String base) throws IOException {
        return read(base, PullSettings.NAME, PullSettings.class).orElseGet(PullSettings::usual);
    }

    /** Read a YAML file at the top of the base; nothing if there is none. */
    private <T extends Record> Optional<T> read(String base, String name, Class<T> type) throws IOException {
        Optional<Entry> file =
                entries(base, name).stream().filter(Entry::isPlain).findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (Git.Contents contents = git.contents()) {
            contents.copy(file.get().id(), MOST_SETTINGS, text);
        }
        try {
            YamlDocument document = YamlReader.parse(text.toString(StandardCharsets.UTF_8), name);
            return Optional.of(RecordBinder.bind(document.root(), type, document.place()));
        } catch (BadYaml e) {
            throw new BadAssignment(e.where(), 0, e.problem(), "");
        }
    }

    private Pull sort(String base, String head, PullSettings settings, List<String> changed) {
        ProtectedPaths protectedPaths = new ProtectedPaths(settings);
        TreeSet<String> names = new TreeSet<>();
        List<String> guarded = new ArrayList<>();
        List<String> strays = new ArrayList<>();
        String prefix = settings.submissions() + "/";
        for (String path : changed) {
            if (protectedPaths.contains(path)) {
                guarded.add(path);
            } else if (settings.isOneSubmission()) {
                names.add(".");
            } else if (path.startsWith(prefix)) {
                String below = path.substring(prefix.length());
                names.add(below.contains("/") ? below.substring(0, below.indexOf('/')) : below);
            } else if (!ProtectedPaths.isPaper(path)) {
                strays.add(path);
            }
        }
        List<String> there = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (String name : names) {
            List<Entry> files = entries(head, settings.isOneSubmission() ? "" : prefix + name);
            boolean odd = name.startsWith("..") || (files.size() == 1 && isOdd(files.get(0), prefix + name));
            (files.isEmpty() ? removed : odd ? strays : there).add(odd ? prefix + name : name);
        }
        return new Pull(base, head, settings, there, removed, guarded, strays);
    }

    /** Say whether what stands in the place of a submission's folder is neither a folder nor an archive. */
    private static boolean isOdd(Entry entry, String place) {
        return entry.path().equals(place)
                && !(entry.isPlain() && place.toLowerCase(java.util.Locale.ROOT).matches(".*\\.(zip|tar\\.gz|tgz)"));
    }

    /** List the files of a commit at or below {@code place}; "" means all. */
    private List<Entry> entries(String commit, String place) {
        List<String> command = new ArrayList<>(List.of("ls-tree", "-r", "-z", "--full-tree", commit));
        if (!place.isEmpty()) {
            command.addAll(List.of("--", place));
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : git.must("list the files of " + commit, command.toArray(new String[0]))
                .parts()) {
            int tab = line.indexOf('\t');
            String[] about = line.substring(0, Math.max(tab, 0)).split(" ", -1);
            if (about.length == 3) {
                entries.add(new Entry(about[0], about[2], line.substring(tab + 1)));
            }
        }
        return entries;
    }

    private void copy(List<Entry> files, String prefix, Path folder, long mostEach, long most, int mostFiles)
            throws IOException {
        long left = most;
        int count = 0;
        try (Git.Contents contents = git.contents()) {
            for (Entry entry : files) {
                Optional<Path> target = target(entry, prefix, folder);
                if (target.isPresent() && left > 0 && count < mostFiles) {
                    Files.createDirectories(target.get().getParent());
                    try (OutputStream out =
                            Files.newOutputStream(target.get(), java.nio.file.StandardOpenOption.CREATE_NEW)) {
                        contents.copy(entry.id(), Math.min(mostEach, left), out);
                    } catch (FileAlreadyExistsException e) {
                        continue;
                    }
                    left -= Files.size(target.get());
                    count++;
                }
            }
        }
    }

    /** Return where a plain file goes; nothing for links, submodules and names that would lead elsewhere. */
    private static Optional<Path> target(Entry entry, String prefix, Path folder) {
        if (!entry.isPlain() || !entry.path().startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            Path target =
                    folder.resolve(entry.path().substring(prefix.length())).normalize();
            boolean inside = target.startsWith(folder) && !target.equals(folder);
            return inside ? Optional.of(target) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
