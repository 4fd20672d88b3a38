package assay.assignment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Give the value that a record component gets from {@link RecordBinder} when its key is not written. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {
    /** Hold the value as JSON, for example {@code "1e-9"}; what is not JSON is taken as a text. */
    String value();
}
