package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.key.FormatKeys;
import io.mirrorcore.jobs.config.key.FormatKeys.Format;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.registry.RegistryAddress;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the values of topics are written, and what of it does not go together. */
final class TopicFormats {

  private TopicFormats() {}

  static ValueFormat of(Settings settings, Topic topic) {
    if (settings.get(FormatKeys.of(topic)) == Format.JSON) {
      return ValueFormat.JSON;
    }
    String secret = settings.find(FormatKeys.AUTHORIZATION).orElse(null);
    return settings
        .find(FormatKeys.URL_OF_REGISTRY)
        .map(
            url ->
                ValueFormat.avro(
                    topic.word(),
                    settings.get(PipelineKeys.topic(topic)),
                    new RegistryAddress(url, secret)))
        .orElseGet(() -> ValueFormat.avro(topic.word()));
  }

  /** Those of market data that are Avro, by kind. */
  static Map<RecordKind, ValueFormat> ofMarket(Settings settings) {
    Map<RecordKind, ValueFormat> formats = new EnumMap<>(RecordKind.class);
    for (Topic topic : Topic.market()) {
      ValueFormat format = of(settings, topic);
      if (format.isAvro()) {
        formats.put(topic.kind().orElseThrow(), format);
      }
    }
    return formats;
  }

  /** One sentence a violation. */
  static List<String> check(Settings settings) {
    List<String> problems = new ArrayList<>();
    for (Topic topic : Topic.ofVendors()) {
      if (settings.get(FormatKeys.of(topic)) == Format.AVRO
          && settings.mapping(topic.kind().orElseThrow()).isPresent()) {
        problems.add(
            "%s is avro, of which fields are told by their names: %s, %s and %s are for messages in JSON; delete them"
                .formatted(
                    FormatKeys.of(topic),
                    PipelineKeys.preset(topic),
                    PipelineKeys.columns(topic),
                    PipelineKeys.INPUTS_BAR_LABEL));
      }
    }
    boolean none =
        Arrays.stream(Topic.values())
            .allMatch(topic -> settings.get(FormatKeys.of(topic)) == Format.JSON);
    if (none && settings.isSet(FormatKeys.URL_OF_REGISTRY.key())) {
      problems.add(
          "%s is set, and no topic is in Avro; set %s=avro (or another topic's), or delete it"
              .formatted(FormatKeys.URL_OF_REGISTRY, FormatKeys.of(Topic.WEIGHTS)));
    }
    if (settings.isSet(FormatKeys.AUTHORIZATION.key())
        && !settings.isSet(FormatKeys.URL_OF_REGISTRY.key())) {
      problems.add(
          "%s is set without %s, to which it would be sent; set both or delete it"
              .formatted(FormatKeys.AUTHORIZATION, FormatKeys.URL_OF_REGISTRY));
    }
    return problems;
  }
}
