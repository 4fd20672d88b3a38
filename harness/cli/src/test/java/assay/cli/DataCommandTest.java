package assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.data.DataHome;
import assay.testkit.Needs;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @TempDir
    private Path temp;

    private Shell data(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "data";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Shell.run(new Workspace(Shell.home(), Shell.lib(), new DataHome(temp)), all);
    }

    private static Path points() {
        return Needs.data("linreg/linear_regression_dataset.npz");
    }

    @Test
    void the_list_tells_what_is_missing_and_how_to_have_it() {
        Shell shell = data("list");
        assertEquals(0, shell.code(), shell.all());
        assertTrue(shell.out().contains("missing 11.6 MB; run 'assay data fetch mnist'"), shell.out());
        assertTrue(shell.out().contains("non-commercial use only"), shell.out());
        assertTrue(shell.out().contains("always there"), shell.out());
    }

    @Test
    void what_is_imported_is_good_and_listed() {
        assertEquals(0, data("import", points()).code());
        Shell verified = data("verify", "linreg");
        assertEquals(0, verified.code(), verified.all());
        assertTrue(verified.out().startsWith("good "), verified.out());
        assertTrue(data("list").out().contains("complete in " + temp.resolve("linreg")));
    }

    @Test
    void an_unknown_file_is_refused_and_the_next_one_taken_all_the_same() throws IOException {
        Path other = Files.writeString(temp.resolve("notes.txt"), "no data");
        Shell shell = data("import", other, points());
        assertEquals(1, shell.code(), shell.all());
        assertTrue(shell.err().contains(other + ": it is no image file"), shell.err());
        assertTrue(Files.exists(temp.resolve("linreg/linear_regression_dataset.npz")));
    }

    @Test
    void a_bad_file_is_told_without_being_asked_for() throws IOException {
        Files.createDirectories(temp.resolve("svhn"));
        Files.writeString(temp.resolve("svhn/test_32x32.mat"), "hello");
        Shell shell = data("verify");
        assertEquals(1, shell.code());
        assertTrue(shell.out().contains("bad      " + temp.resolve("svhn/test_32x32.mat")), shell.out());
        assertTrue(shell.out().contains("Remove it. Run 'assay data fetch svhn'"), shell.out());
    }

    @Test
    void a_set_that_is_missing_is_wrong_only_when_asked_for() {
        assertEquals(0, data("verify").code());
        assertEquals(1, data("verify", "mnist").code());
    }

    @Test
    void points_are_fetched_from_a_mirror() throws IOException {
        byte[] file = Files.readAllBytes(points());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/linreg/linear_regression_dataset.npz", exchange -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        server.start();
        try {
            Shell shell = data(
                    "fetch",
                    "linreg",
                    "--mirror",
                    "http://127.0.0.1:" + server.getAddress().getPort());
            assertEquals(0, shell.code(), shell.all());
            assertTrue(shell.out().contains("linreg is complete in " + temp.resolve("linreg")), shell.out());
        } finally {
            server.stop(0);
        }
        assertTrue(data("fetch", "linreg").out().contains("nothing was to fetch"));
    }

    @Test
    void what_has_no_address_is_not_fetched() {
        Shell shell = data("fetch", "linreg");
        assertEquals(3, shell.code());
        assertTrue(shell.err().contains("has no public address. Run 'assay data import FILE'"), shell.err());
    }

    @Test
    void wrong_names_are_wrong_usage() {
        assertTrue(data("fetch", "mnis").err().contains("did you mean 'mnist'?"));
        assertEquals(64, data("fetch", "digits").code());
        assertEquals(64, data("fetch", "mnist", "--mirror", "here").code());
        assertEquals(64, data().code());
    }

    @Test
    void progress_comes_in_lines_with_the_time_left() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(System.out, new PrintStream(err, true, StandardCharsets.UTF_8));
        long[] now = {0};
        ProgressLines lines = new ProgressLines(console, () -> now[0]);
        for (int second = 0; second <= 4; second++) {
            now[0] = second * 1_000_000_000L;
            lines.at("a/b", 10_000_000 + second * 1_000_000L, 20_000_000);
        }
        assertEquals(
                "  a/b: 60 % of 20.0 MB, 1.0 MB/s, 8 s left\n  a/b: 70 % of 20.0 MB, 1.0 MB/s, 6 s left\n",
                err.toString(StandardCharsets.UTF_8).replace("\r", ""));
    }
}
