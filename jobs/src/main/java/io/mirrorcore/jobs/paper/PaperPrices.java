package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.config.settings.Portfolios;
import io.mirrorcore.jobs.operator.Memberships;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickType;
import io.mirrorcore.paper.PaperPrice;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * The prices at which can be traded, for every portfolio that holds the symbol: the open of a bar,
 * or the best of a quote that has both sides. What came late is the pipeline's to report.
 */
public final class PaperPrices extends RichFlatMapFunction<AdmittedEvent, PaperEvent> {

  private static final long serialVersionUID = 1;

  private final Portfolios portfolios;
  private transient Memberships memberships;

  public PaperPrices(Portfolios portfolios) {
    this.portfolios = portfolios;
  }

  @Override
  public void open(OpenContext context) {
    memberships = new Memberships(portfolios);
  }

  @Override
  public void flatMap(AdmittedEvent event, Collector<PaperEvent> out) {
    if (event.isLate()) {
      return;
    }
    price(event)
        .ifPresent(
            price -> {
              for (String portfolio : memberships.of(price.symbol())) {
                out.collect(new PaperEvent(portfolio, null, price, null));
              }
            });
  }

  private static Optional<PaperPrice> price(AdmittedEvent event) {
    if (event.kind() == RecordKind.BAR) {
      Bar bar = event.bar();
      return Optional.of(PaperPrice.of(bar.symbol(), bar.time(), bar.open()));
    }
    Tick tick = event.tick();
    boolean quote =
        tick.type() == TickType.QUOTE && tick.bids().length > 0 && tick.asks().length > 0;
    return quote
        ? Optional.of(new PaperPrice(tick.symbol(), tick.time(), tick.asks()[0], tick.bids()[0]))
        : Optional.empty();
  }
}
