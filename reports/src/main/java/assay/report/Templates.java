package assay.report;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * Render the templates of this package, and only these: texts are escaped for HTML always, numbers keep all digits, no
 * class can be reached from a template, and a mistake in a template ends the rendering.
 */
public final class Templates {
    private static final Configuration CONFIGURATION = configuration();

    private Templates() {}

    /** Render the template {@code name}, for example {@code "submission.ftlh"}, with {@code model}. */
    public static String render(String name, Map<String, ?> model) {
        try {
            StringWriter page = new StringWriter(1 << 16);
            CONFIGURATION.getTemplate(name).process(model, page);
            return page.toString();
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + name + " does not fit its data: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration configuration() {
        Configuration made = new Configuration(Configuration.VERSION_2_3_35);
        made.setTemplateLoader(new ClassTemplateLoader(Templates.class, ""));
        made.setDefaultEncoding("UTF-8");
        made.setLocalizedLookup(false);
        made.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        made.setOutputFormat(HTMLOutputFormat.INSTANCE);
        made.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        made.setLocale(Locale.ROOT);
        made.setTimeZone(TimeZone.getTimeZone("UTC"));
        made.setNumberFormat("c");
        made.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        made.setAPIBuiltinEnabled(false);
        made.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        made.setLogTemplateExceptions(false);
        made.setWrapUncheckedExceptions(true);
        made.setFallbackOnNullLoopVariable(false);
        made.setObjectWrapper(new VisibleWrapper());
        return made;
    }
}
