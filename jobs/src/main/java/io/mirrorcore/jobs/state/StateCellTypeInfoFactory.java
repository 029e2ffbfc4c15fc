package io.mirrorcore.jobs.state;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Lets Flink find the serializer of a {@link StateCell} wherever the type appears. */
public final class StateCellTypeInfoFactory extends TypeInfoFactory<StateCell> {

  @Override
  public TypeInformation<StateCell> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> genericParameters) {
    return new SerializerTypeInfo<>(StateCell.class, StateCellSerializer.INSTANCE);
  }
}
