package assay.worker;

import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hold the methods of a submission by the task that they solve.
 *
 * @param methods by task name
 * @param problems of methods that are marked but cannot be used
 */
record Solutions(Map<String, Method> methods, List<Problem> problems) {

    /** Find the methods marked with {@link Solves}; nothing of the submission is initialised. */
    static Solutions find(Compiled compiled, ClassLoader loader) {
        Map<String, List<Method>> marked = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : new TreeSet<>(compiled.classes().keySet())) {
            try {
                for (Method method : Class.forName(name, false, loader).getDeclaredMethods()) {
                    Solves solves = method.getAnnotation(Solves.class);
                    if (solves != null && !method.isBridge()) {
                        marked.computeIfAbsent(solves.value(), task -> new ArrayList<>())
                                .add(method);
                    }
                }
            } catch (ClassNotFoundException | LinkageError e) {
                problems.add(new Problem(compiled.sources().getOrDefault(name, name), "cannot be loaded: " + e));
            }
        }
        Map<String, Method> methods = new TreeMap<>();
        marked.forEach((task, candidates) -> {
            String where = compiled.sources()
                    .getOrDefault(candidates.get(0).getDeclaringClass().getName(), "");
            String complaint = complaint(task, candidates);
            if (complaint.isEmpty()) {
                methods.put(task, candidates.get(0));
            } else {
                problems.add(new Problem(where, complaint, task));
            }
        });
        return new Solutions(methods, problems);
    }

    private static String complaint(String task, List<Method> candidates) {
        Method method = candidates.get(0);
        if (candidates.size() > 1) {
            return "the task '" + task + "' must be solved by one method, was marked at " + candidates.size() + ": "
                    + String.join(", ", candidates.stream().map(Solutions::name).toList());
        }
        if (!Arrays.equals(method.getParameterTypes(), new Class<?>[] {Inputs.class})
                || method.getReturnType() != Answers.class) {
            return name(method) + " solves '" + task + "' and must look like 'Answers " + method.getName()
                    + "(Inputs in)', was '" + method.toGenericString() + "'";
        }
        if (!Modifier.isStatic(method.getModifiers())) {
            Class<?> owner = method.getDeclaringClass();
            if (Modifier.isAbstract(owner.getModifiers())
                    || Arrays.stream(owner.getDeclaredConstructors()).noneMatch(c -> c.getParameterCount() == 0)) {
                return name(method) + " solves '" + task + "' and must be static, or its class must have a constructor"
                        + " without parameters (and be neither abstract nor an inner class)";
            }
        }
        return "";
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
