package assay.assignment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Say what a key of an author's file means, or what a file, block or check kind is for. The field guide for authors and the
 * schemas for editors are made from it, so it is written for people who do not read Java.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface About {
    /** Hold a phrase without a capital or a full stop for a key, sentences for a type. */
    String value();
}
