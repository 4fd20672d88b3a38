package assay.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Get one file by HTTP, going on where an earlier attempt ended.
 *
 * <p>This is {@code HttpURLConnection} and not {@code HttpClient}, because it alone gives up a body that stalls.
 */
final class Download {
    private static final int REDIRECTS = 5;
    private static final int BUFFER = 1 << 16;
    private static final int PARTIAL = 206;

    private final Progress progress;
    private final int timeoutMillis;

    /** The server answers, but does not have what is wanted. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    Download(Progress progress, int timeoutMillis) {
        this.progress = progress;
        this.timeoutMillis = timeoutMillis;
    }

    /** Append to {@code channel} until it holds as many bytes as {@code file} has. */
    void get(URI address, Published file, FileChannel channel) throws IOException {
        if (channel.size() > file.bytes()) {
            channel.truncate(0);
        }
        if (channel.size() == file.bytes()) {
            return;
        }
        HttpURLConnection connection = open(address, channel.size());
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK && status != PARTIAL) {
                throw new Refused("the server answers " + status);
            }
            long start = status == PARTIAL ? channel.size() : 0;
            if (status == PARTIAL && !startsAt(connection, start)) {
                throw new Refused("the server answers with another part than was asked for");
            }
            long comes = connection.getContentLengthLong();
            if (comes >= 0 && start + comes != file.bytes()) {
                throw new Refused("the server has a file of " + (start + comes) + " bytes, must be " + file.bytes());
            }
            channel.truncate(start);
            try (InputStream in = connection.getInputStream()) {
                append(in, file, channel);
            }
        } finally {
            connection.disconnect();
        }
    }

    /** Return the SHA-256 over all that {@code channel} holds. */
    static String sum(FileChannel channel) throws IOException {
        MessageDigest digest = Digests.begin();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; channel.read(buffer, at) > 0; ) {
            at += buffer.flip().remaining();
            digest.update(buffer);
            buffer.clear();
        }
        return Digests.end(digest);
    }

    private void append(InputStream in, Published file, FileChannel channel) throws IOException {
        byte[] bytes = new byte[BUFFER];
        long have = channel.size();
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            if (have + read > file.bytes()) {
                channel.truncate(0);
                throw new Refused("the server sends more than the " + file.bytes() + " bytes that are wanted");
            }
            for (ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, read); buffer.hasRemaining(); ) {
                have += channel.write(buffer, have);
            }
            progress.at(file.set() + "/" + file.name(), have, file.bytes());
        }
        if (have < file.bytes()) {
            throw new EOFException("the server stopped sending");
        }
    }

    /** Open a connection, from {@code start} on; redirections are followed from http to https, too. */
    private HttpURLConnection open(URI address, long start) throws IOException {
        URI at = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            HttpURLConnection connection = (HttpURLConnection) at.toURL().openConnection();
            connection.setConnectTimeout(timeoutMillis);
            connection.setReadTimeout(timeoutMillis);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("User-Agent", "assay");
            connection.setRequestProperty("Accept-Encoding", "identity");
            if (start > 0) {
                connection.setRequestProperty("Range", "bytes=" + start + "-");
            }
            String next = connection.getHeaderField("Location");
            if (connection.getResponseCode() / 100 != 3 || next == null) {
                return connection;
            }
            connection.disconnect();
            at = target(at, next);
        }
        throw new Refused("the server redirects more than " + REDIRECTS + " times");
    }

    private static URI target(URI from, String location) throws Refused {
        try {
            URI to = from.resolve(location);
            if (String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT).matches("https?") && to.getHost() != null) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // It is no address at all: the same to us.
        }
        throw new Refused("the server redirects to '" + location + "'");
    }

    private static boolean startsAt(HttpURLConnection connection, long start) {
        String range = connection.getHeaderField("Content-Range");
        return range != null && range.startsWith("bytes " + start + "-");
    }
}
