package io.mirrorcore.jobs.config.secret;

import io.mirrorcore.jobs.config.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What is under {@code kafka} goes to the clients as it is, but for what the job itself answers for
 * and for secrets: those are references to the environment or to files, read as late as when a
 * client is built, in the process that builds it, and never printed.
 */
public final class KafkaKeys {

  public static final String PREFIX = "kafka.";
  private static final String MASK = "******";
  private static final String SERVERS = "bootstrap.servers";
  private static final String JAAS = "jaas.config";
  private static final String QUOTED = "-quoted";
  private static final Pattern BETWEEN_QUOTES =
      Pattern.compile('"' + SecretReference.PATTERN.pattern() + '"');
  private static final Pattern JAAS_OPTION =
      Pattern.compile("([\\w.]+)\\s*=\\s*\"?((?<=\")[^\"]*|[^\\s;]*)");
  private static final Pattern NO_SECRET = Pattern.compile("|true|false"); // storeKey=true
  private static final Pattern SECRET =
      Pattern.compile(
          "(password|passphrase|secret|credential|jaas|user\\.info|token$|key$)(?!.*\\.(id|file)$)",
          Pattern.CASE_INSENSITIVE);

  /** Properties that would break what the job promises, and the option that sets them. */
  private static final Map<String, String> RESERVED =
      new TreeMap<>(
          Map.of(
              "group.id", "set job.group-id instead",
              "auto.offset.reset", "set job.start instead",
              "transactional.id", "set job.transaction-prefix instead",
              "transaction.timeout.ms", "set job.transaction-timeout instead",
              "enable.auto.commit", "offsets are committed with checkpoints; delete it",
              "isolation.level", "inputs are always read committed; delete it",
              "key.serializer", "records are JSON; delete it",
              "value.serializer", "records are JSON; delete it",
              "key.deserializer", "records are JSON; delete it",
              "value.deserializer", "records are JSON; delete it"));

  private KafkaKeys() {}

  /** What to do about a property that is not a user's to set, or null. */
  public static String remedy(String property) {
    return RESERVED.get(property);
  }

  /**
   * The value as it may be shown: a reference is no secret, what it refers to is. Of the rest only
   * what Kafka itself knows and does not keep as a password: what stands under another name is of
   * somebody else's client, and may be anything.
   *
   * @param property without {@value #PREFIX}
   */
  public static String shown(String property, String value) {
    if (SecretReference.PATTERN.matcher(value).matches() || NO_SECRET.matcher(value).matches()) {
      return value;
    }
    boolean harmless = Harmless.NAMES.contains(property) && !SECRET.matcher(property).find();
    return harmless ? UrlSecrets.masked(value) : MASK;
  }

  /**
   * Properties of Kafka's clients whose type is not that of a password. Kafka is asked only where
   * something is shown: a command over files needs nothing of it.
   */
  private static final class Harmless {
    static final Set<String> NAMES =
        Stream.of(
                ProducerConfig.configDef(),
                ConsumerConfig.configDef(),
                AdminClientConfig.configDef())
            .flatMap(known -> known.configKeys().values().stream())
            .filter(key -> key.type != ConfigDef.Type.PASSWORD)
            .map(key -> key.name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** A sentence for each property that holds a reference which no client could read. */
  public static List<String> broken(Map<String, String> properties) {
    return properties.entrySet().stream()
        .filter(entry -> SecretReference.isBroken(entry.getValue()))
        .map(
            entry ->
                PREFIX
                    + entry.getKey()
                    + " holds a reference that is not complete; write ${env:NAME} or ${file:/path}")
        .toList();
  }

  /** A sentence for each property with a reference that leads nowhere where this program runs. */
  public static List<String> missing(
      Map<String, String> properties, UnaryOperator<String> environment) {
    return properties.entrySet().stream()
        .flatMap(
            entry ->
                SecretReference.in(entry.getValue()).stream()
                    .flatMap(reference -> missing(reference, environment).stream())
                    .map(problem -> PREFIX + entry.getKey() + " " + problem))
        .distinct()
        .toList();
  }

  private static List<String> missing(
      SecretReference reference, UnaryOperator<String> environment) {
    try {
      reference.read(environment);
      return List.of();
    } catch (ConfigurationException e) {
      return e.sentences();
    }
  }

  /**
   * Client properties that hold references, and name the providers which read them where a client
   * is built. The brokers' addresses are no secret, and people want to read them: those are read
   * now.
   *
   * @throws ConfigurationException when a reference leads nowhere here
   */
  public static Properties withProviders(
      Map<String, String> properties, UnaryOperator<String> environment) {
    Properties all = new Properties();
    properties.forEach(
        (name, value) -> {
          String read = read(name, value, environment);
          all.setProperty(name, name.equals(SERVERS) ? read : quotedApart(value));
        });
    for (String source : List.of(SecretReference.ENVIRONMENT, SecretReference.FILE)) {
      addProvider(all, source, source, false);
      addProvider(all, source + QUOTED, source, true);
    }
    return all;
  }

  /** Only where it is referred to; and one of that name which the user has set up is left alone. */
  private static void addProvider(Properties all, String name, String source, boolean quoted) {
    String prefix = AbstractConfig.CONFIG_PROVIDERS_CONFIG + "." + name;
    boolean needed = all.values().stream().anyMatch(v -> v.toString().contains("${" + name + ":"));
    if (!needed || all.containsKey(prefix + ".class")) {
      return;
    }
    all.merge(AbstractConfig.CONFIG_PROVIDERS_CONFIG, name, (before, more) -> before + "," + more);
    all.setProperty(prefix + ".class", SecretProvider.class.getName());
    all.setProperty(prefix + ".param." + SecretProvider.SOURCE, source);
    all.setProperty(prefix + ".param." + SecretProvider.QUOTED, Boolean.toString(quoted));
  }

  /** References that stand between quotes are read by a provider that minds the quotes. */
  private static String quotedApart(String value) {
    return BETWEEN_QUOTES.matcher(value).replaceAll("\"\\${$1" + QUOTED + ":$2}\"");
  }

  private static String read(String name, String value, UnaryOperator<String> environment) {
    try {
      return SecretReference.PATTERN
          .matcher(value)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      new SecretReference(found.group(1), found.group(2)).read(environment)));
    } catch (ConfigurationException e) {
      throw new ConfigurationException(PREFIX + name + " " + e.getMessage());
    }
  }

  /** A sentence for each property that holds a secret itself instead of a reference to one. */
  public static List<String> written(Map<String, String> properties) {
    return properties.entrySet().stream()
        .filter(entry -> isWritten(entry.getKey(), entry.getValue()))
        .map(
            entry ->
                PREFIX
                    + entry.getKey()
                    + " holds a secret, which would travel with the job; write ${env:NAME} or"
                    + " ${file:/path} and have it where the job runs")
        .toList();
  }

  private static boolean isWritten(String name, String value) {
    if (name.endsWith(JAAS)) {
      Matcher option = JAAS_OPTION.matcher(value);
      while (option.find()) {
        if (isWritten(option.group(1), option.group(2))) {
          return true;
        }
      }
      return false;
    }
    return (SECRET.matcher(name).find() || UrlSecrets.isIn(value))
        && !NO_SECRET.matcher(value).matches()
        && !SecretReference.PATTERN.matcher(value).matches();
  }
}
