package io.mirrorcore.jobs.wire;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink how {@link MarketEvent} is serialized, so that it never falls back to Kryo. */
public final class MarketEventTypeInfo extends TypeInformation<MarketEvent> {

  public static final MarketEventTypeInfo INSTANCE = new MarketEventTypeInfo();

  private static final long serialVersionUID = 1;

  private MarketEventTypeInfo() {}

  @Override
  public TypeSerializer<MarketEvent> createSerializer(SerializerConfig config) {
    return MarketEventSerializer.INSTANCE;
  }

  @Override
  public Class<MarketEvent> getTypeClass() {
    return MarketEvent.class;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public String toString() {
    return "MarketEvent";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MarketEventTypeInfo;
  }

  @Override
  public int hashCode() {
    return MarketEventTypeInfo.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof MarketEventTypeInfo;
  }
}
