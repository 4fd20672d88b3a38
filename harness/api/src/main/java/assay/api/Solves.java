package assay.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mark the method that solves one task of the assignment.
 *
 * <p>The method takes one {@link Inputs} and returns {@link Answers}; it may be static or belong to a class with a
 * constructor without parameters, and may have any visibility. One method per task.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Solves {
    /** Name the task, for example {@code "linreg/closed-form"}. */
    String value();
}
