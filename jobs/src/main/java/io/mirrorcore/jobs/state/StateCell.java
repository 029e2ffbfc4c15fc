package io.mirrorcore.jobs.state;

import io.mirrorcore.state.Stateful;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One {@link Stateful} object in keyed state, with the version and the parameters it was built
 * with.
 *
 * <p>An object between events, bytes in a checkpoint. After a restore it stays bytes until its
 * owner asks for it, so Flink never has to know the object's class: a savepoint restores even when
 * the strategy that wrote a cell has been renamed, switched off, or lives in a jar that is gone.
 *
 * <p>During a checkpoint Flink goes on with a copy, while another thread writes the cell that it
 * was made of. The copy takes the living object with it and leaves its bytes: what an object has
 * computed and does not save, such as the running products of pairs, survives every checkpoint.
 */
@TypeInfo(StateCellTypeInfoFactory.class)
public final class StateCell {

  private static final Logger LOG = LoggerFactory.getLogger(StateCell.class);

  private final int version;
  private final String parameters;
  private byte[] bytes;
  private Stateful live;

  private StateCell(int version, String parameters, byte[] bytes, Stateful live) {
    this.version = version;
    this.parameters = parameters;
    this.bytes = bytes;
    this.live = live;
  }

  /**
   * A cell around a new object.
   *
   * @param version of the layout that {@code live} saves
   * @param parameters fingerprint of what {@code live} was built with
   */
  public static StateCell of(int version, String parameters, Stateful live) {
    return new StateCell(version, parameters, null, live);
  }

  /** Whether this cell was written with the same layout and the same parameters. */
  public boolean fits(int wantedVersion, String wantedParameters) {
    return version == wantedVersion && parameters.equals(wantedParameters);
  }

  /**
   * The object of a cell, brought to life by {@code fresh} when it is still bytes. A cell of
   * another layout or other parameters cannot be continued: the owner starts again, and the log
   * says so.
   *
   * @param cell what the state holds, or null
   * @param name what the log calls it
   */
  public static StateCell open(
      StateCell cell, String name, int version, String parameters, Supplier<Stateful> fresh) {
    if (cell == null) {
      return of(version, parameters, fresh.get());
    }
    if (!cell.fits(version, parameters)) {
      LOG.warn(
          "State of {} was written with other parameters or in another layout ({} v{}): it starts"
              + " again and warms up.",
          name,
          cell.parameters,
          cell.version);
      return of(version, parameters, fresh.get());
    }
    cell.revive(fresh);
    return cell;
  }

  private synchronized void revive(Supplier<Stateful> fresh) {
    if (live == null) {
      Stateful object = fresh.get();
      try {
        object.load(new DataInputStream(new ByteArrayInputStream(bytes)));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "a state cell of " + bytes.length + " bytes is cut short", e);
      }
      live = object;
      bytes = null;
    }
  }

  /** The living object; only after {@link #open}. */
  public <T extends Stateful> T as(Class<T> type) {
    return type.cast(live);
  }

  /** The cell to go on with; this one is as it was, for whoever writes it. */
  synchronized StateCell copy() throws IOException {
    if (live == null) {
      return new StateCell(version, parameters, bytes, null);
    }
    StateCell next = new StateCell(version, parameters, null, live);
    bytes = encoded();
    live = null;
    return next;
  }

  void write(DataOutput out) throws IOException {
    byte[] body = encoded();
    out.writeInt(version);
    out.writeUTF(parameters);
    SizedBytes.write(body, out);
    out.writeInt(checksum(version, parameters, body));
  }

  static StateCell read(DataInput in) throws IOException {
    int version = in.readInt();
    String parameters = in.readUTF();
    byte[] body = SizedBytes.read(in);
    if (in.readInt() != checksum(version, parameters, body)) {
      throw new IOException(
          "a state cell of " + body.length + " bytes does not match its checksum: it is damaged");
    }
    return new StateCell(version, parameters, body, null);
  }

  /** Flink has none of its own, and a strategy that goes on from a flipped bit would not say so. */
  private static int checksum(int version, String parameters, byte[] body) {
    CRC32C checksum = new CRC32C();
    checksum.update(parameters.getBytes(StandardCharsets.UTF_8));
    checksum.update(body);
    return version ^ (int) checksum.getValue();
  }

  /** Not while {@link #copy} hands the object on, whose next owner changes it at once. */
  private synchronized byte[] encoded() throws IOException {
    if (live == null) {
      return bytes;
    }
    DataOutputSerializer out = new DataOutputSerializer(256);
    live.save(out);
    return out.getCopyOfBuffer();
  }
}
