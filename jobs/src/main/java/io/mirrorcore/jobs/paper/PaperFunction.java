package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.paper.PaperControl;
import io.mirrorcore.paper.PaperControl.Action;
import io.mirrorcore.paper.PaperControl.Origin;
import io.mirrorcore.paper.PaperDesk;
import io.mirrorcore.paper.PaperFill;
import io.mirrorcore.paper.PaperOrder;
import io.mirrorcore.paper.PaperTape;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The account of one portfolio: positions, prices and the kill switch in, accounts out, with orders
 * and fills beside them. {@link PaperDesk} does the work; this operator adds keyed state and time.
 *
 * <p>A request of the kill switch, and the file, act when they are seen: that is the one thing here
 * that the clock decides. When it was is written to the topic, and a replay goes by that alone.
 */
public final class PaperFunction extends KeyedProcessFunction<String, PaperEvent, PaperAccount> {

  public static final OutputTag<PaperOrder> ORDERS = new OutputTag<>(Topic.ORDERS.word()) {};
  public static final OutputTag<PaperFill> FILLS = new OutputTag<>(Topic.FILLS.word()) {};
  public static final OutputTag<PaperControl> CONTROLS =
      new OutputTag<>(Topic.PAPER_CONTROL.word()) {};

  private static final long serialVersionUID = 1;
  private static final int VERSION = 1;

  private final PaperPlan plan;
  private transient ValueState<StateCell> desk;

  public PaperFunction(PaperPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    desk =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("desk", TypeInformation.of(StateCell.class)));
  }

  @Override
  public void processElement(PaperEvent event, Context context, Collector<PaperAccount> out)
      throws Exception {
    StateCell cell = cell(event.portfolio());
    PaperDesk live = cell.as(PaperDesk.class);
    askFile(live, context, out);
    take(event, live, context, out);
    // What waits for a watermark is woken by it; the last of all by the end.
    if (event.price() != null) {
      context.timerService().registerEventTimeTimer(event.price().time());
    } else if (event.positions() != null) {
      context.timerService().registerEventTimeTimer(event.positions().time());
    }
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    advance(live, context, out);
    desk.update(cell);
  }

  private void take(
      PaperEvent event, PaperDesk live, Context context, Collector<PaperAccount> out) {
    if (event.price() != null) {
      live.add(event.price());
    } else if (event.positions() != null) {
      live.add(event.positions());
    } else if (plan.replay() && !event.control().asks()) {
      live.add(event.control());
    } else if (!plan.replay() && event.control().asks()) {
      write(live.turn(event.control().action(), Origin.TOPIC), context, out);
    }
  }

  private void askFile(PaperDesk live, Context context, Collector<PaperAccount> out) {
    if (plan.killFile() != null && !plan.replay()) {
      Action action = isSurelyAbsent(Path.of(plan.killFile())) ? Action.RESUME : Action.HALT;
      write(live.turn(action, Origin.FILE), context, out);
    }
  }

  /** Who cannot see whether the switch is thrown does not trade. */
  private static boolean isSurelyAbsent(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    return Files.notExists(file) && directory != null && Files.isDirectory(directory);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<PaperAccount> out)
      throws Exception {
    StateCell cell = cell(context.getCurrentKey());
    advance(cell.as(PaperDesk.class), context, out);
    desk.update(cell);
  }

  private StateCell cell(String portfolio) throws Exception {
    return StateCell.open(
        desk.value(), "desk", VERSION, "", () -> new PaperDesk(portfolio, plan.settings()));
  }

  private void advance(PaperDesk live, Context context, Collector<PaperAccount> out) {
    long watermark = context.timerService().currentWatermark();
    write(live.advance(watermark, watermark == Long.MAX_VALUE), context, out);
  }

  private void write(PaperTape tape, Context context, Collector<PaperAccount> out) {
    tape.orders().forEach(order -> context.output(ORDERS, order));
    tape.fills().forEach(fill -> context.output(FILLS, fill));
    tape.accounts().forEach(out::collect);
    if (!plan.replay()) {
      tape.controls().forEach(control -> context.output(CONTROLS, control));
    }
  }
}
