package dev.headroom.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A configuration as a manifest keeps it.
 *
 * @param json the whole configuration
 * @param sha256 hash of the keys that determine bytes
 * @param checksums a checksum of each of these keys, which tells of two configurations where they differ
 */
public record RecordedConfiguration(JsonNode json, String sha256, Map<String, String> checksums) {}
