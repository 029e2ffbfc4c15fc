/**
 * Statistical tests and estimates on windows of returns: change points, cointegration, Granger
 * causality, Hurst exponent, entropy, outliers. Start with the one you need: each names its paper.
 * What is plotted beside a price belongs to {@code indicator}; no signal is made here.
 */
package io.mirrorcore.indicator.statistic;
