package assay.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.api.reference.ReferenceCatalogue;
import assay.api.reference.ReferenceTask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void the_catalogue_is_found_by_the_service_loader() {
        assertTrue(ServiceLoader.load(ReferenceCatalogue.class).stream()
                .anyMatch(provider -> provider.type() == Catalogue.class));
    }

    @Test
    void an_unknown_assignment_has_no_tasks() {
        assertEquals(List.of(), new Catalogue().tasks("no-such-sheet"));
    }

    @Test
    void every_task_of_a_sheet_has_its_own_id() {
        Catalogue catalogue = new Catalogue();
        for (String sheet : catalogue.sheets()) {
            List<String> ids =
                    catalogue.tasks(sheet).stream().map(ReferenceTask::id).toList();
            assertEquals(List.copyOf(new LinkedHashSet<>(ids)), ids, sheet);
        }
    }
}
