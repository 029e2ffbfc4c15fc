package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Runs {@link SymbolFunction}, and is where the idleness of inputs ends: what comes after it hears
 * watermarks and never that a channel is idle.
 *
 * <p>Every subtask here hears of every source, but not at the same moment. When the first record
 * after a silence reached one subtask and not yet another, the portfolios would hear that the one
 * is awake and the other still idle, go by the watermark of the first alone, and reckon a close
 * whose other bars are still on their way. The watermark of each subtask says all there is to say:
 * it moves on through every silence, since the sources' clocks do.
 */
public final class SymbolOperator extends KeyedProcessOperator<String, AdmittedEvent, SymbolBar> {

  private static final long serialVersionUID = 1;

  public SymbolOperator(SymbolFunction function) {
    super(function);
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) {
    // Kept here: downstream, a channel that is idle would no longer be waited for.
  }
}
