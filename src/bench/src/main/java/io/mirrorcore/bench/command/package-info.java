/**
 * The command {@code ./mirrorcore bench}: what is measured, how often, and how it is told. Start
 * with {@link io.mirrorcore.bench.command.BenchCommand}. What runs in a measured process is in
 * {@code bench.child}, arithmetic in {@code bench.figure}.
 */
package io.mirrorcore.bench.command;
