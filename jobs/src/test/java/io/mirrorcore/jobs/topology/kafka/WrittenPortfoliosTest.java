package io.mirrorcore.jobs.topology.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrittenPortfoliosTest {

  private static WrittenPortfolios to(String topic, String... names) {
    return new WrittenPortfolios(topic, List.of(names));
  }

  @Test
  void meetWhereOneTopicGetsOnePortfolioTwice() {
    assertThat(to("weights", "a", "b").meets(to("weights", "b", "c"))).isTrue();
    assertThat(to("weights", "a").meets(to("weights", "b"))).isFalse();
    assertThat(to("weights", "a").meets(to("paper-weights", "a"))).isFalse();
    assertThat(to("weights").meets(to("weights", "a"))).as("whichever it is sent").isTrue();
    assertThat(to("weights", "a").meets(to("weights"))).isTrue();
  }

  @Test
  void areReadAsTheyWereWritten() {
    for (WrittenPortfolios one : List.of(to("w.1", "a"), to("w", "a", "b-2"), to("w"))) {
      assertThat(WrittenPortfolios.read(one.toString())).contains(one);
    }
    assertThat(WrittenPortfolios.read("of a later release, in other words")).isEmpty();
  }

  @Test
  void tooManyForAClientIdStandForWhicheverThereAre() {
    List<String> many = IntStream.range(0, 900).mapToObj(i -> "portfolio-" + i).toList();
    assertThat(WrittenPortfolios.read(new WrittenPortfolios("w", many).toString()))
        .contains(to("w"));
  }

  @Test
  void areThoseOfTheConfigurationForThePipelineAndUnknownForTheEnsemble() {
    Settings settings = Settings.defaults().with("topics.weights", "desk");
    assertThat(TopicNames.written(settings, Role.PIPELINE)).isEqualTo(to("desk", "main"));
    assertThat(TopicNames.written(settings, Role.ENSEMBLE)).isEqualTo(to("desk"));
  }
}
