import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

class Solution {
    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        Class<?> type = Class.forName("java.lang.Run" + "time");
        Object runtime = type.getMethod("get" + "Runtime").invoke(null);
        type.getMethod("ha" + "lt", int.class).invoke(runtime, 0);
        return null;
    }

    @Solves("zoo/honest")
    Answers honest(Inputs in) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : in.vector("x")) {
            largest = Math.max(largest, value);
        }
        return Answers.of("largest", largest);
    }

    @Solves("zoo/vector")
    Answers vector(Inputs in) throws Throwable {
        MethodHandles.lookup()
                .findStatic(System.class, "ex" + "it", MethodType.methodType(void.class, int.class))
                .invoke(0);
        return null;
    }
}
