/** A Micrometer binder that shows what a {@link dev.headroom.guard.ResourceGuard} finds. */
@NullMarked
package dev.headroom.guard.micrometer;

import org.jspecify.annotations.NullMarked;
