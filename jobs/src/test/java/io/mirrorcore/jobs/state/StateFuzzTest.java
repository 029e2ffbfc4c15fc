package io.mirrorcore.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.jobs.fuzz.Budget;
import io.mirrorcore.jobs.fuzz.ByteMutator;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Checkpoints that a disk has damaged: noticed where they are read, and never believed. */
class StateFuzzTest {

  private static final StateCellSerializer SERIALIZER = StateCellSerializer.INSTANCE;

  @Test
  void aDamagedCellIsAnIoExceptionAndAWholeOneIsItself() throws IOException {
    SplittableRandom random = new SplittableRandom(64);
    int whole = 0;
    for (int i = 0; i < Budget.percent(5); i++) {
      byte[] bytes = write(cell(random));
      byte[] damaged = ByteMutator.mutate(bytes, random);
      if (startsWith(damaged, bytes)) {
        assertThat(write(read(damaged))).isEqualTo(bytes);
        whole++;
      } else {
        assertThatIOException().isThrownBy(() -> read(damaged));
      }
    }
    assertThat(whole).as("damage behind the cell").isLessThan(Budget.percent(1));
  }

  @Test
  void everySingleFlippedBitIsNoticed() throws IOException {
    byte[] bytes = write(cell(new SplittableRandom(1)));
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatIOException().isThrownBy(() -> read(flipped));
    }
  }

  @Test
  void aLengthIsNotBelieved() {
    for (int length : new int[] {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 1 << 30}) {
      byte[] bytes = {
        (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length, 1, 2, 3
      };
      assertThatIOException().isThrownBy(() -> SizedBytes.read(new DataInputDeserializer(bytes)));
    }
  }

  @Test
  void bytesLongerThanAChunkComeBack() throws IOException {
    byte[] bytes = new byte[300_001];
    new SplittableRandom(2).nextBytes(bytes);
    DataOutputSerializer out = new DataOutputSerializer(16);
    SizedBytes.write(bytes, out);

    assertThat(SizedBytes.read(new DataInputDeserializer(out.getCopyOfBuffer()))).isEqualTo(bytes);
  }

  private static StateCell cell(SplittableRandom random) {
    Window window = new Window(8);
    for (int left = random.nextInt(10); left > 0; left--) {
      window.add(random.nextDouble());
    }
    return StateCell.of(random.nextInt(5), "n=" + random.nextInt(100), window);
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    return bytes.length >= head.length && Arrays.equals(Arrays.copyOf(bytes, head.length), head);
  }

  private static byte[] write(StateCell cell) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    SERIALIZER.serialize(cell, out);
    return out.getCopyOfBuffer();
  }

  private static StateCell read(byte[] bytes) throws IOException {
    return SERIALIZER.deserialize(new DataInputDeserializer(bytes));
  }
}
