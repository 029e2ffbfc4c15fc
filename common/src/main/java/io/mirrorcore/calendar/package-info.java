/**
 * When markets are open: hours of each weekday in a zone, holidays, the usual exchanges, and how
 * many bars that makes. Start with {@link io.mirrorcore.calendar.MarketSessions}, which knows the
 * hours of each symbol; {@link io.mirrorcore.calendar.TradingHours} are those of one market and
 * {@link io.mirrorcore.calendar.Exchange} the ready-made ones. No clock, and nothing that is
 * learned from data, must be here.
 */
package io.mirrorcore.calendar;
