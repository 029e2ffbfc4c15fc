package io.mirrorcore.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.indicator.Window;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class StateCellTest {

  private static final StateCellSerializer SERIALIZER = StateCellSerializer.INSTANCE;

  private static StateCell window(double... values) {
    Window window = new Window(3);
    for (double value : values) {
      window.add(value);
    }
    return StateCell.of(1, "n=3", window);
  }

  private static StateCell restored(StateCell cell) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    SERIALIZER.serialize(cell, out);
    return SERIALIZER.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  private static Window open(StateCell cell, int version, String parameters) {
    return StateCell.open(cell, "test", version, parameters, () -> new Window(3)).as(Window.class);
  }

  @Test
  void comesBackFromItsBytes() throws IOException {
    Window window = open(restored(window(1, 2, 3, 4)), 1, "n=3");
    assertThat(window.oldest()).isEqualTo(2);
    assertThat(window.newest()).isEqualTo(4);
  }

  @Test
  void bytesThatNobodyOpenedAreWrittenAgainAsTheyAre() throws IOException {
    Window window = open(restored(restored(window(1, 2))), 1, "n=3");
    assertThat(window.size()).isEqualTo(2);
  }

  @Test
  void aCopyGoesItsOwnWay() {
    StateCell cell = window(1);
    StateCell copy = SERIALIZER.copy(cell);
    open(cell, 1, "n=3").add(2);
    assertThat(open(copy, 1, "n=3").size()).isEqualTo(1);
  }

  @Test
  void startsAgainWhenParametersOrLayoutAreOthers() throws IOException {
    assertThat(open(restored(window(1, 2)), 1, "n=4").size()).isZero();
    assertThat(open(restored(window(1, 2)), 2, "n=3").size()).isZero();
    assertThat(open(null, 1, "n=3").size()).isZero();
  }

  @Test
  void flinkFindsItsSerializer() {
    assertThat(TypeInformation.of(StateCell.class).createSerializer(new SerializerConfigImpl()))
        .isSameAs(SERIALIZER);
  }
}
