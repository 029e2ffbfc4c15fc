package io.mirrorcore.backtest.track;

/**
 * What a track follows: weights that are known beforehand, or an engine that decides on its way.
 */
public sealed interface TrackRule permits TargetRule, EngineRule {}
