package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.backtest.breakdown.AgainstBenchmark;
import io.mirrorcore.backtest.breakdown.Attribution;
import io.mirrorcore.backtest.breakdown.Breakdown;
import io.mirrorcore.backtest.breakdown.DrawdownEpisode;
import io.mirrorcore.backtest.breakdown.ReturnDistribution;
import io.mirrorcore.backtest.breakdown.Trade;
import io.mirrorcore.backtest.track.TrackSeries;
import io.mirrorcore.jobs.wire.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the ensemble of a sample report is made of; only who earned it is made up. */
final class SampleBreakdown {

  private static final int SYMBOLS = 40;

  private SampleBreakdown() {}

  static JsonNode of(SampleMarket market, double[] ensemble, double[] equal) {
    double[] equity = TrackSeries.ofReturns(ensemble).equity();
    double profit = SampleReport.CAPITAL * (equity[equity.length - 1] - 1);
    Breakdown breakdown =
        new Breakdown(
            new Breakdown.Benchmark("HOLD", beside(market, ensemble, equal)),
            DrawdownEpisode.deepest(equity, market.times, market.times[0] - 1),
            List.of(
                ReturnDistribution.of("Ensemble", ensemble),
                ReturnDistribution.of("Equal weight", equal)),
            SampleTracks.WINDOW,
            attribution(market, profit));
    try {
      return new ObjectMapper().readTree(Json.encode(breakdown));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<AgainstBenchmark> beside(
      SampleMarket market, double[] ensemble, double[] equal) {
    List<AgainstBenchmark> rows = new ArrayList<>();
    rows.add(
        AgainstBenchmark.of("Ensemble", ensemble, market.returns[0], SampleMarket.BARS_PER_YEAR));
    rows.add(
        AgainstBenchmark.of("Equal weight", equal, market.returns[0], SampleMarket.BARS_PER_YEAR));
    return rows;
  }

  private static Attribution attribution(SampleMarket market, double profit) {
    List<Attribution.Row> symbols = new ArrayList<>();
    List<Trade> trades = new ArrayList<>();
    double ofSymbols = 0;
    for (int i = 0; i < SYMBOLS; i++) {
      double part = 500 * (market.random.nextDouble() - 0.45);
      ofSymbols += part;
      String name = "SYM" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
      symbols.add(new Attribution.Row(name, part, 12.5, 0.02, 0.01 - 0.001 * i, 3.1, market.bars));
      trades.add(trade(market.times[i], name, part));
    }
    List<Attribution.Row> strategies = new ArrayList<>();
    double ofStrategies = 0;
    for (int k = 0; k < SampleMarket.STRATEGIES.size(); k++) {
      boolean held = k != 11; // options are not there
      double part = held ? 900 * (market.random.nextDouble() - 0.45) : 0;
      ofStrategies += part;
      double exposure = held ? 0.05 : 0;
      strategies.add(
          new Attribution.Row(
              SampleMarket.STRATEGIES.get(k),
              part,
              held ? 26.0 : 0.0,
              exposure,
              exposure,
              held ? 8.25 : 0.0,
              held ? market.bars : 0));
    }
    return new Attribution(
        symbols,
        profit - ofSymbols,
        strategies,
        profit - ofStrategies,
        new Attribution.Trades(7_412, 3_120_000, 500, trades, trades));
  }

  private static Trade trade(long time, String symbol, double size) {
    return new Trade(time, symbol, 101.25, 0.01, 0.01 + size / 1e5, size, Math.abs(size) / 1000);
  }
}
