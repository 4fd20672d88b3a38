package assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetch from servers on this machine that behave well and badly. */
class FetcherTest {
    private static final byte[] GOOD = Made.ramp(300_000, 241);
    private static final int TIMEOUT_MILLIS = 1_000;

    @TempDir
    private Path temp;

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> notes = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String base;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getOrDefault("Range", List.of("all")));
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    /** Send what is asked for, all or from some byte on. */
    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int start = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (range != null) {
            String part = "bytes " + start + "-" + (content.length - 1) + "/" + content.length;
            exchange.getResponseHeaders().set("Content-Range", part);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - start);
        exchange.getResponseBody().write(content, start, content.length - start);
    }

    /** Announce everything and send a part only. */
    private static void breakOff(HttpExchange exchange, int start, int end) throws IOException {
        if (start > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + start + "-" + (GOOD.length - 1) + "/" + GOOD.length);
        }
        exchange.sendResponseHeaders(start > 0 ? 206 : 200, GOOD.length - start);
        exchange.getResponseBody().write(GOOD, start, end - start);
        exchange.getResponseBody().flush();
    }

    private DataStore store(String... mirrors) throws IOException {
        Path sums = Files.write(temp.resolve("good"), GOOD);
        String sum = Digests.of(sums);
        List<String> all =
                Arrays.stream(mirrors).map(mirror -> base + mirror + "/").toList();
        Published file = new Published("set", "file.bin", GOOD.length, sum, sum, all);
        return new DataStore(new DataHome(temp.resolve("home")), List.of(file));
    }

    private int fetch(DataStore store, String... told) throws IOException {
        Progress progress = new Progress() {
            @Override
            public void at(String file, long done, long total) {
                assertTrue(done <= total);
            }

            @Override
            public void note(String message) {
                notes.add(message);
            }
        };
        return new Fetcher(store, new Mirrors(List.of(told)), progress, TIMEOUT_MILLIS).fetch("set");
    }

    private Path partial() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("home/set"));
        return folder.resolve(".file.bin.partial");
    }

    private void assertFetched() throws IOException {
        assertArrayEquals(GOOD, Files.readAllBytes(temp.resolve("home/set/file.bin")));
        assertFalse(Files.exists(partial()), "the partial file was left");
    }

    private String failure(DataStore store, String... told) {
        MissingData e = assertThrows(MissingData.class, () -> fetch(store, told));
        assertFalse(Files.exists(temp.resolve("home/set/file.bin")));
        return String.valueOf(e.getMessage());
    }

    @Test
    void a_file_is_fetched_once() throws IOException {
        serve("/a/", exchange -> send(exchange, GOOD));
        assertEquals(1, fetch(store("a")));
        assertFetched();
        assertEquals(0, fetch(store("a")));
        assertEquals(List.of("/a/file.bin [all]"), requests);
    }

    @Test
    void mirrors_that_were_told_come_first_in_both_layouts() throws IOException {
        serve("/other/", exchange -> exchange.sendResponseHeaders(404, -1));
        serve("/data/", exchange -> send(exchange, GOOD));
        assertEquals(1, fetch(store("a"), "set=" + base + "other", "none=" + base + "x/", base + "data/"));
        assertEquals(List.of("/other/file.bin [all]", "/data/set/file.bin [all]"), requests);
        assertFetched();
    }

    @Test
    void it_goes_on_where_an_earlier_run_ended() throws IOException {
        serve("/a/", exchange -> send(exchange, GOOD));
        Files.write(partial(), Arrays.copyOf(GOOD, 100_000));
        fetch(store("a"));
        assertEquals(List.of("/a/file.bin [bytes=100000-]"), requests);
        assertFetched();
    }

    @Test
    void it_goes_on_after_a_broken_connection() throws IOException {
        serve("/a/", exchange -> {
            if (requests.size() == 1) {
                breakOff(exchange, 0, 120_000);
            } else {
                send(exchange, GOOD);
            }
        });
        fetch(store("a"));
        assertEquals(2, requests.size(), requests.toString());
        assertTrue(requests.get(1).matches("/a/file.bin \\[bytes=[1-9]\\d+-\\]"), requests.toString());
        assertFetched();
    }

    @Test
    void what_came_from_a_breaking_mirror_is_used_by_the_next_one() throws IOException {
        serve("/a/", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int start = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            breakOff(exchange, start, start + 50_000);
        });
        serve("/b/", exchange -> send(exchange, GOOD));
        fetch(store("a", "b"));
        assertTrue(requests.get(requests.size() - 1).startsWith("/b/file.bin [bytes="), requests.toString());
        assertFetched();
    }

    @Test
    void a_server_that_knows_no_ranges_sends_all_again() throws IOException {
        serve("/a/", exchange -> {
            exchange.sendResponseHeaders(200, GOOD.length);
            exchange.getResponseBody().write(GOOD);
        });
        Files.write(partial(), new byte[100]);
        fetch(store("a"));
        assertFetched();
    }

    @Test
    void a_beginning_that_does_not_fit_is_thrown_away() throws IOException {
        serve("/a/", exchange -> send(exchange, GOOD));
        Files.write(partial(), new byte[1000]);
        fetch(store("a"));
        assertEquals(List.of("/a/file.bin [bytes=1000-]", "/a/file.bin [all]"), requests);
        assertFetched();
    }

    @Test
    void a_partial_file_that_is_too_long_is_thrown_away() throws IOException {
        serve("/a/", exchange -> send(exchange, GOOD));
        Files.write(partial(), new byte[GOOD.length + 1]);
        fetch(store("a"));
        assertFetched();
    }

    @Test
    void a_wrong_file_is_named_with_its_sum_and_the_next_mirror_tried() throws IOException {
        byte[] wrong = GOOD.clone();
        wrong[7] ^= 1;
        serve("/a/", exchange -> send(exchange, wrong));
        String message = failure(store("a"));
        assertTrue(message.contains(base + "a/file.bin: its file is another one (SHA-256 "), message);
        assertTrue(message.contains("'assay data import FILE'"), message);
        assertFalse(Files.exists(partial()), "a wrong file was kept");
        serve("/b/", exchange -> send(exchange, GOOD));
        fetch(store("a", "b"));
        assertFetched();
    }

    @Test
    void every_mirror_that_fails_is_told_with_its_reason() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        serve("/none/", exchange -> exchange.sendResponseHeaders(404, -1));
        serve("/page/", exchange -> send(exchange, "<html>log in first</html>".getBytes()));
        serve("/round/", exchange -> {
            exchange.getResponseHeaders().set("Location", "/round/file.bin");
            exchange.sendResponseHeaders(302, -1);
        });
        serve("/away/", exchange -> {
            exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            exchange.sendResponseHeaders(301, -1);
        });
        DataStore store = store("none", "page", "round", "away");
        String message = failure(store, "set=http://127.0.0.1:" + closed + "/", "set=http://no-such-host.invalid/");
        assertTrue(message.contains("none/file.bin: the server answers 404"), message);
        assertTrue(message.contains("page/file.bin: the server has a file of 25 bytes, must be 300000"), message);
        assertTrue(message.contains("round/file.bin: the server redirects more than 5 times"), message);
        assertTrue(message.contains("away/file.bin: the server redirects to 'file:///etc/passwd'"), message);
        assertTrue(message.contains(":" + closed + "/file.bin: Connection refused"), message);
        assertTrue(message.contains("no-such-host.invalid/file.bin: there is no host of this name"), message);
    }

    @Test
    void a_silent_server_is_given_up_and_what_came_is_kept() throws IOException {
        serve("/a/", exchange -> {
            exchange.sendResponseHeaders(200, GOOD.length);
            exchange.getResponseBody().write(GOOD, 0, 70_000);
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(10L * TIMEOUT_MILLIS); // ended by the end of the test
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        String message = failure(store("a"));
        assertTrue(message.contains("the server is silent (after 70000 of 300000 bytes)"), message);
        assertEquals(70_000, Files.size(partial()));
    }

    @Test
    void a_server_that_never_ends_is_cut_off() throws IOException {
        serve("/a/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 3; i++) {
                exchange.getResponseBody().write(GOOD);
            }
        });
        String message = failure(store("a"));
        assertTrue(message.contains("sends more than the 300000 bytes that are wanted"), message);
    }

    @Test
    void a_redirection_is_followed() throws IOException {
        serve("/a/", exchange -> {
            exchange.getResponseHeaders().set("Location", "../b/there.bin");
            exchange.sendResponseHeaders(302, -1);
        });
        serve("/b/", exchange -> send(exchange, GOOD));
        fetch(store("a"));
        assertFetched();
    }

    @Test
    void a_bad_file_in_its_place_is_replaced() throws IOException {
        serve("/a/", exchange -> send(exchange, GOOD));
        Files.write(partial().resolveSibling("file.bin"), new byte[5]);
        assertEquals(1, fetch(store("a")));
        assertFetched();
    }

    @Test
    void two_fetches_at_once_do_not_mix() throws IOException {
        serve("/a/", exchange -> send(exchange, GOOD));
        try (FileChannel channel = FileChannel.open(partial(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            String message = failure(store("a"));
            assertTrue(message.contains("another run is fetching"), message);
        }
        assertEquals(List.of(), requests);
    }

    @Test
    void mirrors_come_from_the_command_the_environment_and_the_file() throws IOException {
        Files.writeString(temp.resolve(Mirrors.FILE), "# ours\nhttps://c/d/ # near\n\nmnist=https://e\n");
        Mirrors mirrors = Mirrors.of(List.of("http://a/"), " http://b  http://b2/ ", new DataHome(temp));
        List<String> all = List.of("http://a/", "http://b", "http://b2/", "https://c/d/", "mnist=https://e");
        assertEquals(all, mirrors.addresses());
    }

    @Test
    void what_is_no_address_is_refused_with_an_example() {
        for (String wrong :
                List.of("ftp://a/", "here", "mnist=", "http://", "http:///x", "http://a b/", "x=y=http://a/")) {
            String message = String.valueOf(
                    assertThrows(IllegalArgumentException.class, () -> new Mirrors(List.of(wrong)), wrong)
                            .getMessage());
            assertTrue(message.contains("'" + wrong + "' is no mirror; write https://"), message);
        }
    }

    @Test
    void the_folder_is_told_or_in_the_cache_of_the_user() {
        Path user = Path.of("/home/u");
        assertEquals(
                Path.of("/d"),
                DataHome.of(Map.of("ASSAY_DATA", "/d", "XDG_CACHE_HOME", "/c"), user)
                        .folder());
        assertEquals(
                Path.of("/c/assay/data"),
                DataHome.of(Map.of("XDG_CACHE_HOME", "/c"), user).folder());
        assertEquals(
                Path.of("/home/u/.cache/assay/data"),
                DataHome.of(Map.of("ASSAY_DATA", " "), user).folder());
    }
}
