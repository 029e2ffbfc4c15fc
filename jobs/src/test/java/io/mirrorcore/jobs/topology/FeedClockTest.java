package io.mirrorcore.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class FeedClockTest {

  private static final long NEVER = Long.MAX_VALUE;

  private final Wall wall = new Wall();
  private final Output output = new Output();

  private static MarketEvent bar(long time) {
    return AdmittedEvent.bar(
        new SourceRef("prices", 0, 0), new Bar("A", time, 1, 1, 1, 1, 1), new byte[0]);
  }

  private void event(FeedClock clock, MarketEvent event) {
    clock.onEvent(event, event.time(), output);
  }

  @Test
  void trailsTheNewestEventByTheBound() {
    FeedClock clock = new FeedClock(1_000, NEVER, Inputs.NO_HISTORY, wall);
    event(clock, bar(50_000));
    event(clock, bar(49_500));
    clock.onPeriodicEmit(output);
    assertThat(output.said).containsExactly("48999");
  }

  @Test
  void saysNothingBeforeTheFirstEvent() {
    new FeedClock(1_000, NEVER, Inputs.NO_HISTORY, wall).onPeriodicEmit(output);
    assertThat(output.said).isEmpty();
  }

  @Test
  void isNotMovedByARejectedRecord() {
    FeedClock clock = new FeedClock(1_000, NEVER, Inputs.NO_HISTORY, wall);
    event(clock, bar(50_000));
    SourceRef source = new SourceRef("prices", 0, 1);
    event(
        clock,
        RejectedEvent.of(RecordKind.BAR, source, new byte[0], RejectReason.FAR_FUTURE, "far"));
    clock.onPeriodicEmit(output);
    assertThat(output.said).containsExactly("48999");
  }

  @Test
  void runsOnWithTheWallAndStepsAsideOnceSilent() {
    FeedClock clock = new FeedClock(1_000, 5_000, Inputs.NO_HISTORY, wall);
    event(clock, bar(50_000));
    wall.millis = 4_999;
    clock.onPeriodicEmit(output);
    wall.millis = 6_000;
    clock.onPeriodicEmit(output);
    event(clock, bar(60_000));
    clock.onPeriodicEmit(output);
    assertThat(output.said).containsExactly("48999", "54999", "idle", "58999");
  }

  @Test
  void aPartitionWithoutAnyRecordOnlyStepsAside() {
    FeedClock clock = new FeedClock(1_000, 5_000, Inputs.NO_HISTORY, wall);
    wall.millis = 5_000;
    clock.onPeriodicEmit(output);
    assertThat(output.said).containsExactly("idle");
  }

  @Test
  void beginsWhereAHistoryEndsAndDoesNotRunOnFromThere() {
    FeedClock clock = new FeedClock(1_000, 5_000, 40_000, wall);
    clock.onPeriodicEmit(output);
    wall.millis = 7_000;
    clock.onPeriodicEmit(output);
    event(clock, bar(40_500));
    clock.onPeriodicEmit(output);
    event(clock, bar(50_000));
    clock.onPeriodicEmit(output);
    assertThat(output.said).containsExactly("40000", "40000", "idle", "40000", "48999");
  }

  @Test
  void inReplayNoSilenceIsLongEnough() {
    FeedClock clock = new FeedClock(1_000, NEVER, Inputs.NO_HISTORY, wall);
    event(clock, bar(50_000));
    wall.millis = 1_000_000_000_000L;
    clock.onPeriodicEmit(output);
    assertThat(output.said).containsExactly("48999");
  }

  private static final class Wall implements RelativeClock {
    private long millis;

    @Override
    public long relativeTimeMillis() {
      return millis;
    }

    @Override
    public long relativeTimeNanos() {
      return millis * 1_000_000;
    }
  }

  private static final class Output implements WatermarkOutput {
    private final List<String> said = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      said.add(Long.toString(watermark.getTimestamp()));
    }

    @Override
    public void markIdle() {
      said.add("idle");
    }

    @Override
    public void markActive() {
      said.add("active");
    }
  }
}
