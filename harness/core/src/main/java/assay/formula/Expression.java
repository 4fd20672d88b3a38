package assay.formula;

import java.util.List;

/**
 * Be a formula, or a part of one, as a tree. Two trees are equal when they mean the same operations on the same operands in
 * the same order; {@code toString} gives a text that parses to an equal tree.
 */
public sealed interface Expression {
    /** Return where it stands: the number, the name or the sign of the operation. */
    Place place();

    /** Return the parts that it is computed from, left to right. */
    List<Expression> operands();

    /** Return how many operations it takes: signs, functions and sums each count one. */
    default int operations() {
        int own = this instanceof Literal || this instanceof Name || this instanceof Index ? 0 : 1;
        return own + operands().stream().mapToInt(Expression::operations).sum();
    }

    /** Be a number as written: finite and not negative, since a minus is an operation. */
    record Literal(double value, Place place) implements Expression {
        public Literal {
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("must be finite and not negative, was " + value);
            }
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }

        @Override
        public String toString() {
            return Writing.of(this);
        }
    }

    /** Be an input or a constant. */
    record Name(String name, Place place) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Be one entry of a vector; {@code position} is 1 for the first. */
    record Index(String vector, int position, Place place) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }

        @Override
        public String toString() {
            return Writing.of(this);
        }
    }

    /** Be the negative of a value. */
    record Negation(Expression operand, Place place) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }

        @Override
        public String toString() {
            return Writing.of(this);
        }
    }

    /** Be an operation on two values. */
    record Binary(Operator operator, Expression left, Expression right, Place place) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(left, right);
        }

        @Override
        public String toString() {
            return Writing.of(this);
        }
    }

    /** Be a function of one value. */
    record Call(FormulaFunction function, Expression argument, Place place) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(argument);
        }

        @Override
        public String toString() {
            return Writing.of(this);
        }
    }

    /** Be the sum of {@code term} over the entries of the vectors in it. */
    record Sum(Expression term, Place place) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(term);
        }

        @Override
        public String toString() {
            return Writing.of(this);
        }
    }
}
