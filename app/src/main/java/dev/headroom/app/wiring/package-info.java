/** Puts the parts together: which sinks, probes and clock there are, and what a configuration makes of them. */
@NullMarked
package dev.headroom.app.wiring;

import org.jspecify.annotations.NullMarked;
