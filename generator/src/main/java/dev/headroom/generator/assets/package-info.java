/** Fixed assets: what is depreciated of them each month. */
@NullMarked
package dev.headroom.generator.assets;

import org.jspecify.annotations.NullMarked;
