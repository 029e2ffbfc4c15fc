package io.mirrorcore.jobs.state;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The factory by which Flink's type extraction finds the serializer of {@link StateCell}. */
public final class StateCellTypeInfoFactory extends TypeInfoFactory<StateCell> {

  @Override
  public TypeInformation<StateCell> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> genericParameters) {
    return new SerializerTypeInfo<>(StateCell.class, StateCellSerializer.INSTANCE);
  }
}
