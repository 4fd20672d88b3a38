package assay.check.graph;

import assay.formula.Expression;

/** Be one assignment of the list: {@code name = operation}, on its 1-based line. */
record Step(int line, String name, Expression operation) {
    /** Return the same assignment with another right side. */
    Step with(Expression other) {
        return new Step(line, name, other);
    }

    @Override
    public String toString() {
        return name + " = " + operation;
    }
}
