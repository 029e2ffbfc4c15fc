package io.mirrorcore.jobs.config.secret;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Reads secrets for a Kafka client where and when it is built, so that the properties which travel
 * with a job, and lie in its graph and its metadata, hold references only.
 *
 * <p>Kafka's own providers do the like, but leave a reference that leads nowhere as it is (the
 * broker then refuses a password called {@code ${env:PW}}), keep the line break at the end of a
 * file, and do not know that a secret stands between quotes. Kafka makes the instances, by the
 * names that {@link KafkaKeys} gives them.
 */
public final class SecretProvider implements ConfigProvider {

  static final String SOURCE = "source";
  static final String QUOTED = "quoted";

  private String source = SecretReference.ENVIRONMENT;
  private boolean quoted;

  @Override
  public void configure(Map<String, ?> settings) {
    source = String.valueOf(settings.get(SOURCE));
    quoted = Boolean.parseBoolean(String.valueOf(settings.get(QUOTED)));
  }

  @Override
  public ConfigData get(String path) {
    return new ConfigData(Map.of()); // there is no list of all secrets
  }

  /** Kafka takes what precedes a colon for a path of its own; here it is part of the name. */
  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> secrets = new HashMap<>();
    for (String key : keys) {
      String target = path == null || path.isEmpty() ? key : path + ":" + key;
      String secret = new SecretReference(source, target).read(System::getenv);
      secrets.put(key, quoted ? escaped(secret) : secret);
    }
    return new ConfigData(secrets);
  }

  /** As a text between double quotes must be written for the JAAS parser to give it back. */
  private static String escaped(String secret) {
    return secret.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Override
  public void close() {}
}
