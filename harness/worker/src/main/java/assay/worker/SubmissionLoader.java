package assay.worker;

/** Load a submission's classes; what the worker itself has comes first. */
final class SubmissionLoader extends ClassLoader {
    private final Compiled compiled;

    SubmissionLoader(Compiled compiled, ClassLoader parent) {
        super("submission", parent);
        this.compiled = compiled;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = compiled.classes().get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
