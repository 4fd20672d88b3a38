import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        var make = java.io.FileDescriptor.class.getDeclaredConstructor(int.class);
        make.setAccessible(true);
        var out = new java.io.ObjectOutputStream(new java.io.FileOutputStream(make.newInstance(3)));
        out.writeObject(new java.util.HashMap<>(java.util.Map.of("total", 1)));
        out.flush();
        out.write(10);
        out.flush();
        return Answers.of("total", 1);
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
    Answers vector(Inputs in) {
        double[] y = in.vector("x").clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= in.number("k");
        }
        return Answers.of("y", y);
    }
}
