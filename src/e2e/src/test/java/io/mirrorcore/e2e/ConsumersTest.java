package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.consumer.PublishedWeights;
import io.mirrorcore.consumer.WeightsConsumer;
import io.mirrorcore.consumer.WeightsVerification;
import io.mirrorcore.consumer.WeightsVerification.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documented ways to the weights, against a real broker: more than a thousand records of four
 * objectives on real returns, and behind them a forged one that was taken back; the same again with
 * stamps of Kafka that are older than any retention.
 */
@ExtendWith(SharedBroker.class)
class ConsumersTest {

  private static final Path PAGE = Path.of("../docs/examples/consumers/README.md");
  private static final Pattern BLOCK = Pattern.compile("```(sh|sql)\n(.*?)\n```", Pattern.DOTALL);
  private static final List<String> OBJECTIVES =
      List.of("mean-variance", "max-sharpe", "cvar", "risk-parity");

  private static final Path SAMPLE = Path.of("../reference/us-daily-returns-sample.csv.gz");
  private static final int ROWS = 370;

  @TempDir private static Path directory;

  private static final List<Map.Entry<String, String>> RECORDS = new ArrayList<>();
  private static final Map<String, String> NEWEST = new HashMap<>();
  private static PublishedTopic published;
  private static PublishedTopic old;
  private static PublishedTopic forged;

  @BeforeAll
  static void publish() throws Exception {
    for (String objective : OBJECTIVES) {
      String portfolio = objective.equals("mean-variance") ? "main" : objective;
      for (String line : weights(objective)) {
        String value =
            line.replaceFirst("\"portfolio\":\"main\"", "\"portfolio\":\"" + portfolio + "\"");
        RECORDS.add(Map.entry(portfolio, value));
        NEWEST.put(portfolio, value);
      }
    }
    published = new PublishedTopic("consumers-weights", null);
    old = new PublishedTopic("consumers-old", PublishedTopic.LONG_AGO);
    for (PublishedTopic topic : List.of(published, old)) {
      topic.commit(RECORDS);
      topic.commit(List.of(Map.entry("gone", NEWEST.get("main").replace("\"main\"", "\"gone\""))));
      topic.delete("gone");
      topic.abort(List.of(Map.entry("main", forge(NEWEST.get("main")))));
    }
    forged = new PublishedTopic("consumers-forged", null);
    forged.commit(RECORDS.subList(0, 20));
    forged.commit(List.of(Map.entry("main", forge(RECORDS.get(20).getValue()))));
  }

  @AfterAll
  static void close() {
    published.close();
    old.close();
    forged.close();
  }

  private static List<String> weights(String objective) throws IOException {
    Path out = directory.resolve(objective);
    Cli run =
        Cli.run(
            "backtest",
            "--returns=" + returns(),
            "--mode=event",
            "--set=ensemble.objective=" + objective,
            "--out=" + out);
    assertThat(run.exit()).as(run.err()).isZero();
    return Files.readAllLines(out.resolve("weights.jsonl"));
  }

  /** The newest of the sample, enough for a quarter of the records. */
  private static Path returns() throws IOException {
    Path file = directory.resolve("returns.csv");
    if (!Files.exists(file)) {
      List<String> lines;
      try (InputStream packed = Files.newInputStream(SAMPLE);
          BufferedReader reader =
              new BufferedReader(
                  new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
        lines = reader.lines().toList();
      }
      List<String> newest = new ArrayList<>(List.of(lines.get(0)));
      newest.addAll(lines.subList(lines.size() - ROWS, lines.size()));
      Files.write(file, newest);
    }
    return file;
  }

  /** One weight in force more by a millionth. */
  private static String forge(String record) {
    Matcher weight = Pattern.compile("\"weights\":\\{\"(\\w+)\":([0-9.E-]+)").matcher(record);
    assertThat(weight.find()).isTrue();
    double more = Double.parseDouble(weight.group(2)) + 1e-6;
    return new StringBuilder(record).replace(weight.start(2), weight.end(2), "" + more).toString();
  }

  private static WeightsConsumer consumer(PublishedTopic topic) {
    return WeightsConsumer.open(Map.of("bootstrap.servers", SharedBroker.servers()), topic.name());
  }

  /** The code of the page, made to ask this broker for this topic. */
  private static List<String> page(String language, PublishedTopic topic) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(
            block ->
                block
                    .group(2)
                    .replace("localhost:9092", SharedBroker.servers())
                    .replace("-t weights", "-t " + topic.name())
                    .replace("'topic' = 'weights'", "'topic' = '" + topic.name() + "'")
                    .replace("--servers", "--topic " + topic.name() + " --servers"))
        .toList();
  }

  private static String line(String with, PublishedTopic topic) throws IOException {
    return page("sh", topic).stream()
        .filter(block -> block.contains(with))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the page must have a line with " + with));
  }

  @Test
  void javaFindsTheNewestCommittedWeightsHoweverOldTheyAre() {
    try (WeightsConsumer consumer = consumer(old)) {
      PublishedWeights newest = consumer.latest("main").orElseThrow();
      assertThat(newest.weights()).isEqualTo(WeightsCheck.read(NEWEST.get("main")));
      assertThat(newest.verify().outcome()).isEqualTo(Outcome.PROVEN);
      assertThat(newest.isStale(newest.weights().time())).isFalse();
      assertThat(newest.isStale(System.currentTimeMillis())).isTrue();
      assertThat(consumer.latest().keySet()).isEqualTo(NEWEST.keySet());
      assertThat(consumer.latest("gone")).isEmpty();
      assertThat(consumer.latest("nobody")).isEmpty();
      assertThat(consumer.poll(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void javaReadsTheHistoryOfEveryPortfolioInOrder() {
    try (WeightsConsumer consumer = consumer(published)) {
      assertThat(consumer.history(Long.MIN_VALUE).size()).isEqualTo(RECORDS.size() + 1);
      long from = consumer.latest("cvar").orElseThrow().weights().time();
      assertThat(consumer.history(from))
          .isNotEmpty()
          .allMatch(record -> record.weights().time() >= from);
      List<Long> times =
          consumer.history(0).stream()
              .filter(record -> record.weights().portfolio().equals("main"))
              .map(record -> record.weights().time())
              .toList();
      assertThat(times).isSorted().hasSizeGreaterThan(100);
    }
  }

  @Test
  void javaProvesAThousandRecordsAndRefusesTheForgedOne() {
    List<WeightsVerification> proven = new ArrayList<>();
    try (WeightsConsumer consumer = consumer(published)) {
      consumer.verify((place, verification) -> proven.add(verification));
    }
    assertThat(proven)
        .hasSizeGreaterThanOrEqualTo(1000)
        .allMatch(verification -> verification.outcome() == Outcome.PROVEN);
    Map<Outcome, Integer> counts = new HashMap<>();
    try (WeightsConsumer consumer = consumer(forged)) {
      consumer.verify((place, v) -> counts.merge(v.outcome(), 1, Integer::sum));
    }
    assertThat(counts).isEqualTo(Map.of(Outcome.PROVEN, 20, Outcome.REFUSED, 1));
  }

  @Test
  void theCommandReadsTheTopicOfTheConfiguration() {
    String servers = "--set=kafka.bootstrap.servers=" + SharedBroker.servers();
    Cli all = Cli.run("verify", servers, "--set=topics.weights=" + published.name());
    assertThat(all.exit()).as(all.out() + all.err()).isZero();
    assertThat(all.out()).contains((RECORDS.size() + 1) + " proven");
    Cli one = Cli.run("verify", servers, "--set=topics.weights=" + forged.name());
    assertThat(one.exit()).isEqualTo(1);
    assertThat(one.out()).contains("refused " + forged.name() + "-", "weights must add up to 1");
    Cli none = Cli.run("verify", servers, "--set=topics.weights=consumers-nowhere");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("has no topic consumers-nowhere");
  }

  @Test
  void kcatGetsTheNewestWeightsByTheLineOfThePage() throws Exception {
    Shell.requireKcat();
    Shell newest = Shell.run(line("tail -n 1", old));
    assertThat(newest.out().strip()).isEqualTo(NEWEST.get("main"));
    String until = "" + WeightsCheck.read(NEWEST.get("main")).validity().validUntil();
    assertThat(Shell.run(line("validUntil", old)).out().strip()).isEqualTo("stale since " + until);
    Shell all = Shell.run(line("-f '%s\\n'", published));
    Path file = Files.writeString(directory.resolve("all.jsonl"), all.out());
    Cli verified = Cli.run("verify", file.toString());
    assertThat(verified.exit()).as(verified.out()).isZero();
    assertThat(verified.out()).contains((RECORDS.size() + 1) + " proven");
  }

  @Test
  void pythonGetsTheNewestWeightsAndProvesAllByTheLinesOfThePage() throws Exception {
    String python = Shell.requirePython();
    Shell newest = Shell.run(python(python, line(" latest main", old)));
    assertThat(newest.exit()).as(newest.out()).isZero();
    assertThat(newest.out().replace(" ", ""))
        .startsWith("{\"time\":" + Committed.time(NEWEST.get("main")) + ",\"weights\":{")
        .contains("\"ANOMALY_DETECTION\":", "\"VOLUME_SR\":", "\"sequence\":", "\"stale\":true");
    String inTime = " latest --now " + Committed.time(NEWEST.get("main")) + " main";
    String asked = line(" latest main", old).replace(" latest main", inTime);
    assertThat(Shell.run(python(python, asked)).out()).contains("\"stale\": false");
    Shell all = Shell.run(python(python, line(" verify", published)));
    assertThat(all.exit()).as(all.out()).isZero();
    assertThat(all.out()).contains((RECORDS.size() + 1) + " proven, 0 refused");
    Shell one = Shell.run(python(python, line(" verify", forged)));
    assertThat(one.exit()).isEqualTo(1);
    assertThat(one.out())
        .contains(
            "refused " + forged.name() + "-", "weights must add up to 1", "20 proven, 1 refused");
  }

  private static String python(String interpreter, String line) {
    return line.replaceFirst("^python3", interpreter);
  }
}
