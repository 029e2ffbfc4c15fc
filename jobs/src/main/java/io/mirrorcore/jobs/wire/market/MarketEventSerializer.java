package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.state.SizedBytes;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.text.CompactText;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The bytes of a {@link MarketEvent} between operators and in checkpoints, written by hand because
 * every tick passes here: a quarter of the time of Flink's own serializer for records.
 *
 * <p>Layout 1: a head byte (kind in the low two bits, bit 2 for a reject, bit 3 for a late one, bit
 * 4 for a trade with an id, which stands last), the source, then the payload, with the raw bytes
 * behind a bar; of a reject: reason, symbol, time, raw bytes, detail. A new layout gets the next
 * number, and {@link #deserialize} goes on reading all older ones.
 */
@SuppressWarnings("EnumOrdinal") // RecordKind and RejectReason only ever grow at the end
public final class MarketEventSerializer extends TypeSerializer<MarketEvent> {

  static final int LAYOUT = 1;

  /** Of the current layout; without state, so one serves all threads. */
  public static final MarketEventSerializer INSTANCE = new MarketEventSerializer(LAYOUT);

  private static final long serialVersionUID = 1;
  private static final int KIND = 3;
  private static final int REJECTED = 4;
  private static final int LATE = 8;
  private static final int IDENTIFIED = 16;
  private static final RecordKind[] KINDS = RecordKind.values();
  private static final RejectReason[] REASONS = RejectReason.values();

  private final int layout;

  /**
   * @param layout the layout of the bytes that it reads; it always writes the current one
   */
  MarketEventSerializer(int layout) {
    if (!(layout >= 1 && layout <= LAYOUT)) {
      throw new IllegalArgumentException(
          "layout must be in [1, " + LAYOUT + "]; have " + layout + ", written by a newer release");
    }
    this.layout = layout;
  }

  @Override
  public void serialize(MarketEvent event, DataOutputView out) throws IOException {
    if (event instanceof AdmittedEvent admitted) {
      writeAdmitted(admitted, out);
    } else {
      writeRejected((RejectedEvent) event, out);
    }
  }

  private static void writeAdmitted(AdmittedEvent event, DataOutputView out) throws IOException {
    boolean identified = event.id() != 0;
    out.writeByte(
        event.kind().ordinal() | (event.isLate() ? LATE : 0) | (identified ? IDENTIFIED : 0));
    writeSource(event.source(), out);
    switch (event.kind()) {
      case BAR -> {
        EventPayload.writeBar(event.bar(), out);
        SizedBytes.write(event.raw(), out);
      }
      case TICK -> {
        EventPayload.writeTick(event.tick(), out);
        if (identified) {
          out.writeLong(event.id());
        }
      }
      case OPTION -> EventPayload.writeOption(event.option(), out);
      case ADJUSTMENT -> {
        out.writeLong(event.time());
        EventPayload.writeAdjustment(event.adjustment(), out);
        SizedBytes.write(event.raw(), out);
      }
    }
  }

  private static void writeSource(SourceRef source, DataOutputView out) throws IOException {
    CompactText.write(source.topic(), out);
    out.writeInt(source.partition());
    out.writeLong(source.offset());
  }

  private static void writeRejected(RejectedEvent event, DataOutputView out) throws IOException {
    out.writeByte(event.kind().ordinal() | REJECTED);
    writeSource(event.source(), out);
    out.writeByte(event.reason().ordinal());
    CompactText.write(event.symbol(), out);
    out.writeLong(event.time());
    SizedBytes.write(event.raw(), out);
    CompactText.write(event.detail(), out);
  }

  @Override
  public MarketEvent deserialize(DataInputView in) throws IOException {
    int head = in.readUnsignedByte();
    RecordKind kind = one(KINDS, head & KIND, "kind");
    boolean identified = (head & IDENTIFIED) != 0;
    if (head > (KIND | REJECTED | LATE | IDENTIFIED) || (identified && kind != RecordKind.TICK)) {
      throw new IOException("no event begins with the byte " + head);
    }
    SourceRef source = new SourceRef(CompactText.read(in), in.readInt(), in.readLong());
    if ((head & REJECTED) != 0) {
      return readRejected(kind, source, in);
    }
    AdmittedEvent event =
        identified
            ? AdmittedEvent.trade(source, EventPayload.readTick(in), in.readLong())
            : readAdmitted(kind, source, in);
    return (head & LATE) != 0 ? event.asLate() : event;
  }

  private static AdmittedEvent readAdmitted(RecordKind kind, SourceRef source, DataInputView in)
      throws IOException {
    return switch (kind) {
      case BAR -> AdmittedEvent.bar(source, EventPayload.readBar(in), SizedBytes.read(in));
      case TICK -> AdmittedEvent.tick(source, EventPayload.readTick(in));
      case OPTION -> AdmittedEvent.option(source, EventPayload.readOption(in));
      case ADJUSTMENT ->
          AdmittedEvent.adjustment(
              source, in.readLong(), EventPayload.readAdjustment(in), SizedBytes.read(in));
    };
  }

  private static <T> T one(T[] constants, int position, String what) throws IOException {
    if (position >= constants.length) {
      throw new IOException("no " + what + " has the number " + position);
    }
    return constants[position];
  }

  private static RejectedEvent readRejected(RecordKind kind, SourceRef source, DataInputView in)
      throws IOException {
    RejectReason reason = one(REASONS, in.readUnsignedByte(), "reason");
    String symbol = CompactText.read(in);
    long time = in.readLong();
    byte[] raw = SizedBytes.read(in);
    return new RejectedEvent(kind, source, symbol, time, raw, reason, CompactText.read(in));
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<MarketEvent> duplicate() {
    return this;
  }

  @Override
  public MarketEvent createInstance() {
    return null; // there is no empty event, and nobody reuses one
  }

  @Override
  public MarketEvent copy(MarketEvent from) {
    return from;
  }

  @Override
  public MarketEvent copy(MarketEvent from, MarketEvent reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1; // it varies
  }

  @Override
  public MarketEvent deserialize(MarketEvent reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public TypeSerializerSnapshot<MarketEvent> snapshotConfiguration() {
    return new MarketEventSerializerSnapshot(LAYOUT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MarketEventSerializer that && that.layout == layout;
  }

  @Override
  public int hashCode() {
    return layout;
  }
}
