package io.mirrorcore.jobs.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a {@link StateCell} as version, parameters, length, body and checksum. */
public final class StateCellSerializer extends TypeSerializerSingleton<StateCell> {

  public static final StateCellSerializer INSTANCE = new StateCellSerializer();

  private static final long serialVersionUID = 1;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public StateCell createInstance() {
    return null;
  }

  @Override
  public StateCell copy(StateCell from) {
    try {
      return from.copy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public StateCell copy(StateCell from, StateCell reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(StateCell cell, DataOutputView target) throws IOException {
    cell.write(target);
  }

  @Override
  public StateCell deserialize(DataInputView source) throws IOException {
    return StateCell.read(source);
  }

  @Override
  public StateCell deserialize(StateCell reuse, DataInputView source) throws IOException {
    return StateCell.read(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    StateCell.read(source).write(target);
  }

  @Override
  public TypeSerializerSnapshot<StateCell> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The layout of cells is the same for every content, so there is nothing to remember. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<StateCell> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
