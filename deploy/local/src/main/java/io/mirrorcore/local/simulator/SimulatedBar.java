package io.mirrorcore.local.simulator;

import io.mirrorcore.local.simulator.market.MarketRegime;
import io.mirrorcore.local.simulator.option.OptionRoll;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import java.util.List;

/**
 * Everything that happened in one bar of the market, each list in order of event time.
 *
 * @param time close of the bar, epoch milliseconds
 * @param regime the regime that the market was in
 * @param bars one bar per instrument, in the order of the settings
 * @param ticks quotes and trades of all instruments, strictly inside the bar
 * @param options option prints of all underlyings, strictly inside the bar
 * @param rolls expiries that went and came at the open of this bar, usually none
 */
public record SimulatedBar(
    long time,
    MarketRegime regime,
    List<Bar> bars,
    List<Tick> ticks,
    List<OptionPrint> options,
    List<OptionRoll> rolls) {}
