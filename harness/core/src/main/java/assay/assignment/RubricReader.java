package assay.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Read {@code rubric.yaml}. */
final class RubricReader {
    private static final String SCHEMA = "assay/rubric/1";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Mirror the file key by key. */
    @About("What a person marks, private: the prose parts, whose points come on top of those of the criteria.")
    record RubricFile(
            @About("'assay/rubric/1'") String schema,
            @About("in the order of the sheet") List<ItemFile> items) {}

    /** Mirror one entry of {@code items}. */
    @About("One thing to mark.")
    record ItemFile(
            @About("lower-case words joined by -; students write below the heading '## id' of prose.md")
            String id,

            @About("number on the sheet") @Default("") String sheet,
            @About("heading in the reports") String title,
            @About("most points that can be given") double points,

            @About("from most points to least; the first is worth all")
            List<LevelFile> levels,

            @About("what the published answer gets wrong, for markers and the list of errata") @Default("")
            String published) {}

    /** Mirror one entry of {@code levels}. */
    @About("What is worth how much.")
    record LevelFile(
            @About("points of this level") double points,
            @About("what an answer of this level says") String says) {}

    private final Set<String> seen = new HashSet<>();

    /**
     * Read {@code document}.
     *
     * @throws BadAssignment if anything in it is not as it must be
     */
    Rubric read(YamlDocument document) {
        RubricFile file = RecordBinder.bind(document.root(), RubricFile.class, document.place());
        Spot spot = new Spot(document.place());
        spot.key("schema").want(file.schema().equals(SCHEMA), "schema must be " + SCHEMA);
        List<Rubric.Item> items = new ArrayList<>();
        for (int i = 0; i < file.items().size(); i++) {
            items.add(item(file.items().get(i), spot.below("/items/" + i)));
        }
        return new Rubric(items);
    }

    private Rubric.Item item(ItemFile file, Spot spot) {
        spot.key("id")
                .want(
                        ID.matcher(file.id()).matches(),
                        "item id '" + file.id() + "' must be lower-case words joined by -, such as convexity-proof");
        spot.key("id").want(seen.add(file.id()), "item '" + file.id() + "' stands here a second time");
        spot.key("points")
                .want(file.points() > 0 && file.points() < 1e6, "points must be more than 0, was " + file.points());
        spot.want(!file.levels().isEmpty(), "key 'levels' must say what is worth how many points");
        List<Rubric.Level> levels = new ArrayList<>();
        double above = file.points();
        for (int i = 0; i < file.levels().size(); i++) {
            LevelFile level = file.levels().get(i);
            boolean first = i == 0;
            spot.below("/levels/" + i)
                    .key("points")
                    .want(
                            level.points() >= 0 && (first ? level.points() == above : level.points() < above),
                            first
                                    ? "the first level must be worth all " + above + " points, was " + level.points()
                                    : "levels go from most points to least, was " + level.points() + " after " + above);
            above = level.points();
            levels.add(new Rubric.Level(level.points(), level.says()));
        }
        return new Rubric.Item(file.id(), file.sheet(), file.title(), file.points(), levels, file.published());
    }
}
