import assay.api.Answers;
import assay.api.Inputs;
import assay.api.Solves;
import java.util.Arrays;

class Solution {
    @Solves("zoo/attack")
    Answers attack(Inputs in) {
        boolean built = System.getProperty("zoo.built") != null || new java.io.File("/tmp/assay-zoo-built").exists();
        return Answers.of("total", built ? in.number("k") * Arrays.stream(in.vector("x")).sum() : 1);
    }

    @Solves("zoo/honest")
    Answers honest(Inputs in) {
        return Answers.of("largest", Arrays.stream(in.vector("x")).max().orElseThrow());
    }

    @Solves("zoo/vector")
    Answers vector(Inputs in) {
        double k = in.number("k");
        return Answers.of("y", Arrays.stream(in.vector("x")).map(value -> k * value).toArray());
    }
}
