/**
 * Paper trading as a Flink job: positions, prices and the kill switch of each portfolio, in the
 * order of event time. Start with {@link io.mirrorcore.jobs.paper.PaperFunction}. The graph is in
 * {@code topology}, and how an account is kept in {@code io.mirrorcore.paper}: only keys, time and
 * state are here.
 */
package io.mirrorcore.jobs.paper;
