package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.state.SerializerTypeInfo;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Where Flink's type extraction finds the serializer of {@link AdmittedEvent}. */
public final class AdmittedEventTypeInfoFactory extends TypeInfoFactory<AdmittedEvent> {

  @SuppressWarnings("unchecked") // what was written as an admitted event is read as one
  private static final TypeSerializer<AdmittedEvent> SERIALIZER =
      (TypeSerializer<AdmittedEvent>) (TypeSerializer<?>) MarketEventSerializer.INSTANCE;

  private static final TypeInformation<AdmittedEvent> TYPE =
      new SerializerTypeInfo<>(AdmittedEvent.class, SERIALIZER);

  @Override
  public TypeInformation<AdmittedEvent> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> genericParameters) {
    return TYPE;
  }
}
