package io.mirrorcore.jobs.operator.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortfolioBarSerializerTest {

  private static final PortfolioBarSerializer SERIALIZER = PortfolioBarSerializer.INSTANCE;

  static Stream<PortfolioBar> bars() {
    List<String> ids = List.of("UT_BOT", "\u4e2d");
    BarReturns earned =
        new BarReturns(new double[] {0.25, -0.125}, new boolean[] {true, false}, 0.5);
    List<SymbolReturn> symbols =
        List.of(
            new SymbolReturn("A", 0.1, 0.001, 2.5, 0, new double[] {0.5, -0.5}),
            new SymbolReturn("B", 0, 0.002, 0, 3, new double[] {0, 0.25}));
    return Stream.of(
        new PortfolioBar.OfSymbols("main", 7, ids, Optional.of(earned), symbols),
        new PortfolioBar.OfSymbols("main", 7, ids, Optional.empty(), symbols),
        new PortfolioBar.OfReturns("main", 7, ids, earned));
  }

  @ParameterizedTest
  @MethodSource("bars")
  void comesBackAsItWas(PortfolioBar bar) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    SERIALIZER.serialize(bar, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

    assertThat(SERIALIZER.deserialize(in))
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .isEqualTo(bar);
    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @MethodSource("bars")
  void copiesBytesAsTheyAre(PortfolioBar bar) throws IOException {
    DataOutputSerializer written = new DataOutputSerializer(64);
    SERIALIZER.serialize(bar, written);
    DataOutputSerializer copied = new DataOutputSerializer(64);
    SERIALIZER.copy(new DataInputDeserializer(written.getCopyOfBuffer()), copied);

    assertThat(copied.getCopyOfBuffer()).isEqualTo(written.getCopyOfBuffer());
  }
}
