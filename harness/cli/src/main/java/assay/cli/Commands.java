package assay.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Make the commands, and hand them what they print to and work in. */
record Commands(Console console, Workspace workspace) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] wanted = constructor.getParameterTypes();
            if (wanted.length > 0 && wanted[0] == Console.class) {
                return make(type, constructor, wanted.length > 1);
            }
        }
        return CommandLine.defaultFactory().create(type);
    }

    private <K> K make(Class<K> type, Constructor<?> constructor, boolean withWorkspace)
            throws InstantiationException, IllegalAccessException, InvocationTargetException {
        Object made = withWorkspace ? constructor.newInstance(console, workspace) : constructor.newInstance(console);
        return type.cast(made);
    }
}
