/**
 * Estimates of the mean and the covariance of strategy returns, and how far to trust them. Returns
 * are {@code T x N}: one row per bar, newest last, one column per strategy. Start with {@link
 * io.mirrorcore.estimate.Estimates}, which offers them all, and {@link
 * io.mirrorcore.estimate.LedoitWolf}, the default. Nothing here knows weights or objectives: those
 * are next door in {@code optimize}.
 */
package io.mirrorcore.estimate;
