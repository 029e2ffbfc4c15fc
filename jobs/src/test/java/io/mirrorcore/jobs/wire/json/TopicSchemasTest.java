package io.mirrorcore.jobs.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topic.TopicSchema;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.paper.PaperControl;
import io.mirrorcore.paper.PaperOrder;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.signal.Action;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas that consumers validate with, against the code and real records. */
public class TopicSchemasTest {

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = TopicSchemasTest.class.getResourceAsStream(file)) {
      return Records.text(in.readAllBytes()).lines().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WEIGHTS, weights.jsonl",
    "POSITIONS, positions.jsonl",
    "ORDERS, orders.jsonl",
    "FILLS, fills.jsonl",
    "ACCOUNT, account.jsonl",
    "PAPER_CONTROL, paper-control.jsonl",
    "STRATEGY_RETURNS, strategy-returns.jsonl",
    "ALERTS, alerts.jsonl"
  })
  void everyPublishedRecordIsValid(Topic topic, String file) throws IOException {
    assertThat(lines(file)).isNotEmpty();
    for (String line : lines(file)) {
      assertThat(TopicSchema.of(topic).faults(line)).isEmpty();
      String later = line.replaceFirst("\\{", "{\"later\":1,");
      assertThat(TopicSchema.of(topic).faults(later)).as("fields are added").isEmpty();
      String less = line.replaceFirst("\"portfolio\":\"[^\"]*\",", "");
      assertThat(TopicSchema.of(topic).faults(less)).as("portfolio is asked for").isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyFieldOfTheRecordIsDescribedAndNoOther(Topic topic) {
    Set<String> fields =
        topic.kind().isPresent() ? wireFields(topic.kind().get()) : components(topic.record());
    assertThat(new TreeSet<>(TopicSchema.of(topic).fieldNames())).isEqualTo(fields);
  }

  private static Set<String> wireFields(RecordKind kind) {
    Set<String> names = new TreeSet<>();
    for (WireField field : WireField.values()) {
      if (field.isOf(kind)) {
        names.add(field.wireName());
      }
    }
    return names;
  }

  private static Set<String> components(Class<?> type) {
    return new TreeSet<>(
        FlatForms.fields(type)
            .orElseGet(
                () ->
                    Arrays.stream(type.getRecordComponents())
                        .map(component -> component.getName())
                        .toList()));
  }

  @Test
  void partsOfWeightsAreDescribedAsWhole() {
    JsonNode properties = TopicSchema.of(Topic.WEIGHTS).properties();
    assertThat(names(properties.get("problem").get("properties")))
        .isEqualTo(components(io.mirrorcore.portfolio.record.PublishedProblem.class));
    assertThat(names(properties.get("skill").get("properties")))
        .isEqualTo(components(io.mirrorcore.portfolio.record.Skill.class));
    assertThat(names(properties.get("overlay").get("properties")))
        .isEqualTo(components(io.mirrorcore.portfolio.record.OverlaySkill.class));
    assertThat(names(properties.get("trades").get("items").get("properties")))
        .isEqualTo(components(io.mirrorcore.portfolio.record.WeightTrade.class));
    assertThat(names(TopicSchema.of(Topic.ACCOUNT).properties().at("/gap/properties")))
        .isEqualTo(components(PaperAccount.Gap.class));
    assertThat(names(properties.at("/problem/properties/groups/items/properties")))
        .isEqualTo(components(io.mirrorcore.portfolio.record.PublishedGroup.class));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void whatIsOneOfSeveralIsOneOfThoseOfTheCode() {
    one(Topic.WEIGHTS, "decision", Decision.values());
    one(Topic.SIGNALS, "action", Action.values());
    one(Topic.ORDERS, "state", PaperOrder.State.values());
    one(Topic.PAPER_CONTROL, "action", PaperControl.Action.values());
    one(Topic.PAPER_CONTROL, "by", PaperControl.Origin.values());
    one(Topic.ALERTS, "level", Alert.Level.values());
    one(Topic.ALERTS, "state", Alert.State.values());
    one(Topic.DEAD_LETTER, "reason", RejectReason.values());
    one(Topic.DEAD_LETTER, "kind", RecordKind.values());
    assertThat(TopicSchema.of(Topic.WEIGHTS).values("objective")).isEqualTo(Objective.ids());
  }

  private static void one(Topic topic, String field, Enum<?>... values) {
    assertThat(TopicSchema.of(topic).values(field))
        .isEqualTo(Arrays.stream(values).map(Enum::name).toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = RecordKind.class,
      names = {"BAR", "OPTION", "TICK"})
  void asksOfInputsForWhatTheParserAsksFor(RecordKind kind) {
    assertThat(new TreeSet<>(TopicSchema.of(Topic.of(kind)).required()))
        .isEqualTo(new TreeSet<>(WireField.required(kind)));
  }

  @Test
  void acceptsInputsAsTheParserDoes() {
    assertThat(
            TopicSchema.of(Topic.PRICES)
                .faults(
                    "{\"symbol\":\"IBM\",\"time\":\"2024-01-02T21:00:00Z\",\"open\":\"1.5\","
                        + "\"high\":2,\"low\":1,\"close\":1.5,\"volume\":0}"))
        .isEmpty();
    assertThat(
            TopicSchema.of(Topic.TICKS)
                .faults(
                    "{\"symbol\":\"B\",\"time\":1723161256298,\"type\":\"QUOTE\","
                        + "\"bids\":[[1,2]],\"asks\":[[\"1.1\",2]]}"))
        .isEmpty();
    assertThat(
            TopicSchema.of(Topic.TICKS)
                .faults("{\"symbol\":\"B\",\"time\":1,\"type\":\"NEITHER\"}"))
        .isNotEmpty();
  }
}
