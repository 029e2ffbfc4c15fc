package io.mirrorcore.console.panel;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Records that were refused, by reason, with the line that sends them again. */
final class LettersPanel {

  /** Of single letters; their bytes are not among it. */
  static final int RECENT = 100;

  private static final String NAME = "letters";

  private final Tree tree;
  private final String configuration;
  private final Map<String, Reason> reasons = new HashMap<>();
  private long total;

  /**
   * @param configuration what follows the redrive command to say which Kafka: {@code --config F}
   */
  LettersPanel(Tree tree, String configuration) {
    this.tree = tree;
    this.configuration = configuration;
    tree.put(List.of(NAME, "total"), 0);
    tree.put(List.of(NAME, "reasons"), Map.of());
    tree.put(List.of(NAME, "recent"), List.of());
  }

  private record Reason(
      long count, Long newest, List<String> topics, String detail, String redrive) {}

  private record Letter(
      String topic,
      int partition,
      long offset,
      String kind,
      String reason,
      String detail,
      Long time) {}

  void take(DeadLetter letter) {
    String reason = letter.reason().name();
    Reason now = reason(letter, reasons.get(reason));
    reasons.put(reason, now);
    tree.put(List.of(NAME, "reasons", reason), now);
    tree.put(List.of(NAME, "total"), ++total);
    tree.append(
        List.of(NAME, "recent"),
        new Letter(
            letter.topic(),
            letter.partition(),
            letter.offset(),
            letter.kind() == null ? null : letter.kind().name(),
            reason,
            letter.detail(),
            letter.time()),
        RECENT);
  }

  private Reason reason(DeadLetter letter, Reason before) {
    TreeSet<String> topics = new TreeSet<>(before == null ? List.of() : before.topics());
    topics.add(letter.topic());
    return new Reason(
        before == null ? 1 : before.count() + 1,
        letter.time() == null && before != null ? before.newest() : letter.time(),
        List.copyOf(topics),
        letter.detail(),
        ("./mirrorcore redrive --reason " + letter.reason().name() + " " + configuration).strip());
  }
}
