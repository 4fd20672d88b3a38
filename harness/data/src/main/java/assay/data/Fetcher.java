package assay.data;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Fetch the files of a data set from mirrors; a file gets its place only when its SHA-256 is the published one. */
public final class Fetcher {
    private static final int TRIES = 3;

    private final DataStore store;
    private final Mirrors mirrors;
    private final Progress progress;
    private final Download download;

    /** Fetch into {@code store}; a server that is silent for {@code timeoutMillis} is given up. */
    public Fetcher(DataStore store, Mirrors mirrors, Progress progress, int timeoutMillis) {
        this.store = store;
        this.mirrors = mirrors;
        this.progress = progress;
        this.download = new Download(progress, timeoutMillis);
    }

    /**
     * Fetch what is missing or bad of {@code set}.
     *
     * @return how many files were fetched
     * @throws MissingData if a file could not be had from any mirror; the message says why, for each
     */
    public int fetch(String set) throws IOException {
        int fetched = 0;
        for (Published file : store.files(set)) {
            if (store.verify(file).state() == DataStore.State.GOOD) {
                progress.note(set + "/" + file.name() + " is there already and good");
            } else {
                fetch(file);
                fetched++;
            }
        }
        return fetched;
    }

    private void fetch(Published file) throws IOException {
        List<URI> addresses = mirrors.of(file);
        if (addresses.isEmpty()) {
            throw new MissingData(
                    file.set() + "/" + file.name() + " has no public address. Run 'assay data import FILE'"
                            + " with a copy that you have, or name a mirror that has it.");
        }
        Path partial = store.partial(file);
        List<String> failures = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            try (FileLock lock = lock(channel, partial)) {
                for (URI address : addresses) {
                    if (fetch(file, address, channel, failures)) {
                        lock.release(); // some systems do not move a locked file
                        store.settle(partial, file, file.name());
                        return;
                    }
                }
            }
        }
        if (Files.size(partial) == 0) {
            Files.delete(partial);
        }
        throw new MissingData("no mirror gives " + file.set() + "/" + file.name() + ":\n  "
                + String.join("\n  ", failures)
                + "\nTry again later (what has come is kept), name a mirror with --mirror or "
                + Mirrors.VARIABLE + ", or run 'assay data import FILE' with a copy that you have.");
    }

    /** Try one address, again while it makes way; say whether the file is complete and good. */
    private boolean fetch(Published file, URI address, FileChannel channel, List<String> failures) throws IOException {
        progress.note("fetching " + address);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            long before = channel.size();
            try {
                download.get(address, file, channel);
            } catch (Download.Refused e) {
                failures.add(address + ": " + e.getMessage());
                return false;
            } catch (IOException e) {
                String what = what(e);
                if (channel.size() > before && attempt < TRIES) {
                    progress.note("the connection broke (" + what + "); going on");
                    continue;
                }
                failures.add(address + ": " + what + " (after " + channel.size() + " of " + file.bytes() + " bytes)");
                return false;
            }
            String sum = Download.sum(channel);
            if (sum.equals(file.sha256())) {
                return true;
            }
            channel.truncate(0);
            if (before == 0) {
                failures.add(
                        address + ": its file is another one (SHA-256 " + sum + ", must be " + file.sha256() + ")");
                return false;
            }
            progress.note("what was there before does not go with the rest; from the beginning");
        }
        failures.add(address + ": the connection broke " + TRIES + " times");
        return false;
    }

    private static String what(IOException e) {
        if (e instanceof UnknownHostException) {
            return "there is no host of this name, or no network";
        } else if (e instanceof SocketTimeoutException) {
            return "the server is silent";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static FileLock lock(FileChannel channel, Path partial) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it: the same to us.
        }
        throw new MissingData("another run is fetching " + partial.getFileName() + " now; wait for it");
    }
}
