/**
 * Arithmetic of measurements: medians, spreads, ratios to a reference, and what may be said of a
 * difference. Start with {@link io.mirrorcore.bench.figure.CaseResult}. Nothing is measured here.
 */
package io.mirrorcore.bench.figure;
