package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.evidence.Evidence;
import java.util.List;

/**
 * One line of the report: the ensemble, a baseline or a strategy alone. Arrays are by evaluated
 * bar.
 *
 * @param name as shown
 * @param kind what it is
 * @param figures what it came to
 * @param evidence what that proves
 * @param equity capital at the close
 * @param drawdown loss from the highest capital so far, 0 or a negative share
 * @param rollingSharpe annualised, over the settings' window of bars; null while there are fewer
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
public record Track(
    String name,
    TrackKind kind,
    Figures figures,
    Evidence evidence,
    double[] equity,
    double[] drawdown,
    List<Double> rollingSharpe) {}
