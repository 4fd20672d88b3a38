package assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.testkit.Needs;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only a browser can say. The pages have no script, so a frame around them measures: its own script reads how wide a
 * page is when 360 pixels are given. A server on the loopback address hands the pages out and hears what else is asked for.
 */
@Tag("browser")
class BrowserTest {
    private static final int PHONE = 360;

    private static final String MEASURE = """
            <script>
            addEventListener('load', () => {
              for (const frame of document.querySelectorAll('iframe')) {
                const page = frame.contentDocument, root = page.documentElement, found = document.createElement('output');
                const wide = [...page.body.querySelectorAll('*')].filter(e =>
                  e.getBoundingClientRect().right > root.clientWidth + 0.5 && !e.parentElement.closest('.scroll, svg'));
                const folded = page.querySelector('details.criterion svg[role=img]');
                found.id = frame.name;
                found.textContent = page.body.innerText;
                Object.assign(found.dataset, {
                  mark: page.body.id, title: page.title,
                  width: Math.max(root.scrollWidth, page.body.scrollWidth), height: root.scrollHeight,
                  widest: wide.slice(0, 3).map(e => e.tagName + '.' + e.className).join(' '),
                  folded: folded && folded.checkVisibility() ? 'visible' : 'none'});
                document.body.append(found);
              }
            });
            </script>
            """;

    @TempDir
    Path folder;

    /** What was found: one element for each page, what was asked for, what the browser wrote to its console. */
    private record Seen(Document measured, List<String> requests, List<String> console) {}

    @Test
    void no_page_is_wider_than_a_phone_loads_anything_or_complains() throws Exception {
        Map<String, String> pages = PagesTest.pages();
        Seen seen = open(pages);
        assertEquals(List.of(), seen.console());
        assertEquals(pages.size() + 1, seen.requests().size(), seen.requests().toString());
        assertEquals(pages.size(), seen.measured().select("output").size());
        for (Element page : seen.measured().select("output")) {
            assertEquals(PHONE, Integer.parseInt(page.attr("data-width")), page.id() + ": " + page.attr("data-widest"));
            assertEquals("", page.attr("data-widest"), page.id());
            assertTrue(Integer.parseInt(page.attr("data-height")) >= 700, page.id());
        }
        Element rich = seen.measured().getElementById("rich");
        assertTrue(rich.text().contains("Basics of deep neural networks"), rich.text());
        assertTrue(rich.text().contains("${7*7}"), "what was printed is shown as it is");
        assertEquals("none", rich.attr("data-folded"), "the evidence of what is right is folded");
    }

    /** What would run sets the title and a mark, and opens a dialog: then the browser would wait and the test with it. */
    @Test
    void nothing_that_was_written_runs() throws Exception {
        Map<String, String> pages = new TreeMap<>();
        InertTest.PAYLOADS.forEach((kind, payload) -> InertTest.pages(payload).forEach((writer, page) -> {
            if (payload.contains("hacked")) {
                pages.put((writer + " " + kind).replaceAll("[ ,]+", "-"), page);
            }
        }));
        Seen seen = open(pages);
        assertEquals(pages.size(), seen.measured().select("output").size());
        for (Element page : seen.measured().select("output")) {
            assertEquals("", page.attr("data-mark"), page.id());
            assertFalse(page.attr("data-title").startsWith("hacked"), page.id());
        }
        assertEquals(pages.size() + 1, seen.requests().size(), seen.requests().toString());
        assertEquals(List.of(), seen.console());
    }

    @Test
    void the_frame_notices_what_runs() throws Exception {
        String page = "<!DOCTYPE html><html lang=en><title>x</title><body>"
                + InertTest.PAYLOADS.get("script").replace("alert(1)", "1");
        Element seen = open(Map.of("bad", page)).measured().getElementById("bad");
        assertEquals("hacked", seen.attr("data-mark"));
        assertEquals("hacked", seen.attr("data-title"));
    }

    @Test
    void the_frame_notices_wide_pages_requests_and_complaints() throws Exception {
        Seen seen = open(Map.of(
                "bad",
                "<!DOCTYPE html><html lang=en><meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"
                        + "<title>x</title><img src=missing.png alt=''><table><td>" + "x".repeat(200) + "</table>"
                        + "<script>1</script>"));
        assertTrue(seen.console().stream().anyMatch(line -> line.contains("Content Security Policy")));
        assertTrue(seen.requests().contains("/missing.png"), seen.requests().toString());
        assertTrue(Integer.parseInt(seen.measured().getElementById("bad").attr("data-width")) > PHONE);
        assertFalse(seen.measured().getElementById("bad").attr("data-widest").isEmpty());
    }

    private Seen open(Map<String, String> pages) throws IOException, InterruptedException {
        Path chromium = Needs.tool("chromium");
        Map<String, String> files = new TreeMap<>();
        StringBuilder frame =
                new StringBuilder("<!DOCTYPE html><meta charset=utf-8><title>x</title><link rel=icon href=data:,>");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            String file = "/" + files.size() + ".html";
            files.put(file, page.getValue());
            frame.append("<iframe name='%s' src='%s' style='border:0;width:%dpx;height:700px'></iframe>"
                    .formatted(page.getKey(), file, PHONE));
        }
        files.put("/", frame + MEASURE);
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, files, requests));
        server.start();
        try {
            return browse(chromium, "http://127.0.0.1:" + server.getAddress().getPort() + "/", requests);
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, Map<String, String> files, List<String> requests)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        byte[] body = files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(files.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Seen browse(Path chromium, String address, List<String> requests) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--enable-logging=stderr",
                        "--log-level=0",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        address)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the browser must end");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        List<String> console = Files.readAllLines(log).stream()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Seen(Jsoup.parse(Files.readString(dom)), List.copyOf(requests), console);
    }
}
