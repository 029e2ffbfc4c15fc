package io.mirrorcore.jobs.config.key;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.columns.BarLabel;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.Presets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a job reads and writes, how it runs, and how it sees time. */
public final class PipelineKeys {

  private static final List<ConfigKey<?>> IN_ORDER = new ArrayList<>();

  private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern ANY = Pattern.compile("(?s).*\\S.*");
  private static final String OF_NAME = "1 to 100 letters, digits, dots, underscores or dashes";

  public static final ConfigKey<String> BOOTSTRAP_SERVERS =
      add(
          "kafka.bootstrap.servers",
          ValueType.text("host:port,host:port", ANY),
          "localhost:9092",
          "Brokers to connect to. Every other key under kafka goes to the Kafka clients as it is.");

  private static final Map<Topic, ConfigKey<String>> TOPICS = topics();

  public static final ConfigKey<String> JOB_NAME =
      add(
          "job.name",
          ValueType.text(OF_NAME, NAME),
          "mirrorcore",
          "Name of the job: on the cluster, and before Kafka unless the keys below say another.");
  public static final ConfigKey<Integer> JOB_PARALLELISM =
      add("job.parallelism", ValueType.whole(1, 32_768), "2", "Parallel instances per operator.");
  public static final ConfigKey<Integer> JOB_MAX_PARALLELISM =
      add(
          "job.max-parallelism",
          ValueType.whole(1, 32_768),
          "128",
          "Key groups: never to be changed for a job that has state.");
  public static final ConfigKey<Integer> JOB_PAIR_SHARDS =
      add(
          "job.pair-shards",
          ValueType.whole(1, 1_024),
          "8",
          "Pairs of a portfolio are shared out among so many keyed shards: never to be changed"
              + " for a job that has state.");
  public static final ConfigKey<String> JOB_GROUP_ID =
      open(
          "job.group-id",
          ValueType.text(OF_NAME, NAME),
          "Kafka consumer group; when not set, job.name (of EnsembleJob with -ensemble behind it). Of"
              + " paper trading with -paper behind it in any case.");
  public static final ConfigKey<Choices.Mode> JOB_MODE =
      add(
          "job.mode",
          ValueType.choice(Choices.Mode.class),
          "live",
          "replay reads from the earliest to what is the latest offset at the start, and ends.");
  public static final ConfigKey<Choices.Start> JOB_START =
      add(
          "job.start",
          ValueType.choice(Choices.Start.class),
          "earliest",
          "From where topics are read when the job starts without a checkpoint.");
  public static final ConfigKey<String> JOB_HISTORY =
      open(
          "job.history",
          ValueType.text("a file of prices as CSV, plain or .gz", ANY),
          "Bars that the job takes in before those of the topics, once: the topics count from its"
              + " last close on. A file that every worker sees, in the order of time.");
  public static final ConfigKey<List<Topic>> JOB_INPUTS =
      add(
          "job.inputs",
          ValueType.choices(Topic.market()),
          Topic.ofVendors().stream().map(Topic::word).collect(Collectors.joining(", ")),
          "Input topics that are read; adjustments is one more, of splits and dividends.");
  public static final ConfigKey<String> JOB_ADJUST =
      open(
          "job.adjust",
          ValueType.text("a file of adjustments as CSV, plain or .gz", ANY),
          "Splits and dividends that are known (symbol, date, ratio, dividend): prices from their day"
              + " on are brought to the basis of those before, so that none is a return.");
  public static final ConfigKey<Duration> JOB_PARTITION_DISCOVERY =
      add(
          "job.partition-discovery",
          ValueType.duration("100ms", "1h"),
          "5s",
          "How often a live job looks for partitions added to its topics.");
  public static final ConfigKey<Choices.Delivery> JOB_DELIVERY =
      add(
          "job.delivery",
          ValueType.choice(Choices.Delivery.class),
          "exactly-once",
          "Guarantee of the output topics; exactly-once is seen by read_committed consumers.");
  public static final ConfigKey<Duration> JOB_TRANSACTION_TIMEOUT =
      add(
          "job.transaction-timeout",
          ValueType.duration("10s", "1h"),
          "5m",
          "After it the broker aborts a transaction; a default broker refuses more than 15m.");
  public static final ConfigKey<String> JOB_TRANSACTION_PREFIX =
      open(
          "job.transaction-prefix",
          ValueType.text(OF_NAME, NAME),
          "Prefix of transactional ids, which no two jobs on one Kafka may share; when not set,"
              + " job.name (of EnsembleJob with -ensemble behind it). Of paper trading with -paper"
              + " behind it in any case.");
  public static final ConfigKey<Duration> JOB_CHECKPOINT_INTERVAL =
      add(
          "job.checkpoint-interval",
          ValueType.duration("100ms", "1h"),
          "2s",
          "Exactly-once output becomes visible at this interval.");
  public static final ConfigKey<String> JOB_CHECKPOINT_DIR =
      open(
          "job.checkpoint-dir",
          ValueType.text("a directory or URI", ANY),
          "Where checkpoints go; when not set, what the cluster is configured with, and of run a"
              + " directory of the user's that is named by the job.");
  public static final ConfigKey<Integer> JOB_MAX_RESTARTS =
      add(
          "job.max-restarts",
          ValueType.whole(1, 1_000_000),
          "20",
          "After so many restarts in a row a job fails; one that ran for ten minutes counts anew.");
  public static final ConfigKey<Boolean> JOB_UNALIGNED_CHECKPOINTS =
      add(
          "job.unaligned-checkpoints",
          ValueType.bool(),
          "false",
          "Whether a checkpoint that waits for more than 10s behind slow operators takes the records"
              + " in flight with it, so that outputs become visible under back-pressure too; the"
              + " bytes are the same.");

  public static final ConfigKey<Duration> BARS_INTERVAL =
      add(
          "bars.interval",
          ValueType.duration("1s", "28d"),
          "1m",
          "Length of one bar; it divides a day, or is a number of days.");
  public static final ConfigKey<Choices.BarSource> BARS_FROM =
      add(
          "bars.from",
          ValueType.choice(Choices.BarSource.class),
          "prices",
          "Whether bars come in or are built from trades.");
  public static final ConfigKey<Choices.Anchor> BARS_ANCHOR =
      add(
          "bars.anchor",
          ValueType.choice(Choices.Anchor.class),
          "clock",
          "Where bars that are made here begin: at multiples of the interval since midnight UTC (days"
              + " at bars.close), or with the session of the symbol's market; 1d is then one bar a"
              + " session.");
  public static final ConfigKey<Duration> BARS_ALIGN =
      open(
          "bars.align",
          ValueType.duration("0s", "12h"),
          "A bar shorter than a day that is stamped at most so much beside a multiple of the interval"
              + " is of that close; when not set, a twentieth of the interval and at most 5s.");
  public static final ConfigKey<Choices.Revisions> BARS_REVISIONS =
      add(
          "bars.revisions",
          ValueType.choice(Choices.Revisions.class),
          "first",
          "Which of several bars with one symbol and time counts; any other is a duplicate, but for"
              + " one that last-before-close replaces.");
  public static final ConfigKey<ZoneId> BARS_ZONE =
      add(
          "bars.zone",
          ValueType.zone(),
          "America/New_York",
          "Time zone of bars.close, for intervals of whole days, and of the days of ensemble.period.");
  public static final ConfigKey<LocalTime> BARS_CLOSE =
      add(
          "bars.close",
          ValueType.timeOfDay(),
          "16:00",
          "Local time of a bar's close, for intervals of whole days.");
  public static final ConfigKey<Double> BARS_PER_DAY =
      open(
          "bars.per-day",
          ValueType.above(0, 86_400),
          "Bars per trading day; when not set, by sessions, else of a market that never closes.");
  public static final ConfigKey<Double> BARS_PER_YEAR =
      open(
          "bars.per-year",
          ValueType.above(0, 31_622_400),
          "Bars per year; when not set, by sessions, else bars per day times 252, or 365 where"
              + " markets never close.");

  public static final ConfigKey<Duration> TIME_OUT_OF_ORDERNESS =
      add(
          "time.out-of-orderness",
          ValueType.duration("0s", "1h"),
          "1s",
          "How long the watermark waits for records that come out of order.");
  public static final ConfigKey<Duration> TIME_IDLE_TIMEOUT =
      add(
          "time.idle-timeout",
          ValueType.duration("100ms", "1d"),
          "5s",
          "A partition silent for this long (wall clock) no longer holds back time; live only.");
  public static final ConfigKey<Duration> TIME_MAX_AHEAD =
      open(
          "time.max-ahead",
          ValueType.duration("0s", "36500d"),
          "A record whose time is further ahead of the broker's time stamp is refused; when not"
              + " set, the longer of bars.interval and 10s.");
  public static final ConfigKey<Duration> TIME_MAX_DRIFT =
      open(
          "time.max-drift",
          ValueType.duration("1s", "3650d"),
          "How far a topic may run ahead of the slowest, to bound state in a replay; when not set, any.");

  private static final Map<Topic, ConfigKey<EpochUnit>> TIME_UNITS = new EnumMap<>(Topic.class);
  private static final Map<Topic, ConfigKey<String>> PRESETS = new EnumMap<>(Topic.class);
  private static final Map<Topic, ConfigKey<String>> COLUMNS = new EnumMap<>(Topic.class);

  static {
    addForm(Topic.PRICES);
  }

  public static final ConfigKey<BarLabel> INPUTS_BAR_LABEL =
      open(
          "inputs.prices.bar-label",
          ValueType.choice(BarLabel.class),
          "Which moment of a bar its vendor stamps it with; when not set, as preset has it.");

  public static final ConfigKey<Duration> INPUTS_PRICES_INTERVAL =
      open(
          "inputs.prices.interval",
          ValueType.duration("1s", "28d"),
          "Length of the bars that come in, where those of bars.interval are to be made from them: 1m"
              + " for hours from minutes; when not set, bars are taken as they come.");

  static {
    Topic.ofVendors().stream()
        .filter(topic -> topic != Topic.PRICES)
        .forEach(PipelineKeys::addForm);
    addTimeUnit(Topic.ADJUSTMENTS);
    addTimeUnit(Topic.STRATEGY_RETURNS);
  }

  public static final ConfigKey<ZoneId> INPUTS_TIME_ZONE =
      open(
          "inputs.time-zone",
          ValueType.zone(),
          "Time zone of times of day that name none, as 2023-11-16 09:30:00; when not set, such"
              + " records are refused.");
  public static final ConfigKey<Integer> INPUTS_LAST_YEAR =
      add(
          "inputs.last-year",
          ValueType.whole(1980, InputTimes.LAST_YEAR),
          "2099",
          "A record of a later year is refused, unless time-unit is set; commands that read files"
              + " find it from the year in which they run.");
  public static final ConfigKey<Integer> INPUT_MAX_BYTES =
      add(
          "input.max-bytes",
          ValueType.whole(256, ParserSettings.BYTES_LIMIT),
          "65536",
          "Bytes of one record; a larger one is refused.");
  public static final ConfigKey<LocalTime> OPTIONS_EXPIRY_TIME =
      add(
          "options.expiry-time",
          ValueType.timeOfDay(),
          "16:00",
          "Local time at which options expire on their last day.");
  public static final ConfigKey<ZoneId> OPTIONS_EXPIRY_ZONE =
      add(
          "options.expiry-zone",
          ValueType.zone(),
          "America/New_York",
          "Time zone of options.expiry-time.");

  /** All of them in the order of a printed file. */
  public static final List<ConfigKey<?>> ALL = List.copyOf(IN_ORDER);

  private PipelineKeys() {}

  /** What a topic is called. */
  public static ConfigKey<String> topic(Topic topic) {
    return TOPICS.get(topic);
  }

  /** What the times of an input count. */
  public static ConfigKey<EpochUnit> timeUnit(Topic topic) {
    return TIME_UNITS.get(topic);
  }

  /** The vendor whose messages a topic of market data has. */
  public static ConfigKey<String> preset(Topic topic) {
    return PRESETS.get(topic);
  }

  /** The mapping of the messages of a topic of market data. */
  public static ConfigKey<String> columns(Topic topic) {
    return COLUMNS.get(topic);
  }

  /** How the records of a topic of market data are written. */
  private static void addForm(Topic topic) {
    addTimeUnit(topic);
    PRESETS.put(
        topic,
        open(
            "inputs." + topic.word() + ".preset",
            ValueType.word(Presets.names(topic.kind().orElseThrow())),
            "Vendor whose messages the topic of %s has; when not set, records are in plain form."
                .formatted(topic.word())));
    COLUMNS.put(
        topic,
        open(
            "inputs." + topic.word() + ".columns",
            MappingType.of(topic.kind().orElseThrow()),
            "Which field of a vendor's messages is which field of %s, also over a preset: time=t,"
                    .formatted(topic.word())
                + " ... as --columns has it."));
  }

  private static void addTimeUnit(Topic topic) {
    TIME_UNITS.put(
        topic,
        add(
            "inputs." + topic.word() + ".time-unit",
            ValueType.choice(EpochUnit.class),
            "auto",
            "What numbers that are times count in %s: auto tells s, ms, us and ns by their size."
                .formatted(topic.word())));
  }

  private static Map<Topic, ConfigKey<String>> topics() {
    ValueType<String> name =
        ValueType.text(
            "a topic's name of 1 to 249 letters, digits, dots, underscores or dashes", TOPIC);
    Map<Topic, ConfigKey<String>> keys = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      String key = "topics." + topic.word();
      keys.put(topic, add(key, name, topic.word(), "Topic: " + topic.about()));
    }
    return keys;
  }

  private static <T> ConfigKey<T> add(
      String key, ValueType<T> type, String defaultText, String description) {
    ConfigKey<T> option = ConfigKey.of(key, type, defaultText, description);
    IN_ORDER.add(option);
    return option;
  }

  private static <T> ConfigKey<T> open(String key, ValueType<T> type, String description) {
    ConfigKey<T> option = ConfigKey.open(key, type, description);
    IN_ORDER.add(option);
    return option;
  }
}
