package io.mirrorcore.local.redrive;

import io.mirrorcore.jobs.wire.reject.RecordKind;

/**
 * A record that the job would take, on its way back to the topic it came from.
 *
 * @param kind of record, which names the topic
 * @param topic name of the topic
 * @param symbol its key
 * @param time epoch milliseconds, event time
 * @param payload its bytes, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way
public record Resend(RecordKind kind, String topic, String symbol, long time, byte[] payload) {}
