/**
 * Proofs of optimality: from a problem, weights and multipliers to a residual, 0 for the optimum.
 * Start with {@link io.mirrorcore.optimize.proof.MeanVarianceCertificate}, which states the scheme.
 * Nothing here may use a solver: a proof that shared code with what it proves would be none.
 */
package io.mirrorcore.optimize.proof;
