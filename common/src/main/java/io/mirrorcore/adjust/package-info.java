/**
 * Splits and dividends: prices of a symbol on one basis, so that none of them is a return. Start
 * with {@link io.mirrorcore.adjust.PriceBasis}. Where adjustments come from, and which bars are
 * after their day, is not decided here.
 */
package io.mirrorcore.adjust;
