package assay.report;

/** Finish text whose Markdown signs are escaped already: what else a forge reads into plain words is taken from it. */
final class MarkdownText {
    private MarkdownText() {}

    /**
     * Return {@code escaped} so that it calls nobody ({@code @name} is broken by a joiner of no width, since forges look for
     * names after the escapes are gone) and begins neither a list, nor a line under a heading, nor a
     * command to a build server ({@code ::name::}).
     */
    static String inert(String escaped) {
        return escaped.replace("@", "@\u200d")
                .replaceFirst("^([=:]|[-+](?=[-+\\s]|$))", "\\\\$1")
                .replaceFirst("^([0-9]{1,9})([.)])(?=\\s|$)", "$1\\\\$2");
    }
}
