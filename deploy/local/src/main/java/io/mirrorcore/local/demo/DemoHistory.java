package io.mirrorcore.local.demo;

import io.mirrorcore.local.files.TemporaryDirectory;
import io.mirrorcore.local.simulator.MarketSimulator;
import io.mirrorcore.market.Bar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first years of the simulated market, as the file that a job takes in before its topics. */
final class DemoHistory implements AutoCloseable {

  /** Three years of days. */
  static final int CLOSES = 3 * 365 + 1;

  private final TemporaryDirectory directory;
  private final Path file;
  private long bars;

  private DemoHistory(TemporaryDirectory directory) {
    this.directory = directory;
    file = directory.path().resolve("history.csv");
  }

  /**
   * Writes it.
   *
   * @param market goes on behind it
   * @param prices hear of every close
   */
  static DemoHistory write(MarketSimulator market, Prices prices) throws IOException {
    DemoHistory history = new DemoHistory(TemporaryDirectory.create("mirrorcore-demo-"));
    try (BufferedWriter out = Files.newBufferedWriter(history.file)) {
      out.write("symbol,time,open,high,low,close,volume\n");
      for (int i = 0; i < CLOSES; i++) {
        List<Bar> close = market.next().bars();
        prices.add(close);
        for (Bar bar : close) {
          out.write(line(bar));
        }
        history.bars += close.size();
      }
    } catch (IOException e) {
      history.close();
      throw e;
    }
    return history;
  }

  private static String line(Bar bar) {
    return "%s,%d,%s,%s,%s,%s,%s\n"
        .formatted(
            bar.symbol(), bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
  }

  Path file() {
    return file;
  }

  long bars() {
    return bars;
  }

  @Override
  public void close() throws IOException {
    directory.close();
  }
}
