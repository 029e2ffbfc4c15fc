package io.mirrorcore.console.feed;

/**
 * The end of an input topic.
 *
 * @param records sum of its end offsets: it grows by what comes in
 * @param newest stamp of its newest record, epoch milliseconds; -1 for none
 */
public record InputEnd(long records, long newest) {}
