package assay.reference.backprop;

/** Name what goes wrong on the way back through {@link QuadraticNet}. */
enum Slip {
    /** A in place of its transpose, at both steps back. */
    NO_TRANSPOSE,
    /** The step back through the inner A is left out. */
    ONE_STEP_BACK,
    /** The slope of the sigmoid is left out. */
    NO_SLOPE,
    /** The 2 of the square is left out. */
    NO_FACTOR_2,
    /** The use of A in w = A z is left out. */
    WITHOUT_OUTER_USE,
    /** The use of A in z = A h is left out. */
    WITHOUT_MIDDLE_USE,
    /** The use of A in y = A x is left out. */
    WITHOUT_INNER_USE,
    /** Only the use of A in w = A z is seen. */
    OUTER_USE_ONLY,
    /** The factor u on the way to B is left out. */
    NO_GATE,
    /** The slope of the sigmoid stands on the way to B, where it does not belong. */
    SLOPE_TOWARDS_B
}
