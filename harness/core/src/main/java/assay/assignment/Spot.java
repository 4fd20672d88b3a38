package assay.assignment;

/** Complain about one block of an author's file, with its line. */
record Spot(YamlPlace place) {
    Spot below(String pointer) {
        return new Spot(new YamlPlace(place.file(), place.pointer() + pointer, place.lines()));
    }

    /** Return the place of one key of this block; the key may hold slashes. */
    Spot key(String key) {
        return below("/" + key.replace("~", "~0").replace("/", "~1"));
    }

    BadAssignment bad(String found, String instead) {
        return new BadAssignment(place.file(), place.line(""), found, instead);
    }

    void want(boolean holds, String message) {
        if (!holds) {
            throw bad(message, "");
        }
    }
}
