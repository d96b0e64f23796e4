/** JMH benchmarks: {@code java -jar benchmarks/target/benchmarks.jar}. */
@NullMarked
package dev.headroom.benchmarks;

import org.jspecify.annotations.NullMarked;
