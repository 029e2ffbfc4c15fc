/**
 * What runs in the measured process: one job or one command, and nothing else of the bench, which
 * has broker and feed in a process of its own. Start with {@link
 * io.mirrorcore.bench.child.MeasuredJob}.
 */
package io.mirrorcore.bench.child;
