/**
 * Bars, ticks and option prints: parsed and validated ({@link
 * io.mirrorcore.jobs.wire.market.RecordParser}, start there), in their envelope, serialised between
 * operators, or as a dead letter. A tick is read in {@link
 * io.mirrorcore.jobs.wire.market.TickReader}.
 */
package io.mirrorcore.jobs.wire.market;
