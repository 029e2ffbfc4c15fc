package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.market.BarSpacing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The file of {@code job.history}, tried before a job reads it: it must be in the order of time,
 * for it is read where it lies, and on from the middle after a failure.
 *
 * @param path of the file
 * @param records in it, the refused ones among them
 * @param newest latest time of a bar as it is written, epoch milliseconds
 * @param spacing how the bars lie in time
 */
public record HistoryFile(Path path, long records, long newest, BarSpacing spacing) {

  private static final String KEY = PipelineKeys.JOB_HISTORY.key();

  /**
   * The history of a job; empty where it has none.
   *
   * @throws ConfigurationException when the file cannot stand before the topics
   * @throws TooManyRefusedException when so much of it is refused that the rest is no history
   */
  public static Optional<HistoryFile> of(Settings settings) throws IOException {
    Optional<Path> path = settings.find(PipelineKeys.JOB_HISTORY).map(Path::of);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    requireBars(settings);
    requireReadable(path.get());
    IntakePlan plan =
        new IntakePlan(
            settings.parser().unaligned().plain(), // the interval may not be known yet
            settings.get(PipelineKeys.TIME_OUT_OF_ORDERNESS),
            null,
            false);
    return Optional.of(tried(path.get(), FileScan.of(path.get(), RecordKind.BAR, plan)));
  }

  private static HistoryFile tried(Path path, FileScan scan) {
    scan.refusals().requireFew();
    if (!scan.isInOrder()) {
      throw new ConfigurationException(
          "%s is %s, which is not in the order of time (line %d is earlier than one before it): sort its rows by time"
              .formatted(KEY, path, scan.firstOutOfOrder()));
    }
    if (scan.newest().isEmpty()) {
      throw new ConfigurationException(
          "%s is %s, in which there is no bar: give a file of prices, or leave it out"
              .formatted(KEY, path));
    }
    return new HistoryFile(
        path, scan.refusals().records(), scan.newest().getAsLong(), scan.spacing());
  }

  private static void requireBars(Settings settings) {
    if (settings.get(PipelineKeys.BARS_FROM) != Choices.BarSource.PRICES
        || !settings.get(PipelineKeys.JOB_INPUTS).contains(Topic.PRICES)) {
      throw new ConfigurationException(
          "%s is a file of prices, of which this job makes no bars: it goes with bars.from=prices and prices among job.inputs; leave it out"
              .formatted(KEY));
    }
  }

  private static void requireReadable(Path path) {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw unreadable(path);
    }
  }

  private static ConfigurationException unreadable(Path path) {
    return new ConfigurationException(
        "%s is %s, which cannot be read: give the path of an existing file of prices"
            .formatted(KEY, path));
  }

  /** The last close, which is near to the newest time where stamps are a little beside it. */
  public long end(ParserSettings parser) {
    return parser.alignment().of(newest);
  }

  /**
   * What tells the history of a job from any other, wherever it lies; empty where there is none.
   *
   * @throws ConfigurationException when it cannot be read
   */
  public static Optional<String> identity(Settings settings) {
    return settings.find(PipelineKeys.JOB_HISTORY).map(Path::of).map(HistoryFile::identity);
  }

  private static String identity(Path path) {
    requireReadable(path);
    try (InputStream bytes = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return "a file of SHA-256 " + HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw unreadable(path);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** For people. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "takes in %,d bars of %s first, until %s; the topics count from there on",
        records,
        path,
        Instant.ofEpochMilli(newest));
  }
}
