package io.mirrorcore.jobs.operator.portfolio;

import io.mirrorcore.portfolio.record.LeadLagRecord;
import io.mirrorcore.state.Stateful;
import io.mirrorcore.strategy.LeadLag;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who leads whom in one portfolio by one strategy, so that only what changes is told. A lead ends
 * when it is not found at a close at which both symbols have a bar; of symbols that have none it is
 * kept for {@value #UNSEEN} closes.
 */
final class LeadNetwork implements Stateful {

  static final int UNSEEN = 60;

  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::leader).thenComparing(Link::follower);

  /** Closes since it was last found, by link. */
  private final TreeMap<Link, Integer> links = new TreeMap<>(ORDER);

  private record Link(String leader, String follower) {}

  /** Which network, at which close. */
  record Occasion(String portfolio, long time, String strategy) {}

  /**
   * Takes in one close.
   *
   * @param found at it
   * @param present symbols with a bar
   * @return what begins and ends, those that begin before those that end, by leader and follower
   */
  List<LeadLagRecord> changes(Occasion occasion, List<LeadLag> found, Set<String> present) {
    TreeMap<Link, LeadLag> now = new TreeMap<>(ORDER);
    found.forEach(lead -> now.put(new Link(lead.leader(), lead.follower()), lead));
    List<LeadLagRecord> changes = new ArrayList<>();
    now.forEach(
        (link, lead) -> {
          if (links.put(link, 0) == null) {
            changes.add(begins(occasion, lead));
          }
        });
    Iterator<Map.Entry<Link, Integer>> known = links.entrySet().iterator();
    while (known.hasNext()) {
      Map.Entry<Link, Integer> entry = known.next();
      Link link = entry.getKey();
      if (!now.containsKey(link)) {
        int unseen = entry.getValue() + 1;
        boolean both = present.contains(link.leader()) && present.contains(link.follower());
        entry.setValue(unseen);
        if (both || unseen >= UNSEEN) {
          changes.add(ends(occasion, link));
          known.remove();
        }
      }
    }
    return changes;
  }

  private static LeadLagRecord begins(Occasion at, LeadLag lead) {
    return new LeadLagRecord(
        at.portfolio(),
        at.time(),
        at.strategy(),
        lead.leader(),
        lead.follower(),
        LeadLagRecord.State.BEGINS,
        lead.lag(),
        lead.p(),
        lead.coefficient());
  }

  private static LeadLagRecord ends(Occasion at, Link link) {
    return new LeadLagRecord(
        at.portfolio(),
        at.time(),
        at.strategy(),
        link.leader(),
        link.follower(),
        LeadLagRecord.State.ENDS,
        null,
        null,
        null);
  }

  boolean isEmpty() {
    return links.isEmpty();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(links.size());
    for (Map.Entry<Link, Integer> entry : links.entrySet()) {
      out.writeUTF(entry.getKey().leader());
      out.writeUTF(entry.getKey().follower());
      out.writeInt(entry.getValue());
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    links.clear();
    for (int left = in.readInt(); left > 0; left--) {
      Link link = new Link(in.readUTF(), in.readUTF());
      links.put(link, in.readInt());
    }
  }
}
