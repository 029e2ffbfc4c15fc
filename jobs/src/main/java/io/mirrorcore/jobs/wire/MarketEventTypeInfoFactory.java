package io.mirrorcore.jobs.wire;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Where Flink's type extraction finds {@link MarketEventTypeInfo}. */
public final class MarketEventTypeInfoFactory extends TypeInfoFactory<MarketEvent> {

  @Override
  public TypeInformation<MarketEvent> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> genericParameters) {
    return MarketEventTypeInfo.INSTANCE;
  }
}
