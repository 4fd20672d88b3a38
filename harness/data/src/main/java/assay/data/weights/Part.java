package assay.data.weights;

import assay.data.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Read a part of a file. */
final class Part {
    private Part() {}

    /** Read {@code count} bytes of {@code file} from {@code first} on. */
    static byte[] read(Path file, long first, long count) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            InputStream in = Channels.newInputStream(channel.position(first));
            return Bytes.read(in, count);
        }
    }
}
