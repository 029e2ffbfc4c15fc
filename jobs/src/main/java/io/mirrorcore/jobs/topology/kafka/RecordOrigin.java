package io.mirrorcore.jobs.topology.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;

/**
 * Who wrote a record, for its Kafka headers. Not in its value: that stays the same in a backtest
 * and live, of every job that reckons alike.
 *
 * @param job identity of the job, as its transactions bear it
 * @param version of the product
 * @param settings 16 hex digits of a hash of the options that decide values: two records with
 *     different ones were reckoned under different rules
 */
public record RecordOrigin(String job, String version, String settings) implements Serializable {

  static final String JOB = "mirrorcore-job";
  static final String VERSION = "mirrorcore-version";
  static final String SETTINGS = "mirrorcore-settings";

  private static final int DIGITS = 16;

  /** How a job is run, where it reads and writes, and what looks at values only. */
  private static final List<String> DECIDE_NOTHING =
      List.of(
          "job.",
          "kafka.",
          "topics.",
          "tune.",
          "backtest.",
          "console.",
          "paper.",
          "format.",
          "time.idle");

  private static final String INPUTS = "job.inputs";

  /**
   * Of a job under some options.
   *
   * @param options that {@link #decides decide values}, by key
   */
  static RecordOrigin of(String job, SortedMap<String, String> options) {
    MessageDigest digest = sha256();
    options.forEach(
        (key, value) -> digest.update((key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
    String hash = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    return new RecordOrigin(job, productVersion(), hash);
  }

  /** Whether an option decides what is in a record. */
  static boolean decides(String key) {
    return key.equals(INPUTS) || DECIDE_NOTHING.stream().noneMatch(key::startsWith);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String productVersion() {
    Properties build = new Properties();
    try (InputStream in = RecordOrigin.class.getResourceAsStream("version.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("the jar must hold version.properties", e);
    }
    return build.getProperty("version");
  }

  /** Puts it into the headers of a record. */
  void into(Headers headers) {
    new TreeMap<>(Map.of(JOB, job, VERSION, version, SETTINGS, settings))
        .forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
  }
}
