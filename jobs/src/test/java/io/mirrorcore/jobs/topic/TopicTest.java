package io.mirrorcore.jobs.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicTest {

  private static List<Topic> outputs() {
    return Topic.outputs();
  }

  /** The key's name is for people, its function for the sinks: the two must not drift. */
  @ParameterizedTest
  @MethodSource("outputs")
  void theNamedKeyIsTheOneThatIsTaken(Topic topic) throws Exception {
    RecordKey<?> key = topic.keyOf(topic.record());
    Method replace = key.getClass().getDeclaredMethod("writeReplace");
    replace.setAccessible(true);
    SerializedLambda accessor = (SerializedLambda) replace.invoke(key);
    assertThat(accessor.getImplMethodName()).isEqualTo(topic.key());
    assertThat(accessor.getImplClass()).isEqualTo(topic.record().getName().replace('.', '/'));
  }

  @ParameterizedTest
  @EnumSource
  void everyTopicIsReadOrWrittenByAJob(Topic topic) {
    assertThat(topic.readers().stream().anyMatch(Role::isJob))
        .isEqualTo(Topic.inputs().contains(topic));
    assertThat(topic.writers().stream().anyMatch(Role::isJob))
        .isEqualTo(Topic.outputs().contains(topic));
    assertThat(Stream.concat(Topic.inputs().stream(), Topic.outputs().stream())).contains(topic);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfMarketDataComesInByOne(RecordKind kind) {
    assertThat(Topic.of(kind).kind()).contains(kind);
    assertThat(Topic.market()).contains(Topic.of(kind)).hasSize(RecordKind.values().length);
  }

  @Test
  void doesNotTakeTheRecordsOfAnother() {
    assertThatThrownBy(() -> Topic.ALERTS.keyOf(EnsembleWeights.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "topic alerts carries Alert; have io.mirrorcore.portfolio.record.EnsembleWeights");
    assertThatThrownBy(() -> Topic.PRICES.keyOf(Alert.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("topic prices is not written by any job");
  }
}
