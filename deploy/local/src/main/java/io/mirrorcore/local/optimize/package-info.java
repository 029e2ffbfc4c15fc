/**
 * The optimiser and the estimators alone, from files: {@link
 * io.mirrorcore.local.optimize.ProblemFile} reads a problem as it stands, {@link
 * io.mirrorcore.local.optimize.ReturnsTables} a table of strategy returns, and {@link
 * io.mirrorcore.local.optimize.OptimumJson} is what is printed. Start with {@code ProblemFile}.
 * Nothing is solved or estimated here: that is {@code common}.
 */
package io.mirrorcore.local.optimize;
