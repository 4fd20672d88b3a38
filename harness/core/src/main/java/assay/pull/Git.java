package assay.pull;

import assay.run.GradingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Ask git about a repository, reading objects only: no work tree is made, and no hook, filter, external diff, replacement, submodule
 * or protocol is ever used. Neither the environment nor the configuration of user and system reach it.
 */
final class Git {
    private static final int MOST_OUTPUT = 64 << 20;
    private static final int MOST_COMPLAINT = 500;
    private static final long MOST_MILLIS = 120_000;
    private static final String NOTHING = File.separatorChar == '\\' ? "NUL" : "/dev/null";

    private final Path repository;

    /** Hold what git said. */
    record Reply(int code, String text) {
        /** Return the parts that NUL characters end. */
        List<String> parts() {
            return Arrays.stream(text.split("\0", -1))
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    /** Ask about the repository at {@code repository}. */
    Git(Path repository) {
        this.repository = repository.toAbsolutePath().normalize();
    }

    Path repository() {
        return repository;
    }

    /** Return what git prints; {@code what} completes "git could not ...". */
    Reply must(String what, String... arguments) {
        Reply reply = ask(arguments);
        if (reply.code() != 0) {
            throw new GradingException("git could not " + what + " in " + repository + ": " + complaint(reply));
        }
        return reply;
    }

    /** Return what git prints and how it ended. */
    Reply ask(String... arguments) {
        try {
            Process process = start(true, arguments);
            process.getOutputStream().close();
            TimerTask end = watch(process);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (InputStream in = process.getInputStream()) {
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                    if (out.size() > MOST_OUTPUT) {
                        process.destroyForcibly();
                        throw new GradingException("git listed more than " + (MOST_OUTPUT >> 20)
                                + " MiB about this pull request; it cannot be graded automatically");
                    }
                }
            }
            int code = process.waitFor();
            end.cancel();
            return new Reply(code, out.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GradingException("git could not be run; install it: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradingException("interrupted while git ran", e);
        }
    }

    /** Read files of any commit by their object ids. */
    Contents contents() throws IOException {
        return new Contents(start(false, "cat-file", "--batch"));
    }

    /** Give the contents of one object after another, bytes as they were committed. */
    static final class Contents implements AutoCloseable {
        private final Process process;
        private final OutputStream ask;
        private final InputStream answer;

        private Contents(Process process) {
            this.process = process;
            this.ask = process.getOutputStream();
            this.answer = new BufferedInputStream(process.getInputStream(), 1 << 16);
        }

        /** Copy at most {@code most} bytes of the blob {@code id}, and pass over the others. */
        void copy(String id, long most, OutputStream out) throws IOException {
            ask.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
            ask.flush();
            String[] header = line().split(" ", -1);
            if (header.length != 3 || !header[1].equals("blob")) {
                throw new IOException("git has no file " + id + "; fetch the whole history (fetch-depth: 0)");
            }
            long left = Long.parseLong(header[2]);
            long wanted = Math.min(left, most);
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = answer.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("git ended in the middle of " + id);
                }
                int kept = (int) Math.min(read, wanted);
                out.write(buffer, 0, kept);
                wanted -= kept;
                left -= read;
            }
            if (answer.read() != '\n') {
                throw new IOException("git did not end " + id + " as it must");
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = answer.read(); c != '\n'; c = answer.read()) {
                if (c < 0 || line.length() > 200) {
                    throw new IOException("git ended early");
                }
                line.append((char) c);
            }
            return line.toString();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private Process start(boolean withErrors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "--no-pager",
                "--no-replace-objects",
                "--literal-pathspecs",
                "-c",
                "core.hooksPath=" + NOTHING,
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.attributesFile=" + NOTHING,
                "-c",
                "protocol.allow=never",
                "-c",
                "protocol.file.allow=never",
                "-c",
                "submodule.recurse=false",
                "-c",
                "safe.directory=" + repository,
                "-C",
                repository.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("HOME", NOTHING);
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", NOTHING);
        environment.put("GIT_ATTR_NOSYSTEM", "1");
        environment.put("GIT_ALLOW_PROTOCOL", "none");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        builder.redirectErrorStream(withErrors);
        if (!withErrors) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        return builder.start();
    }

    private static TimerTask watch(Process process) {
        TimerTask end = new TimerTask() {
            @Override
            public void run() {
                process.destroyForcibly();
                cancel();
            }
        };
        Watch.TIMER.schedule(end, MOST_MILLIS);
        return end;
    }

    /** Hold the thread that ends what takes too long; made when it is first needed. */
    private static final class Watch {
        static final Timer TIMER = new Timer("git-limit", true);

        private Watch() {}
    }

    private static String complaint(Reply reply) {
        String said = reply.text().strip().replaceAll("\\s+", " ");
        return said.length() > MOST_COMPLAINT ? said.substring(0, MOST_COMPLAINT) + "..." : said;
    }
}
