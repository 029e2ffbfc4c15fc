/**
 * Commands that run the pipeline, or look on while it runs: {@code demo}, {@code run}, {@code
 * watch}.
 */
package io.mirrorcore.local.cli.live;
