/**
 * For programs that act on the weights: a consumer in plain Java, without Flink. Start with {@link
 * io.mirrorcore.consumer.WeightsConsumer} (the newest weights of a portfolio, their history, their
 * proof) or, where bytes come from elsewhere, with {@link
 * io.mirrorcore.consumer.WeightsVerification}. The formulas of the proof are in {@code
 * io.mirrorcore.portfolio.verify}; nothing here writes to a topic.
 */
package io.mirrorcore.consumer;
