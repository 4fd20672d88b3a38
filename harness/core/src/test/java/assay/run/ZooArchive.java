package assay.run;

import assay.submission.Toys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Name the samples of the zoo that are handed in as archives, which are made and not stored; readers of archives have more toys. */
enum ZooArchive {
    BOMB("b6-bomb.zip") {
        @Override
        byte[] bytes() throws IOException {
            return Toys.bomb(1024, 1);
        }
    },
    CLIMBS_OUT("b6-climbs-out.zip") {
        @Override
        byte[] bytes() throws IOException {
            return Toys.zip("answers.yaml", "../b6-climbs-out-2/x.py");
        }
    },
    LINK("b6-link.tar") {
        @Override
        byte[] bytes() throws IOException {
            return Toys.tarLink(TarConstants.LF_SYMLINK);
        }
    },
    ONE_NAME_TWICE("b6-one-name-twice.zip") {
        @Override
        byte[] bytes() throws IOException {
            return Toys.zip("a.py", "A.py");
        }
    };

    private final String file;

    ZooArchive(String file) {
        this.file = file;
    }

    abstract byte[] bytes() throws IOException;

    /** Return the archive of the sample, if it is handed in as one. */
    static Optional<ZooArchive> of(String sample) {
        return Arrays.stream(values())
                .filter(archive -> archive.file.startsWith(sample + "."))
                .findFirst();
    }

    /** Write the archive into {@code folder} and return the file. */
    Path in(Path folder) {
        try {
            return Files.write(folder.resolve(file), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
