/**
 * Checks what is in a run directory against what its manifest and its log of ranges say: an independent reader, which shares no code with
 * the sinks and reads everything once in bounded memory.
 */
@NullMarked
package dev.headroom.app.verify;

import org.jspecify.annotations.NullMarked;
