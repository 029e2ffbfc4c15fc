/**
 * Commands that decide whether to trust it: {@code backtest}, {@code tune}, {@code optimize},
 * {@code estimate}, and the options they share with each other.
 */
package io.mirrorcore.local.cli.research;
