package io.mirrorcore.bench.command;

import io.mirrorcore.bench.child.MeasuredCommand;
import io.mirrorcore.bench.figure.CaseResult;
import io.mirrorcore.bench.figure.Measurement;
import io.mirrorcore.bench.figure.Sample;
import io.mirrorcore.bench.market.BenchMarket;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.files.TemporaryDirectory;
import io.mirrorcore.market.Bar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A backtest as a user runs it: the whole process, from the files to the report. */
final class ReplayRun {

  private static final long MINUTE = 60_000;

  private final int symbols;
  private final int bars;
  private final int rounds;
  private final MachineLoad load;
  private final Profiling profiling;

  /**
   * @param bars of each symbol
   */
  ReplayRun(int symbols, int bars, int rounds, MachineLoad load, Profiling profiling) {
    this.symbols = symbols;
    this.bars = bars;
    this.rounds = rounds;
    this.load = load;
    this.profiling = profiling;
  }

  CaseResult measure() throws IOException, InterruptedException {
    String name = "backtest-" + symbols;
    try (TemporaryDirectory directory = TemporaryDirectory.create("bench-replay-")) {
      Path prices = prices(directory.path().resolve("prices.csv"));
      List<Double> micros = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        load.look();
        Path out = directory.path().resolve("report-" + round);
        micros.add(run(prices, out, profiling.options(name, round)).microsPerRecord());
      }
      return CaseResult.of(
          name,
          "backtest of %,d bars of %d symbols, all of its process".formatted(total(), symbols),
          new Sample(micros),
          CaseResult.MICROS,
          null);
    }
  }

  private int total() {
    return symbols * bars;
  }

  private Measurement run(Path prices, Path out, List<String> options)
      throws IOException, InterruptedException {
    List<String> program =
        List.of(
            MeasuredCommand.class.getName(),
            Integer.toString(total()),
            "backtest",
            "--prices",
            prices.toString(),
            "--out",
            out.toString());
    try (ChildProcess child = ChildProcess.start(options, program)) {
      return Json.decode(child.lastLine().getBytes(StandardCharsets.UTF_8), Measurement.class);
    }
  }

  private Path prices(Path file) throws IOException {
    BenchMarket market = BenchMarket.ofBars(symbols, MINUTE);
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("symbol,time,open,high,low,close,volume\n");
      for (int i = 0; i < total(); i++) {
        csv.write(line(market.nextBar()));
      }
    }
    return file;
  }

  private static String line(Bar bar) {
    StringJoiner line = new StringJoiner(",", "", "\n");
    line.add(bar.symbol()).add(Long.toString(bar.time()));
    for (double value :
        new double[] {bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()}) {
      line.add(Double.toString(value));
    }
    return line.toString();
  }
}
