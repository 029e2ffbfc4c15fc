package io.mirrorcore.local.verify;

import io.mirrorcore.consumer.WeightsConsumer.Checked;
import io.mirrorcore.consumer.WeightsVerification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Records of weights one a line, as files of a backtest and most consumers have them. */
public final class WeightsLines {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private WeightsLines() {}

  /**
   * Checks every line of a file, plain or {@code .gz}.
   *
   * @throws IOException where it cannot be read
   */
  public static void verify(Path file, Checked each) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      boolean packed = file.toString().endsWith(".gz");
      verify(packed ? new GZIPInputStream(bytes) : bytes, file.toString(), each);
    }
  }

  /**
   * Checks every line of a stream; empty ones are passed over.
   *
   * @param name what the stream is called where a line of it fails
   */
  public static void verify(InputStream bytes, String name, Checked each) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    long number = 0;
    String line;
    while ((line = lines.readLine()) != null) {
      number++;
      String json = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
      if (!json.isBlank()) {
        each.checked(
            name + ":" + number, WeightsVerification.of(json.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }
}
