/**
 * Concave quadratics on a budget, a box and group caps. Start with {@link
 * io.mirrorcore.optimize.quadratic.MeanVarianceSolver}, which lists the phases of a solve, and
 * {@link io.mirrorcore.optimize.quadratic.GroupCapSolver} for the caps. Solvers hand out points and
 * solutions that a certificate has judged; they know nothing of the objectives that pose their
 * problems.
 */
package io.mirrorcore.optimize.quadratic;
