package io.mirrorcore.strategy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.price.UtBot;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  @TempDir private Path jar;

  @Test
  void namesNineteenIdsOnce() {
    assertThat(Catalogue.IDS).hasSize(19).doesNotHaveDuplicates();
  }

  @Test
  void listsTheBuiltInStrategiesInTheOrderOfTheirIds() {
    List<String> ids = Catalogue.strategies().stream().map(Strategy::id).toList();
    assertThat(ids).isNotEmpty();
    assertThat(ids.subList(0, ids.size() - 1)).isEqualTo(Catalogue.IDS);
  }

  @Test
  void listsTheBaselineLastAndOffUnlessAskedFor() {
    List<Strategy> strategies = Catalogue.strategies();
    assertThat(strategies.get(strategies.size() - 1).id()).isEqualTo("HOLD");
    assertThat(Catalogue.IDS).doesNotContain("HOLD");
    assertThat(strategies.stream().filter(s -> !s.enabledByDefault()).map(Strategy::id))
        .containsExactly("HOLD");
  }

  @Test
  void findsWhatIsBuiltInAndNothingElse() {
    assertThat(Catalogue.find("UT_BOT")).containsInstanceOf(UtBot.class);
    assertThat(Catalogue.find("ut_bot")).isEmpty();
  }

  @Test
  void listsStrategiesOfTheUserAfterItsOwnByName() throws IOException {
    try (URLClassLoader loader = loader(Zebra.class, Aardvark.class)) {
      assertThat(Catalogue.with(loader))
          .hasSize(Catalogue.strategies().size() + 2)
          .startsWith(Catalogue.strategies().toArray(new Strategy[0]))
          .extracting(Strategy::id)
          .endsWith("AARDVARK", "ZEBRA");
    }
  }

  @Test
  void refusesAnIdThatIsTakenNamingBothClasses() throws IOException {
    try (URLClassLoader loader = loader(OtherUtBot.class)) {
      assertThatThrownBy(() -> Catalogue.with(loader))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("UT_BOT")
          .hasMessageContaining(UtBot.class.getName())
          .hasMessageContaining(OtherUtBot.class.getName());
    }
  }

  private URLClassLoader loader(Class<?>... providers) throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    List<String> names = List.of(providers).stream().map(Class::getName).toList();
    Files.write(services.resolve(Strategy.class.getName()), names);
    return new URLClassLoader(new URL[] {url()}, getClass().getClassLoader());
  }

  private URL url() throws MalformedURLException {
    return jar.toUri().toURL();
  }

  public static final class Zebra extends Idle {
    @Override
    public String id() {
      return "ZEBRA";
    }
  }

  public static final class Aardvark extends Idle {
    @Override
    public String id() {
      return "AARDVARK";
    }
  }

  public static final class OtherUtBot extends Idle {
    @Override
    public String id() {
      return "UT_BOT";
    }
  }

  private abstract static class Idle implements CrossAssetStrategy {

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public List<String> attributes() {
      return List.of();
    }

    @Override
    public Machine machine(Parameters parameters) {
      return new Machine() {
        @Override
        public List<Signal> onBars(List<Bar> bars) {
          return bars.stream().map(bar -> Signal.WARMUP).toList();
        }

        @Override
        public void save(DataOutput out) {}

        @Override
        public void load(DataInput in) {}
      };
    }
  }
}
