/**
 * From estimates to weights that are provably optimal. Start with {@link
 * io.mirrorcore.optimize.PortfolioProblem}, which states the question, and {@link
 * io.mirrorcore.optimize.Optimizer}, which answers it. Each {@link
 * io.mirrorcore.optimize.Objective} is one file here; the rooms behind it are {@code problem} (the
 * mathematical problems), {@code proof} (the certificates), and the solvers {@code linear}, {@code
 * quadratic} and {@code nonlinear}. Regimes, gates and state have no place here: every call is a
 * pure function of its arguments.
 */
package io.mirrorcore.optimize;
