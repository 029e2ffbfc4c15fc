package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The SQL of the page for consumers, against a real broker. */
@ExtendWith(SharedBroker.class)
class SqlConsumerTest {

  private static final Path PAGE = Path.of("../docs/examples/consumers/README.md");
  private static final Path RECORDS =
      Path.of("../../jobs/src/test/resources/io/mirrorcore/jobs/wire/json/weights.jsonl");
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)\n```", Pattern.DOTALL);

  @Test
  void flinkKeepsTheNewestCommittedWeightsOfEachPortfolio() throws Exception {
    List<String> lines = Files.readAllLines(RECORDS);
    String newest = lines.get(lines.size() - 1);
    String other = lines.get(0).replaceFirst("\"main\"", "\"other\"");
    List<Row> rows;
    try (PublishedTopic topic = new PublishedTopic("sql-weights", null)) {
      topic.commit(lines.stream().map(line -> Map.entry("main", line)).toList());
      topic.commit(List.of(Map.entry("other", other)));
      topic.abort(List.of(Map.entry("other", newest.replaceFirst("\"main\"", "\"other\""))));
      List<String> page =
          SQL.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
      TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
      flink.executeSql(
          page.get(0)
              .replace("localhost:9092", SharedBroker.servers())
              .replace("'topic' = 'weights'", "'topic' = '" + topic.name() + "'")
              // The page's table never ends; this one does with what is there.
              .replace("'value.format'", "'scan.bounded.mode' = 'latest-offset', 'value.format'"));
      try (CloseableIterator<Row> found = flink.executeSql(page.get(1)).collect()) {
        rows = new ArrayList<>();
        found.forEachRemaining(rows::add);
      }
    }
    Map<String, Row> last = new TreeMap<>();
    for (Row row : rows) {
      if (row.getKind() == RowKind.INSERT || row.getKind() == RowKind.UPDATE_AFTER) {
        last.put((String) row.getField("portfolio"), row);
      }
    }
    assertThat(last.keySet()).containsExactly("main", "other");
    assertThat(last.get("main").getField("time")).isEqualTo(Committed.time(newest));
    assertThat(last.get("main").getField("weights"))
        .isEqualTo(WeightsCheck.read(newest).rebalance().weights());
    assertThat(last.get("other").getField("time")).isEqualTo(Committed.time(lines.get(0)));
  }
}
