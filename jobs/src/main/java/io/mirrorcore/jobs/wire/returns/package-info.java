/**
 * Strategy returns as an input, from a topic or a CSV file. Start with {@link
 * io.mirrorcore.jobs.wire.returns.ReturnsParser}.
 */
package io.mirrorcore.jobs.wire.returns;
