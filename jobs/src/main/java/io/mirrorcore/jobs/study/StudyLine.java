package io.mirrorcore.jobs.study;

import io.mirrorcore.jobs.topology.file.LineFormat;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.study.StudyBar;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A close of the ledger as a line of the file between the job and the judgement. Most strategies
 * hold nothing most of the time: only what is held is written.
 *
 * @param time the close, epoch milliseconds
 * @param market mean return of the symbols
 * @param symbols all that are followed, by name
 */
record StudyLine(long time, double market, List<Entry> symbols) {

  /** How a bar becomes a line. */
  static final LineFormat FORMAT = new Format();

  /**
   * One symbol.
   *
   * @param symbol its name
   * @param value its return
   * @param cost of trading it
   * @param hasBar whether it has a bar now
   * @param strategies those that hold it, by their place in the configuration
   * @param exposures of these
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, written and read at once
  record Entry(
      String symbol,
      double value,
      double cost,
      boolean hasBar,
      int[] strategies,
      double[] exposures) {

    static Entry of(SymbolReturn symbol) {
      double[] all = symbol.exposures();
      int[] held = IntStream.range(0, all.length).filter(k -> all[k] != 0).toArray();
      return new Entry(
          symbol.symbol(),
          symbol.value(),
          symbol.cost(),
          symbol.silent() == 0,
          held,
          Arrays.stream(held).mapToDouble(k -> all[k]).toArray());
    }

    StudyBar.Holding holding(int count) {
      double[] all = new double[count];
      for (int i = 0; i < strategies.length; i++) {
        all[strategies[i]] = exposures[i];
      }
      return new StudyBar.Holding(symbol, value, cost, hasBar, all);
    }
  }

  static StudyLine of(PortfolioBar bar) {
    return new StudyLine(
        bar.time(),
        bar.earned().map(BarReturns::market).orElse(0.0),
        bar.symbols().stream().map(Entry::of).toList());
  }

  /**
   * The bar that a line holds.
   *
   * @param strategies how many there are
   */
  static StudyBar read(String line, int strategies) {
    StudyLine read = Json.decode(line.getBytes(StandardCharsets.UTF_8), StudyLine.class);
    return new StudyBar(
        read.time,
        read.market,
        read.symbols.stream().map(entry -> entry.holding(strategies)).toList());
  }

  private static final class Format implements LineFormat {

    private static final long serialVersionUID = 1;

    @Override
    public String header() {
      return null;
    }

    @Override
    public String line(Object record) {
      return new String(Json.encode(of((PortfolioBar) record)), StandardCharsets.UTF_8);
    }
  }
}
