package io.mirrorcore.jobs.paper;

import io.mirrorcore.paper.PaperControl;
import io.mirrorcore.paper.PaperPrice;
import io.mirrorcore.portfolio.record.TargetPositions;

/**
 * What a portfolio's account is told; exactly one of the three is there.
 *
 * @param portfolio key
 * @param positions to trade to, or null
 * @param price of a symbol of the portfolio, or null
 * @param control of the kill switch, or null
 */
public record PaperEvent(
    String portfolio, TargetPositions positions, PaperPrice price, PaperControl control) {}
