package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many records of a file are refused, and for what. A report over what is left of a file of
 * which much was refused is not a report over that file: from one share on it is said before
 * anything else, and from another on there is none unless the user asks for it.
 */
public final class Refusals {

  /** Share of the records above which a verdict begins with it. */
  public static final double TOLD_FIRST = 0.01;

  /** Share of the records above which a command ends. */
  public static final double TOO_MANY = 0.20;

  private final String file;
  private final Map<RejectReason, Long> counts = new TreeMap<>();
  private final Map<RejectReason, Example> examples = new TreeMap<>();
  private long records;
  private long refused;

  /** The first record that was refused for a reason. */
  private record Example(long line, String detail, String text) {

    /** Dead letters of one time come in no order that two runs share. */
    Example earlier(Example other) {
      return line <= other.line ? this : other;
    }
  }

  /** Of a file whose records are counted as they come. */
  Refusals(String file) {
    this(file, 0);
  }

  /**
   * @param file name of the file
   * @param records in it, whatever becomes of them
   */
  Refusals(String file, long records) {
    this.file = file;
    this.records = records;
  }

  /**
   * What a job has refused of each file, in the order of the files.
   *
   * @param letters the job's dead letters, JSON lines
   * @param records of each file, good and bad, by its name
   */
  public static List<Refusals> read(Path letters, Map<String, Long> records) throws IOException {
    Map<String, Refusals> refusals = new LinkedHashMap<>();
    records.forEach((file, count) -> refusals.put(file, new Refusals(file, count)));
    try (BufferedReader lines = Files.newBufferedReader(letters)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        DeadLetter letter = Json.decode(line.getBytes(StandardCharsets.UTF_8), DeadLetter.class);
        if (refusals.containsKey(letter.topic())) {
          refusals.get(letter.topic()).add(letter);
        }
      }
    }
    return List.copyOf(refusals.values());
  }

  public String file() {
    return file;
  }

  void addRecord() {
    records++;
  }

  /** Takes note of one that a job has refused. */
  private void add(DeadLetter letter) {
    add(letter.reason(), letter.offset(), letter.detail(), letter.raw());
  }

  /** Takes note of one that is refused. */
  void add(RejectReason reason, long line, String detail, byte[] raw) {
    refused++;
    counts.merge(reason, 1L, Long::sum);
    Example example = new Example(line, detail, new String(raw, StandardCharsets.UTF_8));
    examples.merge(reason, example, Example::earlier);
  }

  public long refused() {
    return refused;
  }

  long refused(RejectReason reason) {
    return counts.getOrDefault(reason, 0L);
  }

  public long records() {
    return records;
  }

  /** Part of the records that is refused, in [0, 1]; 0 where there is no record. */
  public double share() {
    return records == 0 ? 0 : (double) refused / records;
  }

  /** What a verdict begins with; empty where hardly anything is refused. */
  public Optional<String> warning() {
    return share() > TOLD_FIRST
        ? Optional.of(
            ("%s of the records of %s were refused (%,d of %,d), most often as %s: what follows is"
                    + " of the rest alone.")
                .formatted(percent(), file, refused, records, mostly()))
        : Optional.empty();
  }

  /**
   * Insists that most is left.
   *
   * @throws TooManyRefusedException with the commonest reason and one record
   */
  public void requireFew() {
    if (share() > TOO_MANY) {
      RejectReason most = mostly();
      Example example = examples.get(most);
      throw new TooManyRefusedException(
          String.format(
              Locale.ROOT,
              "%s of the records of %s were refused (%,d of %,d), most often as %s, first on line %d:"
                  + " %s. The line is %s. Correct the file; --accept-rejects goes on with the rest",
              percent(),
              file,
              refused,
              records,
              most,
              example.line(),
              example.detail(),
              Rejection.quoted(example.text())));
    }
  }

  /** What was refused, in a sentence for each reason: how often, and the first of it. */
  public List<String> sentences() {
    return counts.entrySet().stream()
        .map(
            count -> {
              Example first = examples.get(count.getKey());
              return String.format(
                  Locale.ROOT,
                  "%,d of %,d records are refused as %s, first on line %d: %s",
                  count.getValue(),
                  records,
                  count.getKey(),
                  first.line(),
                  first.detail());
            })
        .toList();
  }

  private String percent() {
    return String.format(Locale.ROOT, share() < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share());
  }

  private RejectReason mostly() {
    RejectReason most = null;
    for (Map.Entry<RejectReason, Long> count : counts.entrySet()) {
      if (most == null || count.getValue() > counts.get(most)) {
        most = count.getKey();
      }
    }
    return most;
  }
}
