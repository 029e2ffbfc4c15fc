package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.state.SerializerTypeInfo;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The factory by which Flink's type extraction finds the serializer of {@link MarketEvent}. */
public final class MarketEventTypeInfoFactory extends TypeInfoFactory<MarketEvent> {

  /** Type information with the hand-written serializer. */
  static final TypeInformation<MarketEvent> TYPE =
      new SerializerTypeInfo<>(MarketEvent.class, MarketEventSerializer.INSTANCE);

  @Override
  public TypeInformation<MarketEvent> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> genericParameters) {
    return TYPE;
  }
}
