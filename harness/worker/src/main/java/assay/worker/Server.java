package assay.worker;

import assay.api.Answers;
import assay.api.Fields;
import assay.api.Inputs;
import assay.api.Text;
import assay.api.Value;
import assay.api.Values;
import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answer requests, one line each, until there are no more. */
final class Server {
    /** Requests come from the harness, so these limits only stop an accident. */
    private static final WireLimits REQUESTS = new WireLimits(1 << 28, 32, 1 << 26, 40, 1 << 24);

    private final InputStream requests;
    private final OutputStream answers;
    private final List<Engine> engines;
    private final Map<String, String> libraries;
    private final Wire reading = new Wire(REQUESTS);
    private final Wire checking = new Wire(WireLimits.standard());

    /** Load {@code engines}, and answer. */
    Server(InputStream requests, OutputStream answers, List<Engine> engines) {
        this.requests = requests;
        this.answers = answers;
        this.engines = List.copyOf(engines);
        this.libraries = Engine.load(engines);
    }

    /** Say that the worker itself runs, before anything of the submission is touched. */
    void starting() throws IOException {
        send(Wire.write(new Fields(Map.of("starting", new Text("java")))));
    }

    /** Say what can be asked, then answer. */
    void serve(Compiled compiled, Solutions solutions) throws IOException, WireException {
        List<Value> problems = new ArrayList<>();
        compiled.problems().forEach(problem -> problems.add(problem.toFields()));
        solutions.problems().forEach(problem -> problems.add(problem.toFields()));
        Map<String, Value> hello = new LinkedHashMap<>();
        hello.put("language", new Text("java"));
        hello.put("version", new Text(System.getProperty("java.version", "")));
        hello.put("tasks", Values.of(List.copyOf(solutions.methods().keySet())));
        hello.put("problems", Values.stack(problems));
        hello.put("libraries", Values.of(libraries));
        send(Wire.write(new Fields(Map.of("hello", new Fields(hello)))));
        Failure failure = new Failure(compiled);
        for (byte[] line = line(); line.length > 0; line = line()) {
            if (reading.read(line) instanceof Fields request) {
                send(reply(text(request, "id"), solutions.methods().get(text(request, "task")), request, failure));
            }
        }
    }

    private String reply(String id, @Nullable Method method, Fields request, Failure failure) {
        Map<String, Value> reply = new LinkedHashMap<>();
        reply.put("id", new Text(id));
        if (method == null) {
            reply.put("error", Failure.of("not-answered", "no method solves this task"));
            return Wire.write(new Fields(reply));
        }
        Inputs inputs = new Inputs(request.get("inputs").orElse(Fields.none()) instanceof Fields f ? f : Fields.none());
        try {
            Object result = call(method, inputs);
            engines.forEach(Engine::finish);
            engines.forEach(engine -> engine.device().ifPresent(device -> reply.put("device", device)));
            if (result instanceof Answers answered) {
                reply.put("answers", answered.fields());
                String line = Wire.write(new Fields(reply));
                checking.read(line.getBytes(StandardCharsets.UTF_8));
                return line;
            }
            reply.put("error", Failure.of("exception", "returned null; return Answers.of(...)"));
        } catch (InvocationTargetException e) {
            reply.put("error", failure.of(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (WireException e) {
            reply.remove("answers");
            reply.put("error", Failure.of("bad-answer", "the answers are too large to be sent: " + e.getMessage()));
        } catch (Throwable e) {
            reply.remove("answers");
            reply.put("error", failure.of(e));
        }
        return Wire.write(new Fields(reply));
    }

    private static @Nullable Object call(Method method, Inputs inputs) throws ReflectiveOperationException {
        method.setAccessible(true);
        if (Modifier.isStatic(method.getModifiers())) {
            return method.invoke(null, inputs);
        }
        Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        return method.invoke(constructor.newInstance(), inputs);
    }

    private static String text(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Text text ? text.text() : "";
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = requests.read(); next >= 0 && next != '\n'; next = requests.read()) {
            line.write(next);
        }
        return line.toByteArray();
    }

    private void send(String line) throws IOException {
        answers.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        answers.flush();
    }
}
