/**
 * Indicators, each incremental: fed one number or bar at a time in O(1) or O(window), allocating
 * nothing per bar. Conventions are those of TA-Lib and R's TTR. Start with {@link
 * io.mirrorcore.indicator.Sma}; {@link io.mirrorcore.indicator.Window} is what most are built on.
 * No signal is made here.
 */
package io.mirrorcore.indicator;
