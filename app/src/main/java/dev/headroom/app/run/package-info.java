/**
 * A run: {@code open or resume -> pipeline -> checkpoint ... -> finish}.
 *
 * <p>Worker threads generate and encode ranges; the range whose turn it is goes straight to the sinks, the others wait in a bounded
 * number of slabs. After each range the run knows a position in every file from which it can go on.
 */
@NullMarked
package dev.headroom.app.run;

import org.jspecify.annotations.NullMarked;
