/**
 * From estimates to weights that are provably optimal. Start with {@link
 * io.mirrorcore.optimize.WeightProblem}, which says what is asked; {@link
 * io.mirrorcore.optimize.Optimizer} finds the solver that answers, and {@link
 * io.mirrorcore.optimize.Certificate} proves the answer without trusting the solver. Regimes, gates
 * and state have no place here: every call is a pure function of its arguments.
 */
package io.mirrorcore.optimize;
