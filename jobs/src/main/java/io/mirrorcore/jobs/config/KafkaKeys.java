package io.mirrorcore.jobs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is under {@code kafka} goes to the clients as it is, but for what the job itself answers for
 * and for secrets: those are references to the environment or to files, resolved as late as when a
 * client is built and never printed.
 */
final class KafkaKeys {

  static final String PREFIX = "kafka.";
  private static final String MASK = "******";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]*)}");
  private static final Pattern SECRET =
      Pattern.compile(
          "password|passphrase|secret|credential|jaas|user\\.info|(token|key)$",
          Pattern.CASE_INSENSITIVE);

  /** Properties that would break what the job promises, and the option that sets them. */
  private static final Map<String, String> RESERVED =
      new TreeMap<>(
          Map.of(
              "group.id", "set job.group-id instead",
              "auto.offset.reset", "set job.start instead",
              "transactional.id", "set job.transaction-prefix instead",
              "transaction.timeout.ms", "set job.transaction-timeout instead",
              "enable.auto.commit", "offsets are committed with checkpoints; delete it",
              "isolation.level", "inputs are always read committed; delete it",
              "key.serializer", "records are JSON; delete it",
              "value.serializer", "records are JSON; delete it",
              "key.deserializer", "records are JSON; delete it",
              "value.deserializer", "records are JSON; delete it"));

  private KafkaKeys() {}

  /** What to do about a property that is not a user's to set, or null. */
  static String remedy(String property) {
    return RESERVED.get(property);
  }

  /** The value as it may be shown: a reference is no secret, what it refers to is. */
  static String shown(String key, String value) {
    boolean reference = REFERENCE.matcher(value).matches();
    return SECRET.matcher(key).find() && !reference ? MASK : value;
  }

  static Properties resolve(Map<String, String> properties, UnaryOperator<String> environment) {
    Properties resolved = new Properties();
    properties.forEach(
        (name, value) -> resolved.setProperty(name, resolve(name, value, environment)));
    return resolved;
  }

  private static String resolve(String name, String value, UnaryOperator<String> environment) {
    Matcher matcher = REFERENCE.matcher(value);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String target = matcher.group(2);
      String found =
          matcher.group(1).equals("env") ? variable(name, target, environment) : file(name, target);
      matcher.appendReplacement(text, Matcher.quoteReplacement(found));
    }
    return matcher.appendTail(text).toString();
  }

  private static String variable(String name, String variable, UnaryOperator<String> environment) {
    String value = environment.apply(variable);
    if (value == null) {
      throw new ConfigurationException(
          ("kafka.%s refers to the environment variable %s, which is not set; "
                  + "set it, or use ${file:/path}")
              .formatted(name, variable));
    }
    return value;
  }

  private static String file(String name, String path) {
    try {
      return Files.readString(Path.of(path)).stripTrailing();
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "kafka.%s refers to the file %s, which cannot be read (%s); create it, or use ${env:NAME}"
              .formatted(name, path, e.getClass().getSimpleName()));
    }
  }
}
