package assay.assignment;

import org.jspecify.annotations.Nullable;

/** Complain about one block of an author's file, with its line. */
record Spot(YamlPlace place) {
    Spot below(String pointer) {
        return new Spot(new YamlPlace(place.file(), place.pointer() + pointer, place.lines()));
    }

    BadAssignment bad(String below, String found) {
        return new BadAssignment(place.file(), place.line(below), found, "");
    }

    void want(boolean holds, String below, String message) {
        if (!holds) {
            throw bad(below, message);
        }
    }

    <T> T present(@Nullable T value, String below, String key) {
        if (value == null) {
            throw new BadAssignment(place.file(), place.line(below), "key '" + key + "' is missing", "add '" + key + ": ...'");
        }
        return value;
    }
}
