package assay.assignment;

import tools.jackson.databind.JsonNode;

/**
 * Say how one criterion is judged; the parameters are bound by the check kind.
 *
 * @param task id of the task
 * @param criterion id of the criterion within the task
 * @param kind name of the check kind, for example {@code "close-to"}
 * @param parameters the other keys, as written
 * @param place where they stand, for messages
 */
public record CheckSpec(String task, String criterion, String kind, JsonNode parameters, YamlPlace place) {}
