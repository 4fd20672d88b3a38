package assay.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compile the sources of a submission in memory; files that do not compile are left out and reported. */
final class SourceCompiler {
    private static final int RELEASE = 17;
    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_ROUNDS = 4;
    private static final Pattern OF_THE_API =
            Pattern.compile("symbol:\\s+class (Answers|Inputs|Solves|Tensor|Fields|Sequence|NoAnswer)\\b");

    private final Path root;
    private final String classPath;

    SourceCompiler(Path root, String classPath) {
        this.root = root;
        this.classPath = classPath;
    }

    /** Compile; after errors once more without the files that had them, as long as that helps. */
    Compiled compile(List<String> files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Source> left = read(files, problems);
        for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
            DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
            Memory memory;
            try {
                memory = compileOnce(left.values(), found);
            } catch (RuntimeException | StackOverflowError e) {
                if (!leaveOutFatal(left, problems)) {
                    problems.add(new Problem("", "the Java compiler itself failed: " + e));
                    break;
                }
                continue;
            }
            Set<String> broken = new HashSet<>();
            for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
                if (one.getKind() == Diagnostic.Kind.ERROR) {
                    broken.add(one.getSource() instanceof Source source ? source.file : "");
                    if (problems.size() < MOST_PROBLEMS) {
                        problems.add(problem(one));
                    }
                }
            }
            if (broken.isEmpty()) {
                return new Compiled(memory.classes(), memory.sources, problems);
            }
            if (!left.keySet().removeAll(broken)) {
                break;
            }
        }
        return new Compiled(Map.of(), Map.of(), problems);
    }

    /** Leave out the files on which the compiler itself fails, such as thousands of nested parentheses; say whether any was. */
    private boolean leaveOutFatal(Map<String, Source> left, List<Problem> problems) {
        return left.values().removeIf(source -> {
            try {
                compileOnce(List.of(source), new DiagnosticCollector<>());
                return false;
            } catch (RuntimeException | StackOverflowError e) {
                problems.add(new Problem(
                        source.file,
                        "makes the Java compiler fail; is an expression nested thousands of levels deep?"));
                return true;
            }
        });
    }

    private Map<String, Source> read(List<String> files, List<Problem> problems) {
        Map<String, Source> sources = new TreeMap<>();
        for (String file : files) {
            try {
                sources.put(file, new Source(file, text(Files.readAllBytes(root.resolve(file)))));
            } catch (IOException | InvalidPathException e) {
                problems.add(new Problem(file, "cannot be read: " + e.getMessage()));
            }
        }
        return sources;
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private Memory compileOnce(Iterable<Source> sources, DiagnosticCollector<JavaFileObject> found) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Memory memory = new Memory(compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8));
        List<String> options = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-Xlint:none", "-g", "-classpath", classPath, "-implicit:none"));
        if (Runtime.version().feature() > RELEASE) {
            options.addAll(List.of("--release", Integer.toString(RELEASE)));
        }
        boolean compiled = compiler.getTask(Writer.nullWriter(), memory, found, options, null, sources)
                .call();
        boolean explained = found.getDiagnostics().stream().anyMatch(one -> one.getKind() == Diagnostic.Kind.ERROR);
        if (!compiled && !explained) {
            throw new IllegalStateException("the compiler gave up without a word"); // as it does when its stack is full
        }
        return memory;
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> one) {
        String file = one.getSource() instanceof Source source ? source.file : "";
        String where = one.getLineNumber() == Diagnostic.NOPOS ? file : file + ":" + one.getLineNumber();
        String message = one.getMessage(Locale.ROOT);
        return new Problem(
                where,
                OF_THE_API.matcher(message).find()
                        ? "is 'import assay.api.*;' missing at the top of the file? " + message
                        : message);
    }

    /** A source file; its name for messages is the path inside the submission. */
    private static final class Source extends SimpleJavaFileObject {
        private final String file;
        private final String text;

        Source(String file, String text) {
            super(uri(file), Kind.SOURCE);
            this.file = file;
            this.text = text;
        }

        private static URI uri(String file) {
            try {
                return new URI("submission", "", "/" + file, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();
        private final Map<String, String> sources = new HashMap<>();

        Memory(JavaFileManager manager) {
            super(manager);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            if (sibling instanceof Source source) {
                sources.put(className, source.file);
            }
            return new SimpleJavaFileObject(
                    URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
