/**
 * The probe SPI: what measures memory, disk space and CPU time, and how one is chosen.
 *
 * <p>A probe measures and holds no policy. It fills a reading that its caller owns, and allocates nothing once it has warmed up. Each
 * {@link dev.headroom.probe.Reading} is a value, unlimited, or unknown with a reason; unknown is never read as zero or as plenty.
 * A probe and its readings belong to one thread at a time.
 */
@NullMarked
package dev.headroom.probe;

import org.jspecify.annotations.NullMarked;
