/** The command line. */
@NullMarked
package dev.headroom.app.cli;

import org.jspecify.annotations.NullMarked;
