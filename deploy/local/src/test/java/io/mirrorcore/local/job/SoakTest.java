package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.file.FileOutputs;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million ticks over five hundred symbols through the whole pipeline: once every window is full,
 * state does not grow. Takes minutes, so it runs only with {@code mvn test -Psoak}.
 */
@EnabledIfSystemProperty(named = "mirrorcore.soak", matches = "true")
class SoakTest {

  private static final int TICKS = Integer.getInteger("mirrorcore.soak.ticks", 1_000_000);
  private static final int SYMBOLS = 500;
  private static final int TICKS_A_BAR = 2;
  private static final long MINUTE = 60_000;

  @TempDir private Path directory;

  private static Settings settings() {
    return Settings.defaults()
        .with(
            Map.of(
                "bars.from", "ticks",
                "job.inputs", "ticks",
                "bars.interval", "1m",
                "ensemble.period", "bar",
                // Of a thousand quotes a symbol half must fill the window.
                "strategies.MICROSTRUCTURE.history", 400));
  }

  @Test
  void stateIsFlat() throws Exception {
    long half = (long) TICKS / SYMBOLS / TICKS_A_BAR / 2;
    Path first = savepoint(half, null);
    long bytesAtHalf = bytes(first);
    Path second = savepoint(2 * half - 1, first);
    long bytesAtEnd = bytes(second);
    System.out.printf(
        Locale.ROOT,
        "soak: %,d symbols, %,d bytes after %,d ticks, %,d after %,d (%+.2f %%)%n",
        SYMBOLS,
        bytesAtHalf,
        TICKS / 2,
        bytesAtEnd,
        TICKS,
        100.0 * (bytesAtEnd - bytesAtHalf) / bytesAtHalf);
    assertThat((double) bytesAtEnd / bytesAtHalf).isBetween(0.97, 1.03);
  }

  /** Stops behind so many bars, on the way from another savepoint or from the beginning. */
  private Path savepoint(long bars, Path from) throws Exception {
    Settings settings = settings();
    Configuration flink = JobEnvironment.offline(RunPlan.of(settings));
    flink.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.resolve("state").toUri().toString());
    if (from != null) {
      flink.set(StateRecoveryOptions.SAVEPOINT_PATH, from.toUri().toString());
    }
    GatedInputs inputs =
        new GatedInputs(Map.of(RecordKind.TICK, new Ticks()), bars * MINUTE + MINUTE / 2);
    return Savepoints.take(flink, settings, inputs, new FileOutputs(), directory);
  }

  private static long bytes(Path savepoint) throws IOException {
    try (Stream<Path> files = Files.walk(savepoint)) {
      return files.filter(Files::isRegularFile).mapToLong(SoakTest::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A quote and a trade of every symbol in every minute, made when they are asked for. */
  private static final class Ticks extends AbstractList<MarketEvent> {

    @Override
    public int size() {
      return TICKS;
    }

    @Override
    public MarketEvent get(int index) {
      int bar = index / (SYMBOLS * TICKS_A_BAR);
      int symbol = index / TICKS_A_BAR % SYMBOLS;
      long time = bar * MINUTE + 20_000 + index % TICKS_A_BAR;
      SplittableRandom random = new SplittableRandom(31L * bar + symbol);
      double wave = Math.sin(bar / (20.0 + symbol % 13)) + 0.3 * Math.sin(bar / 3.0 + symbol);
      double mid = 100 * Math.exp(0.02 * wave + 0.002 * random.nextDouble(-1, 1));
      return AdmittedEvent.tick(
          new SourceRef("ticks", 0, index), tick("S" + (1_000 + symbol), time, mid, random));
    }

    private static Tick tick(String symbol, long time, double mid, SplittableRandom random) {
      double[] bids = {mid * 0.9999, 1 + random.nextInt(50)};
      double[] asks = {mid * 1.0001, 1 + random.nextInt(50)};
      double size = 1 + random.nextInt(100);
      return time % 2 == 0
          ? Tick.quote(symbol, time, bids, asks)
          : Tick.trade(symbol, time, random.nextBoolean() ? asks[0] : bids[0], size, Aggressor.BUY);
    }
  }
}
