/**
 * Factorisations of small dense matrices, row-major in one array: {@link
 * io.mirrorcore.matrix.Cholesky} where a matrix is positive definite or useless, {@link
 * io.mirrorcore.matrix.PivotedCholesky} where the rank matters, {@link
 * io.mirrorcore.matrix.GrowingCholesky} where rows come and go, {@link
 * io.mirrorcore.matrix.DenseLu} for the rest, eigenvalues and eigenvectors. Start with {@code
 * Cholesky}. Every machine gives the same bits: no threads, no blocking by the processor. Nothing
 * here knows what the numbers mean.
 */
package io.mirrorcore.matrix;
