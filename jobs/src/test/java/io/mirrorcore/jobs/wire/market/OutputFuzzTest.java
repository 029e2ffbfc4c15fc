package io.mirrorcore.jobs.wire.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.fuzz.Budget;
import io.mirrorcore.jobs.fuzz.JsonMutator;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.signal.SignalRecord;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Damaged records of the output topics, read as a consumer does: a record or one kind of exception.
 */
class OutputFuzzTest {

  private static final Map<String, Class<?>> SEEDS =
      new TreeMap<>(
          Map.of(
              "{\"symbol\":\"A\",\"time\":1,\"strategy\":\"UT_BOT\",\"action\":\"BUY\","
                  + "\"position\":1.0,\"confidence\":0.5,\"label\":\"L\",\"attributes\":{\"a\":1.5}}",
              SignalRecord.class,
              "{\"portfolio\":\"main\",\"time\":1,\"returns\":{\"UT_BOT\":0.01}}",
              StrategyReturns.class,
              "{\"portfolio\":\"main\",\"time\":1,\"positions\":{\"A\":0.5}}",
              TargetPositions.class,
              "{\"portfolio\":\"main\",\"level\":\"WARNING\",\"key\":\"K\",\"state\":\"FIRING\","
                  + "\"message\":\"m\",\"value\":1.0,\"threshold\":2.0,\"time\":3}",
              Alert.class,
              "{\"portfolio\":\"main\",\"time\":1,\"weights\":{\"A\":1.0},\"target\":{\"A\":1.0},"
                  + "\"status\":\"OPTIMAL\",\"cap\":1.0,\"regime\":\"MIXED\",\"trades\":[],"
                  + "\"bindingLower\":[],\"bindingUpper\":[\"A\"],\"inactive\":[]}",
              EnsembleWeights.class,
              "{\"topic\":\"prices\",\"partition\":0,\"offset\":7,\"kind\":\"BAR\","
                  + "\"reason\":\"MALFORMED\",\"detail\":\"d\",\"raw\":\"anVuaw==\",\"time\":5}",
              DeadLetter.class));

  @Test
  void damagedRecordsAreReadOrRefusedInOneSentence() {
    SplittableRandom random = new SplittableRandom(77);
    int read = 0;
    int refused = 0;
    for (Map.Entry<String, Class<?>> seed : SEEDS.entrySet()) {
      JsonMutator mutator = new JsonMutator(seed.getKey());
      assertThat(Json.decode(Records.bytes(seed.getKey()), seed.getValue())).isNotNull();
      for (int i = 0; i < Budget.percent(5) / SEEDS.size(); i++) {
        if (isRead(mutator.mutate(random), seed.getValue())) {
          read++;
        } else {
          refused++;
        }
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isGreaterThan(read / 10);
  }

  private static boolean isRead(byte[] input, Class<?> type) {
    try {
      assertThat((Object) Json.decode(input, type)).as(Records.text(input)).isNotNull();
      return true;
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("no JSON of a " + type.getSimpleName() + ": ");
      assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl);
      return false; // any other exception fails the test
    }
  }
}
