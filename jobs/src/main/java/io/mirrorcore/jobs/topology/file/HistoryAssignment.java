package io.mirrorcore.jobs.topology.file;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the one file to the one reader, and takes it back where that fails. */
final class HistoryAssignment implements SplitEnumerator<HistoryProgress, HistoryProgress> {

  private final SplitEnumeratorContext<HistoryProgress> context;
  private HistoryProgress unassigned;

  HistoryAssignment(SplitEnumeratorContext<HistoryProgress> context, HistoryProgress unassigned) {
    this.context = context;
    this.unassigned = unassigned;
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int reader, String host) {
    if (!unassigned.equals(HistoryProgress.GIVEN)) {
      context.assignSplit(unassigned, reader);
      unassigned = HistoryProgress.GIVEN;
    }
    context.signalNoMoreSplits(reader);
  }

  @Override
  public void addSplitsBack(List<HistoryProgress> splits, int reader) {
    if (!splits.isEmpty()) {
      unassigned = splits.get(0);
    }
  }

  @Override
  public void addReader(int reader) {}

  @Override
  public HistoryProgress snapshotState(long checkpoint) {
    return unassigned;
  }

  @Override
  public void close() {}
}
