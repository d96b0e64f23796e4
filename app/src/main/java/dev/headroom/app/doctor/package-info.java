/** Tells what a run would see on this machine: what is measured, how, at what cost, and which limits apply. */
@NullMarked
package dev.headroom.app.doctor;

import org.jspecify.annotations.NullMarked;
