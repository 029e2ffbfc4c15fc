/**
 * Problems that are neither linear nor quadratic: the largest Sharpe ratio as a search along the
 * mean-variance frontier, and risk parity by Newton's method. Start with {@link
 * io.mirrorcore.optimize.nonlinear.SharpeSolver}. Each answer is judged by its certificate before
 * it leaves.
 */
package io.mirrorcore.optimize.nonlinear;
