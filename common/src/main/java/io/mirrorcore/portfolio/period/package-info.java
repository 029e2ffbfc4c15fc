/**
 * Periods: what the windows of an ensemble count, as opposed to bars. Start with {@link
 * io.mirrorcore.portfolio.period.PeriodEnds}, which says when one ends; a market with sessions is
 * one more implementation of it. What is estimated from periods is {@link
 * io.mirrorcore.portfolio.ensemble}'s.
 */
package io.mirrorcore.portfolio.period;
