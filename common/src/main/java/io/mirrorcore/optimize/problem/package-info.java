/**
 * The mathematical problems that the solvers answer and the certificates judge, and the shape of an
 * answer. Start with {@link io.mirrorcore.optimize.problem.MeanVarianceProblem} and {@link
 * io.mirrorcore.optimize.problem.Solution}. A problem may compute figures of given weights, and a
 * check may refuse its numbers; nothing here searches for weights, and nothing knows which
 * objectives can be configured.
 */
package io.mirrorcore.optimize.problem;
