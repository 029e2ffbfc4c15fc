package io.mirrorcore.e2e;

import io.mirrorcore.jobs.kafka.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights that the security page lists, as an administrator would grant them who reads it. */
final class PageRights {

  private static final Path PAGE = Path.of("../docs/security.md");

  private PageRights() {}

  /**
   * What stands in one column.
   *
   * @param column its heading
   * @param topics prefix of the names of topics
   * @param job name of the group, and prefix of the transactional ids
   */
  static List<Right> of(String column, String topics, String job) throws IOException {
    List<List<String>> table = table();
    int index = table.get(0).indexOf(column);
    List<Right> rights = new ArrayList<>();
    for (List<String> row : table.subList(2, table.size())) {
      ResourcePattern on = resource(row.get(1), topics, job);
      Stream.of(row.get(index).split(", "))
          .filter(operation -> !operation.isEmpty())
          .map(operation -> AclOperation.valueOf(operation.replace("*", "")))
          .forEach(operation -> rights.add(new Right(on, operation)));
    }
    return rights;
  }

  private static List<List<String>> table() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.startsWith("| on |"))
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  private static ResourcePattern resource(String words, String topics, String job) {
    if (words.startsWith("consumer group")) {
      String group = words.contains("`-claim`") ? job + "-claim" : job;
      return new ResourcePattern(ResourceType.GROUP, group, PatternType.LITERAL);
    }
    return words.startsWith("transactional ids")
        ? new ResourcePattern(ResourceType.TRANSACTIONAL_ID, job, PatternType.PREFIXED)
        : new ResourcePattern(
            ResourceType.TOPIC, topics + "-" + words.replace("`", ""), PatternType.LITERAL);
  }
}
