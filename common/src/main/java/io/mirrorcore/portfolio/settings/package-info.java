/**
 * The numbers of an ensemble, checked when they are made: window, objective, limits, gate. Start
 * with {@link io.mirrorcore.portfolio.settings.EnsembleSettings}. Where they come from (a file, a
 * flag) is not known here, and what is done with them is {@link
 * io.mirrorcore.portfolio.ensemble}'s.
 */
package io.mirrorcore.portfolio.settings;
