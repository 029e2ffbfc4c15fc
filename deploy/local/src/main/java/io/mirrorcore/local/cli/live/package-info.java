/**
 * Commands that run the pipeline, or look on while it runs: {@code demo}, {@code run}, {@code
 * watch}. Start with {@link io.mirrorcore.local.cli.live.RunCommand}. How a job is run belongs to
 * {@code local.job}, how the demo is put together to {@code local.demo}; only options and printing
 * are here.
 */
package io.mirrorcore.local.cli.live;
