/**
 * Paper trading: what an account would have held and earned by trading to {@code positions}. Start
 * with {@link io.mirrorcore.paper.PaperDesk}, which puts the events of one portfolio in order; one
 * {@link io.mirrorcore.paper.PaperBook} is one account, and {@link
 * io.mirrorcore.paper.OrderGateway} is what a real venue would implement. No clock, no I/O, no
 * Flink, and no Kafka: all of it is event time.
 */
package io.mirrorcore.paper;
