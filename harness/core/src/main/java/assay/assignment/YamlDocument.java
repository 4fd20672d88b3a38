package assay.assignment;

import tools.jackson.databind.JsonNode;

/**
 * Hold a YAML file as a tree of JSON nodes and the place of every node.
 *
 * <p>Plain scalars that look like decimal numbers are numbers, {@code true} and {@code false} are truth values, {@code null},
 * {@code ~} and nothing are null; all else is text, so {@code no}, {@code 1/9} and {@code 0x10} are texts.
 */
public record YamlDocument(JsonNode root, YamlPlace place) {}
