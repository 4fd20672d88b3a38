import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;

class Solution {
    @Solves("zoo/attack")
    Answers attack(Inputs in) throws Throwable {
        StackWalker walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
        String frames = walker.walk(all -> all.map(StackWalker.StackFrame::getClassName).toList()).toString();
        for (String name : new String[] {
            "assay.run.ZooTask", "assay.grade.Grader", "assay.check.CheckStage", "assay.reference.Catalogue", "assay.api.reference.ReferenceTask"
        }) {
            try {
                Class<?> found = Class.forName(name);
                if (!found.isInterface()) {
                    throw new IllegalStateException("possible: " + found);
                }
            } catch (ClassNotFoundException e) {
                // as it should be
            }
        }
        if (frames.contains("check") || frames.contains("grade")) {
            throw new IllegalStateException("possible: " + frames);
        }
        double sum = 0;
        for (double value : in.vector("x")) {
            sum += value;
        }
        return Answers.of("total", in.number("k") * sum);
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
