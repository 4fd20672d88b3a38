package assay.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Know where else files can be fetched from: addresses that are tried before the public ones.
 *
 * <p>An address {@code https://host/data/} has the layout of the data folder, {@code https://host/data/mnist/FILE}; with a
 * name in front, {@code mnist=https://host/digits/}, it has the files of that set alone, {@code https://host/digits/FILE}.
 */
public record Mirrors(List<String> addresses) {
    /** The environment variable with addresses, separated by blanks. */
    public static final String VARIABLE = "ASSAY_MIRRORS";

    /** The file in the data folder with an address per line; what follows a # is left out. */
    public static final String FILE = "mirrors.txt";

    /** Check the addresses. */
    public Mirrors {
        addresses = List.copyOf(addresses);
        for (String address : addresses) {
            check(address);
        }
    }

    /**
     * Return the addresses {@code told}, then those in the environment variable, then those in the file in {@code home}.
     *
     * @throws IllegalArgumentException if one is no address
     */
    public static Mirrors of(List<String> told, String environment, DataHome home) throws IOException {
        List<String> addresses = new ArrayList<>(told);
        addresses.addAll(words(environment));
        Path file = home.folder().resolve(FILE);
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                addresses.addAll(words(line.replaceFirst("#.*", "")));
            }
        }
        return new Mirrors(addresses);
    }

    /** Return the addresses to try for {@code file}, in order. */
    List<URI> of(Published file) {
        List<URI> uris = new ArrayList<>();
        for (String address : addresses) {
            int equals = address.indexOf('=');
            if (equals < 0 || address.indexOf("://") < equals) {
                uris.add(URI.create(folder(address) + file.set() + "/" + file.name()));
            } else if (address.substring(0, equals).equals(file.set())) {
                uris.add(URI.create(folder(address.substring(equals + 1)) + file.name()));
            }
        }
        file.mirrors().forEach(mirror -> uris.add(URI.create(mirror + file.name())));
        return uris;
    }

    private static void check(String address) {
        String uri = address.replaceFirst("^[a-z-]+=(?=https?://)", "");
        try {
            if (!uri.matches("https?://[^/]+.*") || URI.create(uri).getHost() == null) {
                throw new IllegalArgumentException("no host in it");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no mirror; write https://host/folder/ or mnist=https://host/folder/", e);
        }
    }

    private static String folder(String address) {
        return address.endsWith("/") ? address : address + "/";
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
