package io.mirrorcore.local.redrive;

import io.mirrorcore.jobs.output.OutputFile;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;

/** Dead letters as JSON lines, to be corrected in an editor and read back. */
public final class RepairFile {

  private RepairFile() {}

  /**
   * A line of the file and what would become of it.
   *
   * @param number from 1
   */
  public record Judged(long number, ResendVerdict verdict) {}

  /**
   * Writes one line a letter, in JSON what can be read so; the file is there as a whole or not at
   * all.
   *
   * @param values makes JSON of the values of a topic
   */
  public static void write(Path file, List<DeadLetter> letters, Deserializer<byte[]> values)
      throws IOException {
    write(file, letters.stream().map(letter -> inJson(letter, values)).toList());
  }

  private static DeadLetter inJson(DeadLetter letter, Deserializer<byte[]> values) {
    return new DeadLetter(
        letter.topic(),
        letter.partition(),
        letter.offset(),
        letter.kind(),
        letter.reason(),
        letter.detail(),
        values.deserialize(letter.topic(), letter.raw()),
        letter.time());
  }

  static void write(Path file, List<DeadLetter> letters) throws IOException {
    try (OutputFile output = OutputFile.open(file);
        BufferedOutputStream out = new BufferedOutputStream(output.stream())) {
      for (DeadLetter letter : letters) {
        out.write(Json.encode(RepairLine.of(letter)));
        out.write('\n');
      }
      out.flush();
      output.complete();
    }
  }

  /** Reads the lines and judges each; empty ones do not count. */
  public static List<Judged> read(Path file, Redrive redrive) throws IOException {
    List<Judged> judged = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          judged.add(new Judged(number, judge(line, redrive)));
        }
      }
    }
    return judged;
  }

  private static ResendVerdict judge(String text, Redrive redrive) {
    RepairLine line;
    byte[] payload;
    try {
      line = Json.decode(text.getBytes(StandardCharsets.UTF_8), RepairLine.class);
      payload = line.bytes();
    } catch (IllegalArgumentException e) {
      return ResendVerdict.refused(
          RejectReason.MALFORMED.name(),
          "a line must be a JSON object with topic and payload, as --out writes it");
    }
    return payload == null
        ? ResendVerdict.refused(
            RejectReason.MISSING_FIELD.name(), "payload must be a text or an object; have none")
        : redrive.judge(line.topic(), payload);
  }
}
