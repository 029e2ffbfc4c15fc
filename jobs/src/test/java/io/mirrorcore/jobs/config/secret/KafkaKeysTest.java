package io.mirrorcore.jobs.config.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.settings.Fakes;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaKeysTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("SERVERS", "a:1", "PW", "p$1\\");

  @TempDir Path directory;

  @Test
  void whatTravelsHoldsReferencesThatAClientReads() throws IOException {
    Path file = Files.writeString(directory.resolve("a:secret"), "s3cret\n");
    Properties travelling =
        Fakes.parse(
                """
                kafka:
                  ssl.key.password: ${file:%1$s}
                  ssl.keystore.location: ${env:PATH}
                  client.id: a ${file:%1$s} b
                  ssl.truststore.password: ${vault:a}
                """
                    .formatted(file))
            .kafkaProperties();

    assertThat(travelling.toString()).doesNotContain("s3cret");
    AdminClientConfig client = client(travelling);
    assertThat(client.getPassword("ssl.key.password").value()).isEqualTo("s3cret");
    assertThat(client.getString("ssl.keystore.location")).isEqualTo(System.getenv("PATH"));
    assertThat(client.getString("client.id")).isEqualTo("a s3cret b");
    assertThat(client.getPassword("ssl.truststore.password").value()).isEqualTo("${vault:a}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a\"b;c=\"d", "back\\slash\\", "${env:PATH}", "p$1", "é ü"})
  void aSecretBetweenQuotesIsWhatTheLoginModuleGets(String password) throws IOException {
    Path file = Files.writeString(directory.resolve("pw"), password + "\n");
    Properties travelling =
        Fakes.parse(
                """
                kafka.sasl.jaas.config: >-
                  org.apache.kafka.common.security.plain.PlainLoginModule required
                  username="${file:%1$s}" password="${file:%1$s}";
                """
                    .formatted(file))
            .kafkaProperties();

    Password jaas = client(travelling).getPassword("sasl.jaas.config");
    assertThat(
            JaasContext.loadClientContext(Map.of("sasl.jaas.config", jaas))
                .configurationEntries()
                .get(0)
                .getOptions())
        .extracting("username", "password")
        .containsExactly(password, password);
  }

  @Test
  void aProviderOfTheUsersOwnStays() {
    Properties properties =
        KafkaKeys.withProviders(
            Map.of(
                "config.providers", "vault,file",
                "config.providers.vault.class", "a.Vault",
                "config.providers.file.class", "a.File",
                "k", "${vault:x} ${env:PW}"),
            ENVIRONMENT::get);

    assertThat(properties)
        .containsEntry("config.providers", "vault,file,env")
        .containsEntry("config.providers.file.class", "a.File")
        .containsEntry("config.providers.env.class", SecretProvider.class.getName());
  }

  @Test
  void addressesAreNoSecretAndAreReadAtOnce() {
    assertThat(withProviders("bootstrap.servers", "${env:SERVERS},b:2"))
        .containsOnly(Map.entry("bootstrap.servers", "a:1,b:2"));
  }

  @Test
  void saysWhichReferenceLeadsNowhere() {
    assertThatThrownBy(() -> withProviders("k", "${env:ABSENT}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "kafka.k refers to the environment variable ABSENT, which is not set;"
                + " set it, or use ${file:/path}");
    assertThatThrownBy(() -> withProviders("k", "${file:/no/such}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "kafka.k refers to the file /no/such, which cannot be read (NoSuchFileException);"
                + " create it, or use ${env:NAME}");
  }

  @Test
  void aReferenceThatLeadsNowhereOnAWorkerIsNoPassword() {
    Properties travelling = withProviders("ssl.key.password", "${env:PW}");

    assertThatThrownBy(() -> client(travelling))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("environment variable PW");
  }

  @Test
  void aFileIsReadWithoutItsReferencesBeingRead() {
    Settings settings = Fakes.parse("kafka.ssl.key.password: ${env:SURELY_NOT_SET_ANYWHERE}");

    assertThatThrownBy(settings::kafkaProperties).hasMessageContaining("SURELY_NOT_SET_ANYWHERE");
    assertThat(Fakes.parse("kafka: {linger.ms: 5}").kafkaProperties())
        .containsOnly(
            Map.entry("bootstrap.servers", "localhost:9092"), Map.entry("linger.ms", "5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssl.key.password: hunter2",
        "ssl.key.password: 'pre${env:PW}'",
        "sasl.jaas.config: 'A required username=\"u\" password=\"hunter2\";'",
        "sasl.jaas.config: 'A required clientSecret=hunter2;'",
        "sasl.oauthbearer.client.credentials.client.secret: hunter2"
      })
  void aSecretThatIsWrittenOutDoesNotTravel(String line) {
    Settings settings = Fakes.parse("kafka: {" + line + "}");

    assertThat(settings.secretsWrittenOut())
        .singleElement()
        .asString()
        .startsWith("kafka." + line.substring(0, line.indexOf(':')) + " holds a secret")
        .contains("${env:NAME}")
        .doesNotContain("hunter2");
    RunPlan plan = RunPlan.of(settings);
    assertThatThrownBy(() -> JobEnvironment.submitted(plan))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(settings.secretsWrittenOut().get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssl.key.password: '${file:/run/key store}'",
        "sasl.jaas.config: 'A required username=\"u\" password=\"${file:/run/the pw}\";'",
        "sasl.jaas.config: 'A required password=${env:PW} ;'",
        "sasl.jaas.config: 'A required useKeyTab=true storeKey=true keyTab=\"/etc/k\";'",
        "sasl.oauthbearer.client.credentials.client.id: mirrorcore",
        "ssl.truststore.location: /etc/ca.p12"
      })
  void whatIsNoSecretTravels(String line) {
    assertThat(Fakes.parse("kafka: {" + line + "}").secretsWrittenOut()).isEmpty();
  }

  private static AdminClientConfig client(Properties properties) {
    return new AdminClientConfig(properties);
  }

  private static Properties withProviders(String key, String value) {
    return KafkaKeys.withProviders(Map.of(key, value), ENVIRONMENT::get);
  }

  @Test
  void showsOnlyWhatIsKnownToBeHarmless() {
    assertThat(KafkaKeys.shown("linger.ms", "5")).isEqualTo("5");
    assertThat(KafkaKeys.shown("saslpw", "hunter2")).isEqualTo("******");
    assertThat(KafkaKeys.shown("aws.access.key.id", "hunter2")).isEqualTo("******");
    assertThat(KafkaKeys.shown("saslpw", "${env:PW}")).isEqualTo("${env:PW}");
    assertThat(KafkaKeys.shown("client.rack", "http://u:hunter2@h/x?token=hunter2"))
        .isEqualTo("http://******@h/x?******");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:HOME", "${env:}", "${file: }", "a ${file:/x"})
  void aReferenceThatIsNotCompleteIsNoConfiguration(String value) {
    assertThatThrownBy(() -> Fakes.parse("kafka: {ssl.key.password: '" + value + "'}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("kafka.ssl.key.password holds a reference that is not complete");
  }

  @Test
  void lessThanAllAcknowledgementsIsNotExactlyOnce() {
    assertThatThrownBy(() -> Fakes.parse("kafka: {acks: 0}"))
        .hasMessageContaining("kafka.acks must be all");
    assertThat(
            Fakes.parse("{kafka: {acks: 1}, job: {delivery: at-least-once}}").isSet("kafka.acks"))
        .isTrue();
  }
}
