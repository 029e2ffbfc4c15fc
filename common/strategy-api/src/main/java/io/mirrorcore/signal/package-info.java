/**
 * What a strategy says: {@link io.mirrorcore.signal.Signal}, where to start, and {@link
 * io.mirrorcore.signal.SignalRecord}, the form of it that is published. How a signal is computed is
 * in {@code strategy}, what it earns in {@code portfolio}.
 */
package io.mirrorcore.signal;
