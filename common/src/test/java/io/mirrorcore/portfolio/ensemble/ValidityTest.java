package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.RandomPortfolio;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A consumer can tell from a record which one it is, until when it holds, and at what prices. */
class ValidityTest {

  private static final List<PortfolioBar> BARS = new RandomPortfolio(5, 3, 4).bars(300);
  private static final EnsembleSettings SETTINGS = EnsembleSettingsBuilder.daily().build();

  private static List<EnsembleWeights> run(Ensemble ensemble, List<PortfolioBar> bars) {
    List<EnsembleWeights> results = new ArrayList<>();
    for (PortfolioBar bar : bars) {
      EnsembleWeights result = ensemble.onBar(bar).weights();
      if (result != null) {
        results.add(result);
      }
    }
    return results;
  }

  @Test
  void resultsAreCountedFromTheStartAndOnFromWhatWasSaved() {
    List<EnsembleWeights> whole = run(new Ensemble("random", SETTINGS), BARS);
    Ensemble first = new Ensemble("random", SETTINGS);
    List<EnsembleWeights> parts = new ArrayList<>(run(first, BARS.subList(0, 200)));
    assertThat(parts).isNotEmpty();
    Ensemble second = Restored.from(first, new Ensemble("random", SETTINGS));
    parts.addAll(run(second, BARS.subList(200, BARS.size())));
    assertThat(parts).isEqualTo(whole);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(whole.get(i).validity().sequence()).isEqualTo(i + 1);
    }
  }

  @Test
  void theNextResultComesWhenItIsDueUnlessTheRegimeChanges() {
    List<EnsembleWeights> results = run(new Ensemble("random", SETTINGS), BARS);
    int asDue = 0;
    for (int i = 1; i < results.size(); i++) {
      EnsembleWeights before = results.get(i - 1);
      assertThat(before.validity().validUntil()).isGreaterThan(before.time());
      asDue += before.validity().validUntil() == results.get(i).time() ? 1 : 0;
    }
    assertThat(asDue).isGreaterThan(results.size() / 2);
  }

  /** A state that was written before results were counted: its next result is the first. */
  @Test
  void theStateOfAnEarlierReleaseIsReadAndCountsFromOne() throws IOException {
    Ensemble before = new Ensemble("random", SETTINGS);
    run(before, BARS.subList(0, 200));
    ByteArrayOutputStream now = new ByteArrayOutputStream();
    before.save(new DataOutputStream(now));
    Ensemble restored = new Ensemble("random", SETTINGS);
    restored.load(new DataInputStream(new ByteArrayInputStream(uncounted(now.toByteArray()))));
    List<EnsembleWeights> rest = run(restored, BARS.subList(200, BARS.size()));
    assertThat(rest.get(0).validity().sequence()).isEqualTo(1);
    List<EnsembleWeights> whole = run(new Ensemble("random", SETTINGS), BARS);
    assertThat(rest.get(0).rebalance())
        .isEqualTo(whole.get(whole.size() - rest.size()).rebalance());
  }

  /** The first release's form: what was added stands before it, between a mark and the count. */
  private static byte[] uncounted(byte[] saved) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved));
    assertThat(in.readInt()).isEqualTo(-1);
    assertThat(in.readByte()).isEqualTo((byte) 2);
    in.readUTF();
    new PeriodBook(SETTINGS.time().ends(), null, null, null).load(in);
    in.readBoolean();
    in.readBoolean();
    Sleeves.of(SETTINGS).load(in);
    assertThat(in.readLong()).isPositive();
    return in.readAllBytes();
  }

  @Test
  void positionsCarryThePriceOfEverySymbol() {
    Ensemble ensemble = new Ensemble("random", SETTINGS);
    int told = 0;
    for (PortfolioBar bar : BARS) {
      TargetPositions positions = ensemble.onBar(bar).positions();
      if (positions != null) {
        assertThat(positions.prices().keySet()).isEqualTo(positions.positions().keySet());
        bar.symbols()
            .forEach(
                symbol ->
                    assertThat(positions.prices().get(symbol.symbol()))
                        .isEqualTo(symbol.price())
                        .isPositive());
        told++;
      }
    }
    assertThat(told).isGreaterThan(100);
  }
}
