package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A SHA-256 of all data and settings that a tuning result depends on, and of nothing else: it says
 * whether the files of an earlier run may be used again. Another parallelism or another broker
 * makes no difference. When in doubt a setting is included: to compute again is only slow, to use a
 * result of other settings would be wrong.
 */
final class Fingerprint {

  /** To be raised when the same data and settings give other numbers than before. */
  private static final int FORMAT = 2;

  private static final List<String> NEVER_MATTERS = List.of("tune.", "job.", "kafka.", "time.idle");

  /** What comes after the strategy returns. */
  private static final List<String> OF_ENSEMBLE =
      List.of("ensemble.", "regime.", "regimes.", "alerts.", "positions.", "backtest.");

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    add(Integer.toString(FORMAT));
  }

  /** Of strategy returns that are to be made of these inputs. */
  static String ofInputs(Settings settings, BacktestInputs inputs) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(settings, List.of());
    for (String jar : settings.get(StrategyKeys.JARS)) {
      fingerprint.add(Path.of(jar));
    }
    for (Map.Entry<RecordKind, Path> file : inputs.market().entrySet()) {
      fingerprint.add(file.getKey().name());
      fingerprint.addNamed(file.getValue());
    }
    if (inputs.returns() != null) {
      fingerprint.addNamed(inputs.returns());
    }
    return fingerprint.text();
  }

  /**
   * Of trials that are to be made of these returns; lambda and eta stand beside it.
   *
   * @param identity of the search that asks for them
   * @param settings of the backtest, the walk's included
   * @param portfolio whose trials they are
   * @param returns file of the strategy returns
   */
  static String ofTrials(String identity, Settings settings, String portfolio, Path returns)
      throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(identity);
    fingerprint.add(settings, OF_ENSEMBLE);
    fingerprint.add(portfolio);
    fingerprint.add(returns);
    if (settings.find(EnsembleKeys.REGIME_FILE).isPresent()) {
      fingerprint.add(Path.of(settings.get(EnsembleKeys.REGIME_FILE)));
    }
    return fingerprint.text();
  }

  /** Of a text. */
  static String ofText(String text) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(text);
    return fingerprint.text();
  }

  /** Of a file's content. */
  static String of(Path file) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(file);
    return fingerprint.text();
  }

  private void add(Settings settings, List<String> alsoWanted) {
    settings
        .texts(
            key -> matters(key) && (alsoWanted.stream().anyMatch(key::startsWith) || isFirst(key)))
        .forEach(
            (key, value) -> {
              add(key);
              add(value);
            });
  }

  private static boolean matters(String key) {
    return NEVER_MATTERS.stream().noneMatch(key::startsWith)
        && EnsembleKeys.REGIMES.stream()
            .noneMatch(r -> key.equals(r.lambda().key()) || key.equals(r.eta().key()));
  }

  private static boolean isFirst(String key) {
    return OF_ENSEMBLE.stream().noneMatch(key::startsWith);
  }

  /** With its length, so that two texts do not read as one. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  /** Its name too, which dead letters bear. */
  private void addNamed(Path file) throws IOException {
    add(file.getFileName().toString());
    add(file);
  }

  private void add(Path file) throws IOException {
    add(Long.toString(Files.size(file)));
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
  }

  private String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
