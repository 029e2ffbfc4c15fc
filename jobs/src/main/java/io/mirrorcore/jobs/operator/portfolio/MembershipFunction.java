package io.mirrorcore.jobs.operator.portfolio;

import io.mirrorcore.jobs.config.settings.Portfolios;
import io.mirrorcore.jobs.operator.Memberships;
import io.mirrorcore.jobs.operator.SymbolBar;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Sends a symbol's bar to every portfolio that holds the symbol, in order of name. */
public final class MembershipFunction extends RichFlatMapFunction<SymbolBar, PortfolioMember> {

  private static final long serialVersionUID = 1;

  private final Portfolios portfolios;
  private transient Memberships memberships;

  public MembershipFunction(Portfolios portfolios) {
    this.portfolios = portfolios;
  }

  @Override
  public void open(OpenContext context) {
    memberships = new Memberships(portfolios);
  }

  @Override
  public void flatMap(SymbolBar bar, Collector<PortfolioMember> out) {
    for (String portfolio : memberships.of(bar.bar().symbol())) {
      out.collect(new PortfolioMember(portfolio, bar));
    }
  }
}
