package io.mirrorcore.jobs.tune;

import io.mirrorcore.tune.TrialResult;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * The sink that writes every result into the journal at once. Needs no checkpoint: an entry is
 * complete or absent, and one written twice is the same twice.
 */
final class TrialJournalSink implements Sink<TrialResult> {

  private static final long serialVersionUID = 1;

  private final TrialJournal journal;

  TrialJournalSink(TrialJournal journal) {
    this.journal = journal;
  }

  @Override
  public SinkWriter<TrialResult> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(TrialResult result, Context of) throws IOException {
        journal.write(result);
      }

      @Override
      public void flush(boolean endOfInput) {
        // Nothing is held back.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
