/**
 * Strategy returns as an input, from a topic or a CSV file. Start with {@link
 * io.mirrorcore.jobs.wire.returns.ReturnsParser}. What becomes of a refused one is decided in
 * {@code operator.admit}.
 */
package io.mirrorcore.jobs.wire.returns;
