/**
 * Every option as one typed constant with name, default, range and meaning; {@link
 * io.mirrorcore.jobs.config.key.ConfigKeys} lists them all, {@link
 * io.mirrorcore.jobs.config.key.PipelineKeys} is where to start. What a file says of them is in
 * {@code settings}.
 */
package io.mirrorcore.jobs.config.key;
