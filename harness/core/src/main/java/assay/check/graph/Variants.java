package assay.check.graph;

import assay.formula.Expression;
import assay.formula.Expression.Binary;
import assay.formula.Expression.Call;
import assay.formula.Expression.Literal;
import assay.formula.Expression.Name;
import assay.formula.FormulaFunction;
import assay.formula.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** List the operations that somebody may have meant by a wrong one. */
final class Variants {
    private Variants() {}

    /** Return the operation with another sign, with exchanged operands, and with one operand replaced. */
    static List<Expression> of(Binary wrong, Set<String> usable) {
        List<Expression> variants = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            variants.add(new Binary(operator, wrong.left(), wrong.right(), wrong.place()));
            variants.add(new Binary(operator, wrong.right(), wrong.left(), wrong.place()));
        }
        variants.add(new Binary(Operator.POWER, wrong.left(), new Literal(2, wrong.place()), wrong.place()));
        for (String name : usable) {
            Name other = new Name(name, wrong.place());
            variants.add(new Binary(wrong.operator(), other, wrong.right(), wrong.place()));
            variants.add(new Binary(wrong.operator(), wrong.left(), other, wrong.place()));
        }
        return variants;
    }

    /** Return other functions of the same value, and the same function of other values. */
    static List<Expression> of(Call wrong, Set<String> usable) {
        List<Expression> variants = new ArrayList<>();
        for (FormulaFunction function : FormulaFunction.values()) {
            variants.add(new Call(function, wrong.argument(), wrong.place()));
        }
        variants.add(new Binary(Operator.POWER, wrong.argument(), new Literal(2, wrong.place()), wrong.place()));
        usable.forEach(name -> variants.add(new Call(wrong.function(), new Name(name, wrong.place()), wrong.place())));
        return variants;
    }
}
