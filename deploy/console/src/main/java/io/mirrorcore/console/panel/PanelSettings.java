package io.mirrorcore.console.panel;

import io.mirrorcore.backtest.live.PerformanceSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What the panels have to know of the job that they show.
 *
 * @param job its name
 * @param version of the product
 * @param intervalMs length of a bar
 * @param history how far back the page goes
 * @param portfolios in the order of the configuration
 * @param performance how the job keeps the performance of a portfolio
 * @param redriveOptions what follows the redrive command to say which Kafka: {@code --config F}
 */
public record PanelSettings(
    String job,
    String version,
    long intervalMs,
    Duration history,
    List<String> portfolios,
    Function<String, PerformanceSettings> performance,
    String redriveOptions) {

  public PanelSettings {
    portfolios = List.copyOf(portfolios);
  }
}
