package io.mirrorcore.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What release 0.1.0 left of a job on Kafka: the savepoint that its {@code cluster savepoint
 * --stop} took after 400 daily closes of four symbols, of one partition each.
 */
final class FirstRelease {

  /** Prefix of its topics, and its name: the offsets in the savepoint are of them. */
  static final String JOB = "upgrade";

  /** Closes that it had seen. */
  static final int CLOSES = 400;

  private static final Set<String> SYMBOLS = Set.of("AAPL", "IBM", "QQQ", "SPY");
  private static final String SAMPLE = "us-daily-prices-sample.csv.gz";

  private final Path directory;
  private final List<String> rows;

  FirstRelease(Path directory) throws IOException {
    this.directory = directory;
    List<String> all = Samples.rows(SAMPLE);
    rows = new ArrayList<>(List.of(all.get(0)));
    all.stream().filter(row -> SYMBOLS.contains(row.split(",", -1)[0])).forEach(rows::add);
  }

  /** The savepoint, unpacked. */
  Path savepoint() throws Exception {
    Path into = Files.createDirectory(directory.resolve("savepoint-0.1.0"));
    Process tar =
        new ProcessBuilder(
                "tar",
                "-xzf",
                Path.of(Samples.reference("upgrade/savepoint-0.1.0.tar.gz"))
                    .toAbsolutePath()
                    .toString())
            .directory(into.toFile())
            .inheritIO()
            .start();
    if (tar.waitFor() != 0) {
      throw new IllegalStateException("tar could not unpack the savepoint of 0.1.0");
    }
    return into;
  }

  /** The bars that it had read. */
  Path before() throws IOException {
    return file("before.csv", rows.subList(1, 1 + CLOSES * SYMBOLS.size()));
  }

  /** The bars that came after. */
  Path after() throws IOException {
    return file("after.csv", rows.subList(1 + CLOSES * SYMBOLS.size(), rows.size()));
  }

  /** Closes in all. */
  int closes() {
    return (rows.size() - 1) / SYMBOLS.size();
  }

  private Path file(String name, List<String> bars) throws IOException {
    List<String> lines = new ArrayList<>(List.of(rows.get(0)));
    lines.addAll(bars);
    return Files.write(directory.resolve(name), lines);
  }
}
