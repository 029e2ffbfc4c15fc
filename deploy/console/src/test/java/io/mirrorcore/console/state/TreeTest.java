package io.mirrorcore.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A snapshot and the frames behind it are a fresh snapshot, whatever was changed. */
class TreeTest {

  private final Tree tree = new Tree(17);

  @Test
  void snapshotAndFramesAreAFreshSnapshotWhateverIsChanged() {
    for (int seed = 0; seed < 200; seed++) {
      Tree random = new Tree(seed);
      Copy copy = new Copy(random.snapshot());
      Random choices = new Random(seed);
      for (int step = 0; step < 60; step++) {
        change(random, choices);
        if (choices.nextInt(4) == 0) {
          random.flush();
        }
      }
      byte[] fresh = random.snapshot();

      catchUp(copy, random);

      assertThat(text(copy.bytes())).as("seed " + seed).isEqualTo(text(fresh));
    }
  }

  /** Anything, at one of few places, so that changes meet each other. */
  private static void change(Tree tree, Random choices) {
    List<String> path = new ArrayList<>();
    int depth = 1 + choices.nextInt(3);
    for (int i = 0; i < depth; i++) {
      path.add("k" + choices.nextInt(2));
    }
    switch (choices.nextInt(5)) {
      case 0 -> tree.put(path, choices.nextInt(3));
      case 1 -> tree.put(path, Map.of("k0", choices.nextInt(3), "k1", List.of(1, 2)));
      case 2 -> tree.remove(path);
      default -> {
        List<String> list = new ArrayList<>(path);
        list.add("list");
        tree.append(list, choices.nextDouble(), 1 + choices.nextInt(4));
      }
    }
  }

  private static void catchUp(Copy copy, Tree tree) {
    for (Optional<Frame> next = tree.after(copy.seq());
        next.isPresent();
        next = tree.after(copy.seq())) {
      copy.apply(data(next.get()));
    }
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  private static String data(Frame frame) {
    String event = new String(frame.event(), StandardCharsets.UTF_8);
    return event.substring(event.indexOf("data: ") + 6).strip();
  }

  @Test
  void tellsOnceWhatIsSetAThousandTimes() {
    for (int i = 0; i < 1_000; i++) {
      tree.put(List.of("a", "b"), i);
    }
    tree.flush();

    assertThat(data(tree.after(0).orElseThrow()))
        .isEqualTo("{\"seq\":1,\"ops\":[{\"p\":[\"a\",\"b\"],\"v\":999}]}");
  }

  @Test
  void makesNoFrameWhereNothingChanged() {
    tree.put(List.of("a"), 1);
    tree.flush();
    tree.put(List.of("a"), 1);

    assertThat(tree.flush()).isFalse();
    assertThat(tree.seq()).isEqualTo(1);
  }

  @Test
  void keepsAThousandFramesAndSaysSoToWhoMissedMore() {
    for (int i = 0; i < Tree.FRAMES + 1; i++) {
      tree.put(List.of("a"), i);
      tree.flush();
    }

    assertThat(tree.after(1).orElseThrow().seq()).isEqualTo(2);
    Frame lost = tree.after(0).orElseThrow();
    assertThat(new String(lost.event(), StandardCharsets.UTF_8)).startsWith("event: resync\n");
    assertThat(lost.seq()).isEqualTo(tree.seq());
  }

  @Test
  void keepsNoMoreThanSomeMebibytesHoweverLargeFramesAre() {
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 20; i++) {
      tree.put(List.of("a"), i + large);
      tree.flush();
    }

    assertThat(tree.keptBytes()).isLessThanOrEqualTo(Tree.BYTES);
    assertThat(tree.after(tree.seq() - 1)).isPresent();
  }

  @Test
  void tellsWhoeverComesFromOtherNumbersToBeginAnew() {
    Frame next = tree.after(99).orElseThrow();

    assertThat(new String(next.event(), StandardCharsets.UTF_8)).startsWith("event: resync\n");
  }
}
