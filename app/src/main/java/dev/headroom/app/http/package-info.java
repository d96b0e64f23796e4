/** Shows a running run over HTTP: its health for people and probes, its metrics for Prometheus. */
@NullMarked
package dev.headroom.app.http;

import org.jspecify.annotations.NullMarked;
