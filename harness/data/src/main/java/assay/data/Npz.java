package assay.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Read arrays from an .npz file: a zip with one .npy file for each. */
final class Npz {
    private Npz() {}

    /** Read the arrays called {@code names} from {@code file}, in that order; others are not looked at. */
    static List<Npy> read(Path file, List<String> names) throws BadData {
        return DataFile.read(file, in -> arrays(file, names));
    }

    /** Read {@code file} as points: the arrays x and y, vectors of float64. */
    static Points points(Path file) throws BadData {
        return DataFile.read(file, in -> {
            List<Npy> arrays = arrays(file, List.of("x", "y"));
            Npy x = arrays.get(0);
            Npy y = arrays.get(1);
            if (x.shape().size() != 1 || !x.shape().equals(y.shape())) {
                throw new Malformed(
                        "it must hold vectors x and y of one length, holds x " + x.shape() + " and y " + y.shape());
            }
            return new Points(x.doubles(), y.doubles());
        });
    }

    private static List<Npy> arrays(Path file, List<String> names) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<Npy> arrays = new ArrayList<>();
            for (String name : names) {
                arrays.add(read(zip, name));
            }
            return arrays;
        }
    }

    private static Npy read(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        if (entry == null) {
            TreeSet<String> there = new TreeSet<>();
            zip.stream().limit(8).forEach(one -> there.add(one.getName()));
            throw new Malformed("it holds no array '" + name + "', but " + there);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Npy array = Npy.read(in);
            if (in.read() >= 0) {
                throw new Malformed(
                        "its array '" + name + "' goes on after the " + array.shape() + " that it announces");
            }
            return array;
        }
    }
}
