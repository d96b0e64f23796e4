/**
 * Deciding how much a run may do: levels, thresholds, and the one controller that chooses a level.
 *
 * <p>Nothing here measures and nothing here acts. A {@link dev.headroom.degrade.ResourceStatus} comes in, a level and, where it
 * changed, a {@link dev.headroom.degrade.DecisionRecord} go out.
 */
@NullMarked
package dev.headroom.degrade;

import org.jspecify.annotations.NullMarked;
