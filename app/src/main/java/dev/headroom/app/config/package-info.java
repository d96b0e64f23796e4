/** The configuration: reading it from YAML with every problem and its place, and writing it down again. */
@NullMarked
package dev.headroom.app.config;

import org.jspecify.annotations.NullMarked;
