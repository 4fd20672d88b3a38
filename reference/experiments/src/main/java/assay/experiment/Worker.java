package assay.experiment;

import assay.api.Fields;
import assay.api.Tensor;
import assay.api.Text;
import assay.api.wire.Wire;
import assay.api.wire.WireException;
import assay.api.wire.WireLimits;
import assay.experiment.job.BadJob;
import assay.experiment.job.Job;
import assay.experiment.job.Outcome;
import assay.experiment.job.Progress;
import assay.experiment.job.Shelf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Take jobs from lines and answer each with messages, the last of them its result or why there is none. */
final class Worker {
    private static final long BETWEEN_REPORTS = 500_000_000L;

    private final PrintStream out;
    private final Shelf shelf = new Shelf();
    private final Wire wire = new Wire(WireLimits.standard());

    /** Write the messages to {@code out}. */
    Worker(PrintStream out) {
        this.out = out;
    }

    /** Do one job per line until {@code in} ends. */
    void serve(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                send(answer(line));
            }
        }
    }

    /** Do the job in {@code line}. Whatever goes wrong fails this job alone, so that the next one can be tried. */
    Fields answer(String line) {
        try {
            Job job = Job.of(wire.read(line.getBytes(StandardCharsets.UTF_8)));
            Outcome outcome = Experiments.of(job.experiment()).run(job, shelf, patient());
            return Engine.describe(outcome).message();
        } catch (BadJob | WireException | IOException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            e.printStackTrace();
            return failed(e.toString());
        }
    }

    /** Report at most twice a second. */
    private Progress patient() {
        return new Progress() {
            private long last = System.nanoTime() - BETWEEN_REPORTS;

            @Override
            public void report(double done, String note) {
                long now = System.nanoTime();
                if (now - last >= BETWEEN_REPORTS) {
                    last = now;
                    send(Fields.none()
                            .with("type", new Text("progress"))
                            .with("done", Tensor.scalar(done))
                            .with("note", new Text(note)));
                }
            }
        };
    }

    private void send(Fields message) {
        out.print(Wire.write(message) + "\n");
        out.flush();
    }

    private static Fields failed(String message) {
        return Fields.none().with("type", new Text("failed")).with("message", new Text(message));
    }
}
