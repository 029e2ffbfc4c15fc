package io.mirrorcore.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.indicator.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
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
  void aCopyTakesTheLivingObjectWithItAndLeavesWhatItWas() throws IOException {
    StateCell cell = window(1, 2);
    Window living = open(cell, 1, "n=3");
    StateCell copy = SERIALIZER.copy(cell);

    // What it has computed and does not save is still there.
    assertThat(open(copy, 1, "n=3")).isSameAs(living);
    living.add(9);
    assertThat(open(restored(cell), 1, "n=3").newest()).isEqualTo(2);
    assertThat(open(restored(copy), 1, "n=3").newest()).isEqualTo(9);
  }

  @Test
  void aCheckpointThatWritesWhileTheOwnerGoesOnSeesTheStateOfItsMoment() throws Exception {
    for (int round = 0; round < 200; round++) {
      StateCell cell = window(1, 1, 1);
      CompletableFuture<Window> written =
          CompletableFuture.supplyAsync(() -> open(writtenAnew(cell), 1, "n=3"));
      Window living = open(SERIALIZER.copy(cell), 1, "n=3");
      for (int i = 0; i < 100; i++) {
        living.add(2);
      }
      assertThat(written.get().oldest()).isEqualTo(1);
      assertThat(written.get().newest()).isEqualTo(1);
    }
  }

  private static StateCell writtenAnew(StateCell cell) {
    try {
      return restored(cell);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
