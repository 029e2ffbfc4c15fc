package io.mirrorcore.jobs.operator.portfolio;

import io.mirrorcore.jobs.state.SerializerTypeInfo;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The bytes of a {@link PortfolioBar} between operators, by hand because Flink has no serializer
 * for either one or the other. No state holds one: a bar is decided on when it comes.
 */
public final class PortfolioBarSerializer extends TypeSerializerSingleton<PortfolioBar> {

  public static final PortfolioBarSerializer INSTANCE = new PortfolioBarSerializer();

  /** For every stream of portfolio bars. */
  public static final TypeInformation<PortfolioBar> TYPE =
      new SerializerTypeInfo<>(PortfolioBar.class, INSTANCE);

  private static final long serialVersionUID = 1;

  @Override
  public void serialize(PortfolioBar bar, DataOutputView out) throws IOException {
    out.writeUTF(bar.portfolio());
    out.writeLong(bar.time());
    out.writeInt(bar.strategies().size());
    for (String strategy : bar.strategies()) {
      out.writeUTF(strategy);
    }
    out.writeBoolean(bar.earned().isPresent());
    if (bar.earned().isPresent()) {
      writeReturns(bar.earned().get(), out);
    }
    out.writeInt(bar.symbols().size());
    for (SymbolReturn symbol : bar.symbols()) {
      writeSymbol(symbol, out);
    }
  }

  private static void writeReturns(BarReturns earned, DataOutputView out) throws IOException {
    for (int k = 0; k < earned.byStrategy().length; k++) {
      out.writeDouble(earned.byStrategy()[k]);
      out.writeBoolean(earned.deployed()[k]);
    }
    out.writeDouble(earned.market());
  }

  private static void writeSymbol(SymbolReturn symbol, DataOutputView out) throws IOException {
    out.writeUTF(symbol.symbol());
    out.writeDouble(symbol.value());
    out.writeDouble(symbol.cost());
    out.writeDouble(symbol.move());
    out.writeInt(symbol.silent());
    out.writeDouble(symbol.slot());
    out.writeDouble(symbol.price());
    for (double exposure : symbol.exposures()) {
      out.writeDouble(exposure);
    }
  }

  @Override
  public PortfolioBar deserialize(DataInputView in) throws IOException {
    String portfolio = in.readUTF();
    long time = in.readLong();
    String[] ids = new String[in.readInt()];
    for (int k = 0; k < ids.length; k++) {
      ids[k] = in.readUTF();
    }
    List<String> strategies = List.of(ids);
    Optional<BarReturns> earned =
        in.readBoolean() ? Optional.of(readReturns(ids.length, in)) : Optional.empty();
    int count = in.readInt();
    if (count == 0) {
      return new PortfolioBar.OfReturns(portfolio, time, strategies, earned.orElseThrow());
    }
    List<SymbolReturn> symbols = new ArrayList<>(count);
    for (int s = 0; s < count; s++) {
      symbols.add(readSymbol(ids.length, in));
    }
    return new PortfolioBar.OfSymbols(portfolio, time, strategies, earned, symbols);
  }

  private static BarReturns readReturns(int strategies, DataInputView in) throws IOException {
    double[] returns = new double[strategies];
    boolean[] deployed = new boolean[strategies];
    for (int k = 0; k < strategies; k++) {
      returns[k] = in.readDouble();
      deployed[k] = in.readBoolean();
    }
    return new BarReturns(returns, deployed, in.readDouble());
  }

  private static SymbolReturn readSymbol(int strategies, DataInputView in) throws IOException {
    String symbol = in.readUTF();
    double value = in.readDouble();
    double cost = in.readDouble();
    double move = in.readDouble();
    int silent = in.readInt();
    double slot = in.readDouble();
    double price = in.readDouble();
    double[] exposures = new double[strategies];
    for (int k = 0; k < strategies; k++) {
      exposures[k] = in.readDouble();
    }
    return new SymbolReturn(symbol, value, cost, move, silent, slot, price, exposures);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public PortfolioBar createInstance() {
    return null; // there is no empty bar, and nobody reuses one
  }

  @Override
  public PortfolioBar copy(PortfolioBar from) {
    return from;
  }

  @Override
  public PortfolioBar copy(PortfolioBar from, PortfolioBar reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1; // it varies
  }

  @Override
  public PortfolioBar deserialize(PortfolioBar reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public TypeSerializerSnapshot<PortfolioBar> snapshotConfiguration() {
    return new Snapshot();
  }

  /** There is one layout, and nothing to remember of it. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<PortfolioBar> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
