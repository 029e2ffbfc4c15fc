package io.mirrorcore.jobs.topology.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * How far a history has been read. Where the file lies is not part of it: it may move.
 *
 * @param records that have been read, whatever became of them; -1 where the whole has been given to
 *     a reader, which alone knows
 * @param done whether all have been read: the file is not opened again
 */
record HistoryProgress(long records, boolean done) implements SourceSplit {

  /** Nothing has been read. */
  static final HistoryProgress BEGIN = new HistoryProgress(0, false);

  /** A reader has it. */
  static final HistoryProgress GIVEN = new HistoryProgress(-1, false);

  @Override
  public String splitId() {
    return "history";
  }

  /** Nine bytes. */
  static final class Serializer implements SimpleVersionedSerializer<HistoryProgress> {

    private static final int VERSION = 1;
    private static final int BYTES = Long.BYTES + 1;

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(HistoryProgress progress) {
      return ByteBuffer.allocate(BYTES)
          .putLong(progress.records)
          .put((byte) (progress.done ? 1 : 0))
          .array();
    }

    @Override
    public HistoryProgress deserialize(int version, byte[] bytes) throws IOException {
      if (version != VERSION || bytes.length != BYTES) {
        throw new IOException("progress of a history in an unknown form, version " + version);
      }
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return new HistoryProgress(in.getLong(), in.get() == 1);
    }
  }
}
