package io.mirrorcore.jobs.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.paper.PaperControl;
import io.mirrorcore.paper.PaperFill;
import io.mirrorcore.paper.PaperOrder;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of release 0.1, of every objective: they still read, and are written as they were. */
class PublishedBytesTest {

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("weights.jsonl", EnsembleWeights.class),
        Arguments.of("positions.jsonl", TargetPositions.class),
        Arguments.of("orders.jsonl", PaperOrder.class),
        Arguments.of("fills.jsonl", PaperFill.class),
        Arguments.of("account.jsonl", PaperAccount.class),
        Arguments.of("paper-control.jsonl", PaperControl.class),
        Arguments.of("strategy-returns.jsonl", StrategyReturns.class),
        Arguments.of("alerts.jsonl", Alert.class),
        Arguments.of("report.jsonl", BacktestResult.class));
  }

  private static List<String> lines(String file) {
    try (InputStream in = PublishedBytesTest.class.getResourceAsStream(file)) {
      return Records.text(in.readAllBytes()).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatWasPublishedIsReadAndWrittenByteForByte(String file, Class<?> type) {
    assertThat(lines(file)).isNotEmpty();
    for (String line : lines(file)) {
      assertThat(Records.text(Json.encode(Json.decode(Records.bytes(line), type)))).isEqualTo(line);
    }
  }

  @Test
  void everyPartOfAWeightsRecordHoldsItsFields() {
    for (String line : lines("weights.jsonl")) {
      JsonNode json = Json.decode(Records.bytes(line), JsonNode.class);
      EnsembleWeights record = Json.decode(Records.bytes(line), EnsembleWeights.class);

      assertThat(record.rebalance().decision()).isEqualTo(json.get("decision").textValue());
      assertThat(record.rebalance().turnover()).isEqualTo(json.get("turnover").doubleValue());
      assertThat(record.rebalance().weights().get("ALPHA"))
          .isEqualTo(json.at("/weights/ALPHA").doubleValue());
      assertThat(record.target().weights().get("ALPHA"))
          .isEqualTo(json.at("/target/ALPHA").doubleValue());
      assertThat(record.target().cap()).isEqualTo(json.get("targetCap").doubleValue());
      assertThat(record.risk().sharpe()).isEqualTo(json.get("sharpe").doubleValue());
      assertThat(record.estimate().shrinkage()).isEqualTo(json.get("shrinkage").doubleValue());
      assertThat(record.confidence().overall()).isEqualTo(json.get("confidence").doubleValue());
      assertThat(record.proof().kktResidual()).isEqualTo(json.get("kktResidual").doubleValue());
      assertThat(record.certificate()).isLessThan(1e-10);
    }
  }

  @Test
  void fieldsComeInAnyOrderAndMayBeAbsent() {
    String line =
        "{\"trades\":[],\"bindingUpper\":[\"A\"],\"inactive\":[],\"later\":{\"a\":[1]},"
            + "\"bindingLower\":[],\"time\":7,\"weights\":{\"A\":1.0},\"cap\":null}";

    EnsembleWeights record = Json.decode(Records.bytes(line), EnsembleWeights.class);

    assertThat(record.time()).isEqualTo(7);
    assertThat(record.portfolio()).isNull();
    assertThat(record.rebalance().weights()).containsEntry("A", 1.0);
    assertThat(record.rebalance().cap()).isZero();
    assertThat(record.target().weights()).isEmpty();
    assertThat(record.proof().problem()).isNull();
    assertThat(record.proof().bindingUpper()).containsExactly("A");
  }
}
