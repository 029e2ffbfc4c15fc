/**
 * How one track keeps its account: what it holds because of its weights, what that earns and costs,
 * and what would be left under stress. Start with {@link io.mirrorcore.backtest.account.Book}. Net
 * positions themselves are the live job's, in {@link io.mirrorcore.portfolio.book}; which tracks
 * there are is decided in {@code backtest}, when they trade in {@code track}.
 */
package io.mirrorcore.backtest.account;
