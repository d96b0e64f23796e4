package dev.headroom.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What stays the same in every manifest of a run.
 *
 * @param headroomVersion version of the program
 * @param algorithmVersion version of the generator's algorithm
 * @param configurationSha256 hash of the keys that determine bytes
 * @param configuration the configuration in force
 * @param formats output formats in the order they were asked for
 * @param rangeCount ranges of the whole run
 */
record RunIdentity(
        String headroomVersion,
        String algorithmVersion,
        String configurationSha256,
        JsonNode configuration,
        List<String> formats,
        long rangeCount) {}
