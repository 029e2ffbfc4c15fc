package io.mirrorcore.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A mistake that people make with a secure connection.
 *
 * @param name for reports
 * @param config a configuration that works
 * @param set the mistake, set over it
 * @param named what the one sentence about it must say
 */
record ConnectionMistake(String name, Path config, List<String> set, List<String> named) {

  /** All of them. {@code directory} takes the files that they need. */
  static List<ConnectionMistake> all(
      SecureBroker broker, Path passwords, Path certificate, Path directory) throws IOException {
    Path wrong = Files.writeString(directory.resolve("wrong.pw"), "wrong-secret-11235");
    String trust = "kafka.ssl.truststore.location";
    String keys = "kafka.ssl.keystore.location";
    String jaas = "kafka.sasl.jaas.config";
    String protocol = "kafka.security.protocol";
    return List.of(
        new ConnectionMistake(
            "wrong password",
            passwords,
            List.of(jaas + "=" + login(SecureBroker.USER, "${file:" + wrong + "}")),
            List.of("refused the credentials", jaas)),
        new ConnectionMistake(
            "unknown user",
            passwords,
            List.of(jaas + "=" + login("mallory", "${file:" + broker.userPassword() + "}")),
            List.of("refused the credentials", jaas)),
        new ConnectionMistake(
            "mechanism that is not offered",
            passwords,
            List.of("kafka.sasl.mechanism=SCRAM-SHA-256"),
            List.of("kafka.sasl.mechanism SCRAM-SHA-256", "SCRAM-SHA-512")),
        new ConnectionMistake(
            "login that cannot be read",
            passwords,
            List.of(jaas + "=" + login("u", "wrong\"wrong-secret-11235")),
            List.of(jaas, "semicolon")),
        new ConnectionMistake(
            "variable that is not set",
            passwords,
            List.of("kafka.ssl.truststore.password=${env:MIRRORCORE_NO_SUCH}"),
            List.of("kafka.ssl.truststore.password", "MIRRORCORE_NO_SUCH", "not set")),
        new ConnectionMistake(
            "another authority",
            passwords,
            List.of(trust + "=" + broker.certificates().stranger()),
            List.of("does not trust", trust)),
        new ConnectionMistake(
            "truststore that is not there",
            passwords,
            List.of(trust + "=/no/such.p12"),
            List.of("/no/such.p12", trust)),
        new ConnectionMistake(
            "wrong truststore password",
            passwords,
            List.of("kafka.ssl.truststore.password=${file:" + wrong + "}"),
            List.of("password", "kafka.ssl.")),
        new ConnectionMistake(
            "no client certificate",
            passwords,
            List.of("kafka.bootstrap.servers=" + broker.mutual(), protocol + "=SSL"),
            List.of("asks for a client certificate", keys)),
        new ConnectionMistake(
            "a stranger's certificate",
            certificate,
            List.of(keys + "=" + broker.certificates().stranger()),
            List.of("does not accept the client certificate", keys)),
        new ConnectionMistake(
            "password where a certificate is asked for",
            certificate,
            List.of(
                protocol + "=SASL_SSL",
                "kafka.sasl.mechanism=SCRAM-SHA-512",
                jaas + "=" + login("u", "${file:" + wrong + "}")),
            List.of(protocol)),
        new ConnectionMistake(
            "plaintext to a TLS port",
            certificate,
            List.of(protocol + "=PLAINTEXT"),
            List.of("speaks TLS", protocol, "set SSL or SASL_SSL")),
        new ConnectionMistake(
            "TLS to a plaintext port",
            certificate,
            List.of("kafka.bootstrap.servers=" + broker.open()),
            List.of("does not speak TLS", protocol, "kafka.bootstrap.servers")));
  }

  private static String login(String user, String password) {
    return ("org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"%s\" password=\"%s\";")
        .formatted(user, password);
  }

  @Override
  public String toString() {
    return name;
  }
}
