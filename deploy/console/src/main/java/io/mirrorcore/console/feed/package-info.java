/**
 * Where records come from. Start with {@link io.mirrorcore.console.feed.Feed}, and go on with
 * {@link io.mirrorcore.console.feed.KafkaFeed}. What records mean belongs to {@code console.panel}:
 * here they are bytes with a topic and two times.
 */
package io.mirrorcore.console.feed;
