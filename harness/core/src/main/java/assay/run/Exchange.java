package assay.run;

/** Be one request with what came of it. */
public record Exchange(Request request, Source source, Outcome outcome) {}
