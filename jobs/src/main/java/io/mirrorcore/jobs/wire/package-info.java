/**
 * What goes over topics and files: parsing and validation of the three inputs in one place ({@link
 * io.mirrorcore.jobs.wire.market.RecordParser}, start there), the envelope that carries a good or a
 * rejected record through the pipeline ({@link io.mirrorcore.jobs.wire.market.MarketEvent}), and
 * the JSON of what is published. Every input ends as an event or as a reject with a reason, never
 * as an exception. Nothing here knows time, state or keys: those belong to {@code operator}.
 */
package io.mirrorcore.jobs.wire;
