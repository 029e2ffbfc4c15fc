/**
 * Records on their way into and out of Kafka: {@link io.mirrorcore.local.feed.CsvFeed} sends files
 * in event-time order, {@link io.mirrorcore.local.feed.EventSender} is the producer, {@link
 * io.mirrorcore.local.feed.OutputTail} the read-committed consumer. What the records mean is in
 * {@code jobs.wire}. Start with {@code CsvFeed}.
 */
package io.mirrorcore.local.feed;
