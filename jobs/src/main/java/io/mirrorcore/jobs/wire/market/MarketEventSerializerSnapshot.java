package io.mirrorcore.jobs.wire.market;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The layout number of the events in a savepoint. An older one is read and migrated; a newer one is
 * refused when the job starts, instead of being misread later.
 */
public final class MarketEventSerializerSnapshot implements TypeSerializerSnapshot<MarketEvent> {

  private static final int VERSION = 1;

  private int layout;

  /** For Flink, which then calls {@link #readSnapshot}. */
  public MarketEventSerializerSnapshot() {
    this(MarketEventSerializer.LAYOUT);
  }

  MarketEventSerializerSnapshot(int layout) {
    this.layout = layout;
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeInt(layout);
  }

  @Override
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    if (readVersion != VERSION) {
      throw new IOException(
          "snapshot version must be " + VERSION + "; have " + readVersion + ", of a newer release");
    }
    layout = in.readInt();
  }

  @Override
  public TypeSerializer<MarketEvent> restoreSerializer() {
    return new MarketEventSerializer(layout);
  }

  @Override
  public TypeSerializerSchemaCompatibility<MarketEvent> resolveSchemaCompatibility(
      TypeSerializerSnapshot<MarketEvent> old) {
    if (!(old instanceof MarketEventSerializerSnapshot that) || that.layout > layout) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return that.layout == layout
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
