package io.mirrorcore.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Daily returns of the strategies and of HOLD on real shares, and what numpy decided on them:
 * {@code src/reference/evidence.py}.
 *
 * @param names of the columns, HOLD last
 * @param times epoch milliseconds
 * @param rows a row a day
 * @param decisions what numpy found, in order of time
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record ReferenceReturns(
    List<String> names, long[] times, double[][] rows, JsonNode decisions) {

  private static final Path REFERENCE = Path.of("../src/reference");

  public static ReferenceReturns read() throws IOException {
    List<String[]> lines;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                unpacked("us-daily-returns-sample.csv.gz"), StandardCharsets.UTF_8))) {
      lines = in.lines().map(line -> line.split(",", -1)).toList();
    }
    List<String[]> rows = lines.subList(1, lines.size());
    try (InputStream in = unpacked("evidence-rebalances.json.gz")) {
      return new ReferenceReturns(
          List.of(lines.get(0)).subList(1, lines.get(0).length),
          rows.stream().mapToLong(row -> Instant.parse(row[0]).toEpochMilli()).toArray(),
          rows.stream().map(ReferenceReturns::numbers).toArray(double[][]::new),
          new ObjectMapper().readTree(in).get("cases"));
    }
  }

  private static double[] numbers(String[] row) {
    return Arrays.stream(row).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  private static InputStream unpacked(String file) throws IOException {
    return new GZIPInputStream(Files.newInputStream(REFERENCE.resolve(file)));
  }
}
