/**
 * The ends of the graph over files: inputs read to their end, outputs as lines. Start with {@link
 * io.mirrorcore.jobs.topology.file.FileInputs}. What flows between the ends is wired in {@code
 * topology}.
 */
package io.mirrorcore.jobs.topology.file;
