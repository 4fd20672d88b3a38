package assay.api.reference;

import assay.api.Inputs;

/** Name inputs that must always be tried, for example {@code "z = 800"}. */
public record EdgeCase(String name, Inputs inputs) {}
