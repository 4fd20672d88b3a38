package assay.submission;

import tools.jackson.databind.JsonNode;

/** Be one answer as it stands in {@code answers.yaml}, with its place for messages: {@code answers.yaml:12}. */
public record GivenAnswer(JsonNode node, String where) {}
