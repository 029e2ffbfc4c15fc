package io.mirrorcore.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlinkRestTest {

  @Test
  void findsTheReasonInAStackTrace() {
    assertThat(
            FlinkRest.innermost(
                """
                org.apache.flink.client.program.ProgramInvocationException: The main method failed.
                \tat org.example.Main.main(Main.java:1)
                Caused by: io.mirrorcore.jobs.kafka.BrokerException: No Kafka broker answered: none
                \tat org.example.Main.main(Main.java:2)
                \t... 3 more
                """))
        .isEqualTo("No Kafka broker answered: none");
    assertThat(FlinkRest.innermost("java.io.IOException: disk is full")).isEqualTo("disk is full");
    assertThat(FlinkRest.innermost("io.mirrorcore.jobs.cli.CommandFailure: cannot read a.csv: no"))
        .isEqualTo("cannot read a.csv: no");
    assertThat(FlinkRest.innermost("cannot read a.csv: no")).isEqualTo("cannot read a.csv: no");
    assertThat(FlinkRest.innermost("")).isEqualTo("no reason given");
  }
}
