package assay.authoring;

import assay.assignment.About;
import assay.assignment.AuthorFile;
import assay.assignment.Default;
import assay.assignment.RecordBinder;
import assay.check.CheckKind;
import assay.check.CheckKinds;
import assay.check.Selection;
import assay.verify.SampleVerifier;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Look into the records that authors' files are bound to. */
final class Forms {
    private Forms() {}

    /**
     * Be one key.
     *
     * @param type the type of the component, with its arguments
     * @param byDefault JSON of the value that holds when it is not written; empty when there is none
     * @param needed whether it must be written
     */
    record Key(String name, Type type, String about, Optional<String> byDefault, boolean needed) {}

    /** Return the files that authors write. */
    static List<AuthorFile> files() {
        List<AuthorFile> files = new ArrayList<>(AuthorFile.all());
        files.add(new AuthorFile(
                "private/samples/<name>/expect.yaml", SampleVerifier.form().get(0)));
        return files;
    }

    /** Return the kinds of checks, by name. */
    static List<CheckKind<?>> kinds() {
        return CheckKinds.all();
    }

    /** Return what {@code element} says about itself. */
    static String about(AnnotatedElement element) {
        About about = element.getAnnotation(About.class);
        if (about == null) {
            throw new IllegalStateException(element + " must say what it is: annotate it with @About");
        }
        return about.value();
    }

    /** Return the keys of a record in their order. */
    static List<Key> keys(Class<? extends Record> form) {
        List<Key> keys = new ArrayList<>();
        for (RecordComponent component : form.getRecordComponents()) {
            Default byDefault = component.getAnnotation(Default.class);
            boolean mayMiss = List.of(Optional.class, List.class, Map.class).contains(component.getType());
            keys.add(new Key(
                    RecordBinder.key(component),
                    component.getGenericType(),
                    about(component),
                    Optional.ofNullable(byDefault).map(Default::value),
                    byDefault == null && !mayMiss));
        }
        return keys;
    }

    /** Return {@code form} and the records that it is made of, outer ones first. */
    static Set<Class<? extends Record>> within(Class<? extends Record> form) {
        Set<Class<? extends Record>> found = new LinkedHashSet<>();
        collect(form, found);
        return found;
    }

    private static void collect(Class<? extends Record> form, Set<Class<? extends Record>> found) {
        if (found.add(form)) {
            keys(form).forEach(key -> block(key.type()).ifPresent(inner -> collect(inner, found)));
        }
        if (form == SampleVerifier.form().get(0)) {
            found.add(SampleVerifier.form().get(1));
        }
    }

    /** Return the record of blocks that a type holds, itself or as items of a list or a mapping. */
    static Optional<Class<? extends Record>> block(Type type) {
        Class<?> raw = raw(type);
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return block(arguments[arguments.length - 1]);
        }
        return raw.isRecord() && raw != Selection.class && raw.isAnnotationPresent(About.class)
                ? Optional.of(raw.asSubclass(Record.class))
                : Optional.empty();
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
