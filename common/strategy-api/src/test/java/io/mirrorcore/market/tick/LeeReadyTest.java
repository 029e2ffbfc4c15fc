package io.mirrorcore.market.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The classifier, not told the aggressor, against venues that name it. */
class LeeReadyTest {

  private static final Path SAMPLE = Path.of("../../src/reference/crypto-ticks-sample.csv.gz");
  private static final Path FULL = Path.of("../../../shared/data/crypto-ticks.csv.gz");

  private static final class Tally {
    private final TradeClassifier classifier = new TradeClassifier();
    private int trades;
    private int agreed;

    private void add(String[] field) {
      long time = Long.parseLong(field[1]);
      if (field[2].equals("QUOTE")) {
        Tick quote = Tick.quote(field[0], time, levels(field[5]), levels(field[6]));
        if (quote.isTwoSided()) {
          classifier.onQuote(time, quote.mid());
        }
        return;
      }
      double price = Double.parseDouble(field[3]);
      double size = Double.parseDouble(field[4]);
      int side = classifier.classify(Tick.trade(field[0], time, price, size, Aggressor.UNKNOWN));
      trades++;
      agreed += side == (field[7].equals("BUY") ? 1 : -1) ? 1 : 0;
    }

    private static double[] levels(String side) {
      return side.isEmpty()
          ? new double[0]
          : Stream.of(side.split("[|:]")).mapToDouble(Double::parseDouble).toArray();
    }

    private double share() {
      return (double) agreed / trades;
    }
  }

  private static Map<String, Tally> tally(Path file) throws IOException {
    Map<String, Tally> tallies = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      assertThat(Arrays.asList(lines.readLine().split(",", -1)))
          .containsExactly("symbol", "time", "type", "price", "size", "bids", "asks", "aggressor");
      lines
          .lines()
          .map(line -> line.split(",", -1))
          .forEach(field -> tallies.computeIfAbsent(field[0], s -> new Tally()).add(field));
    }
    return tallies;
  }

  @Test
  void agreesWithTheVenueOnAMinuteOfTicks() throws IOException {
    Map<String, Tally> tallies = tally(SAMPLE);
    assertThat(tallies.get("BTCUSDT-PERP").trades).isGreaterThan(2000);
    assertThat(tallies.get("ETHUSDT-PERP").trades).isGreaterThan(1500);
    assertThat(tallies.get("BTCUSDT-PERP").share()).isGreaterThanOrEqualTo(0.998);
    assertThat(tallies.get("ETHUSDT-PERP").share()).isGreaterThanOrEqualTo(0.998);
  }

  @Test
  void agreesWithTheVenueOnAllTicks() throws IOException {
    assumeThat(FULL).as("the full tick file beside the repository").exists();
    Map<String, Tally> tallies = tally(FULL);
    assertThat(tallies.get("BTCUSDT-PERP").share()).isGreaterThanOrEqualTo(0.998);
    assertThat(tallies.get("ETHUSDT-PERP").share()).isGreaterThanOrEqualTo(0.999);
  }
}
