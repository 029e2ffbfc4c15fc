package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.market.Bar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A live job waits for nobody for ever: topics and partitions without records, and a last bar. */
@ExtendWith(SharedBroker.class)
class IdleInputTest {

  private static final long MINUTE = 60_000;
  private static final int BARS = 5;

  @TempDir private Path directory;

  private static void send(EventSender sender, long minute, double close) {
    Bar bar = new Bar("ONLY", minute * MINUTE, close, close, close, close, 1);
    sender.send(RecordKind.BAR, bar.symbol(), WireJson.bar(bar));
    sender.flush();
  }

  private static boolean isOf(String line, long minute) {
    return line.contains("\"time\":" + minute * MINUTE + ",");
  }

  @Test
  void silentTopicsHoldNothingBackAndWhatComesTooLateIsADeadLetter() throws Exception {
    // Two topics stay empty, and so do two of the three partitions of the third.
    Stage stage =
        new Stage(
            directory, "idle", "bars.interval: 1m", "signals.emit: all", "time.idle-timeout: 1s");
    try (LocalJob job = stage.start();
        EventSender sender = new EventSender(stage.kafka())) {
      for (int minute = 1; minute <= BARS; minute++) {
        send(sender, minute, 100 + minute);
      }
      // Nothing comes behind the last bar, and still it is done.
      await()
          .forever()
          .until(
              () ->
                  job.isOver()
                      || stage.readAll(Topic.SIGNALS).stream().anyMatch(s -> isOf(s, BARS)));
      assertThat(job.isOver()).isFalse();
      assertThat(stage.readAll(Topic.DEAD_LETTER)).isEmpty();

      send(sender, BARS - 1, 50); // a second copy
      Bar other = new Bar("OTHER", BARS * MINUTE, 1, 1, 1, 1, 1);
      sender.send(RecordKind.BAR, other.symbol(), WireJson.bar(other));
      sender.flush();
      await().forever().until(() -> job.isOver() || stage.readAll(Topic.DEAD_LETTER).size() == 2);
    }
    assertThat(stage.readAll(Topic.DEAD_LETTER))
        .anyMatch(letter -> letter.contains("\"reason\":\"DUPLICATE\""))
        .anyMatch(
            letter -> letter.contains("\"reason\":\"LATE\"") && letter.contains("BAR of OTHER"));
  }
}
