package assay.check.region;

import assay.check.region.Polygon.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Hold what a network does in every cell of the plane, beside what is asked for.
 *
 * @param places faces, then edges, then corners
 */
public record Survey(Network network, Polygon target, Arrangement arrangement, List<Place> places) {
    public Survey {
        places = List.copyOf(places);
    }

    /** Be one cell with the value that is asked for there, 1 inside the target and else 0, and the network's. */
    public record Place(Cell cell, Where where, int asked, int answered) {
        /** Say whether they agree. */
        public boolean isRight() {
            return asked == answered;
        }

        /** Say whether it is an open part of the plane. */
        public boolean isFace() {
            return cell.kind() == Cell.Kind.FACE;
        }
    }

    /** Evaluate {@code network} on every cell that its lines and the sides of {@code target} make. */
    public static Survey of(Network network, Polygon target) {
        List<Line> lines = new ArrayList<>(target.sides());
        for (Network.Unit unit : network.hidden()) {
            Line.of(unit.xWeight(), unit.yWeight(), unit.bias()).ifPresent(lines::add);
        }
        Arrangement arrangement = Arrangement.of(lines);
        Wiring wiring = Wiring.of(network, arrangement);
        List<Integer> inner = IntStream.range(0, target.corners().size())
                .map(target::inner)
                .boxed()
                .toList();
        List<Place> places = new ArrayList<>();
        for (Cell cell : arrangement.cells()) {
            Where where = locate(cell, inner);
            places.add(new Place(cell, where, where == Where.INSIDE ? 1 : 0, wiring.output(cell)));
        }
        return new Survey(network, target, arrangement, places);
    }

    /** The target's sides are the first lines of the arrangement. */
    private static Where locate(Cell cell, List<Integer> inner) {
        Where found = Where.INSIDE;
        for (int i = 0; i < inner.size(); i++) {
            int sign = cell.sign(i) * inner.get(i);
            if (sign < 0) {
                return Where.OUTSIDE;
            }
            found = sign == 0 ? Where.ON : found;
        }
        return found;
    }

    /** Return the wrong faces, easiest to check by hand first. */
    public List<Place> wrongFaces() {
        return wrong(true);
    }

    /** Return the wrong edges and corners, easiest to check by hand first. */
    public List<Place> wrongEdgesAndCorners() {
        return wrong(false);
    }

    private List<Place> wrong(boolean faces) {
        return places.stream()
                .filter(place -> place.isFace() == faces && !place.isRight())
                .sorted(Comparator.comparingInt(place -> place.cell().at().bits()))
                .toList();
    }

    /** Return the wrong faces that touch a side of the target, easiest first. */
    public List<Place> wrongBesideTheSides() {
        Set<String> beside = new HashSet<>();
        for (Place place : places) {
            if (place.where() == Where.ON && place.cell().kind() == Cell.Kind.EDGE) {
                int line = place.cell().bounds().get(0);
                String signs = place.cell().signs();
                beside.add(signs.substring(0, line) + '-' + signs.substring(line + 1));
                beside.add(signs.substring(0, line) + '+' + signs.substring(line + 1));
            }
        }
        return wrongFaces().stream()
                .filter(place -> beside.contains(place.cell().signs()))
                .toList();
    }
}
