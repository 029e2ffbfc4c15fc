/**
 * What a strategy says: {@link io.mirrorcore.signal.Signal}. How a signal is computed is in {@code
 * strategy}, what it earns in {@code portfolio}.
 */
package io.mirrorcore.signal;
