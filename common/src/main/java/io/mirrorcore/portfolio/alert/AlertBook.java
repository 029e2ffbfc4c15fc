package io.mirrorcore.portfolio.alert;

import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Which conditions stand, so that each is told of when it begins and when it ends, and not at every
 * bar. A condition is known by its key and level: DRAWDOWN stands as a WARNING and as an ERROR on
 * its own.
 *
 * <p>A condition may have several reasons at once; it fires when the first comes, fires again when
 * another joins, and is resolved when the last is gone.
 */
public final class AlertBook implements Stateful {

  private final TreeMap<String, Integer> standing = new TreeMap<>();
  private final List<Alert> news = new ArrayList<>();
  private final String portfolio;

  /**
   * A condition as it is now.
   *
   * @param level how bad it is
   * @param key which
   * @param reasons one bit a reason that holds; 0 when the condition does not
   * @param message what was measured, in words true of either state; asked for only when there is
   *     something to tell
   * @param value what was measured
   * @param threshold what it was held against
   */
  public record Condition(
      Alert.Level level,
      String key,
      int reasons,
      double value,
      double threshold,
      Supplier<String> message) {

    public static Condition of(
        Alert.Level level,
        String key,
        boolean holds,
        double value,
        double threshold,
        Supplier<String> message) {
      return new Condition(level, key, holds ? 1 : 0, value, threshold, message);
    }
  }

  public AlertBook(String portfolio) {
    this.portfolio = portfolio;
  }

  public void update(Condition condition, long time) {
    String name = name(condition.level(), condition.key());
    int before = standing.getOrDefault(name, 0);
    int now = condition.reasons();
    if ((now & ~before) != 0) {
      news.add(alert(condition, Alert.State.FIRING, time));
    } else if (now == 0 && before != 0) {
      news.add(alert(condition, Alert.State.RESOLVED, time));
    }
    if (now == 0) {
      standing.remove(name);
    } else {
      standing.put(name, now);
    }
  }

  /** Keys of this level that stand and begin with {@code prefix}, sorted. */
  public List<String> standing(Alert.Level level, String prefix) {
    String from = name(level, prefix);
    List<String> keys = new ArrayList<>();
    for (String name : standing.tailMap(from).keySet()) {
      if (!name.startsWith(from)) {
        break;
      }
      keys.add(name.substring(name(level, "").length()));
    }
    return keys;
  }

  /** What began or ended since last asked, by key and level. */
  public List<Alert> drain() {
    List<Alert> drained = new ArrayList<>(news);
    drained.sort(Comparator.comparing(Alert::key).thenComparing(Alert::level));
    news.clear();
    return drained;
  }

  private static String name(Alert.Level level, String key) {
    return level + " " + key;
  }

  private Alert alert(Condition condition, Alert.State state, long time) {
    return new Alert(
        portfolio,
        condition.level(),
        condition.key(),
        state,
        condition.message().get(),
        condition.value(),
        condition.threshold(),
        time);
  }

  /** To be asked between bars, when there is no news. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(standing.size());
    for (Map.Entry<String, Integer> entry : standing.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue());
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    standing.clear();
    news.clear();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      standing.put(name, in.readInt());
    }
  }
}
