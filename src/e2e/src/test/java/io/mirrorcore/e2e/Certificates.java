package io.mirrorcore.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate authority of one test run, made by the JDK's keytool: keystores of a broker, of a
 * client, and of a stranger who signed for himself, all with one password.
 */
final class Certificates {

  static final String PASSWORD = "keystore-secret-58213";

  /** What the client's certificate says about itself. */
  static final String CLIENT = "CN=mirrorcore";

  private final Path directory;
  private final Path password;

  private Certificates(Path directory, Path password) {
    this.directory = directory;
    this.password = password;
  }

  static Certificates make(Path directory) throws IOException, InterruptedException {
    Path password = Files.writeString(directory.resolve("keystore.pw"), PASSWORD + "\n");
    Certificates made = new Certificates(directory, password);
    String all = "all.p12";
    made.generate(all, "ca", "CN=Test CA", "-ext", "bc:c", "-ext", "ku=keyCertSign");
    made.generate(
        all, "broker", "CN=broker", "-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1");
    made.generate(all, "client", CLIENT, "-signer", "ca");
    made.generate("stranger.p12", "stranger", CLIENT, "-ext", "bc:c");
    made.copy(all, "broker");
    made.copy(all, "client");
    made.keytool("-exportcert", "-keystore", all, "-alias", "ca", "-file", "ca.der");
    made.keytool(
        "-importcert", "-noprompt", "-keystore", "trust.p12", "-alias", "ca", "-file", "ca.der");
    return made;
  }

  private void generate(String keystore, String alias, String name, String... more)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-keystore", keystore, "-alias", alias, "-dname", name));
    arguments.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
  }

  private void copy(String from, String alias) throws IOException, InterruptedException {
    keytool(
        "-importkeystore",
        "-srckeystore",
        from,
        "-srcstorepass:file",
        password.toString(),
        "-srcalias",
        alias,
        "-destkeystore",
        alias + ".p12",
        "-deststorepass:file",
        password.toString());
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.add("-J-XX:TieredStopAtLevel=1");
    command.addAll(List.of(arguments));
    if (!command.contains("-srckeystore")) {
      command.addAll(List.of("-storepass:file", password.toString()));
    }
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " said: " + said);
    }
  }

  /** A file that holds {@link #PASSWORD}. */
  Path password() {
    return password;
  }

  /** What trusts the authority, and so broker and client. */
  Path trust() {
    return directory.resolve("trust.p12");
  }

  Path broker() {
    return directory.resolve("broker.p12");
  }

  Path client() {
    return directory.resolve("client.p12");
  }

  /** Claims to be the client, signed by nobody whom the broker trusts. */
  Path stranger() {
    return directory.resolve("stranger.p12");
  }
}
