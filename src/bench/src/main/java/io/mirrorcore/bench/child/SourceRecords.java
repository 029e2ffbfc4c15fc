package io.mirrorcore.bench.child;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Count of the records that the sources of this process have read, taken from Flink's own counters:
 * an operator put in to count would be a part of what is measured.
 */
public final class SourceRecords implements MetricReporter {

  private static final List<Counter> COUNTERS = new CopyOnWriteArrayList<>();

  /** How Flink makes one: found by its name in a configuration. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new SourceRecords();
    }
  }

  /** Records so far, of all sources that this process has had. */
  static long count() {
    return COUNTERS.stream().mapToLong(Counter::getCount).sum();
  }

  @Override
  public void open(MetricConfig config) {
    // Nothing is asked of the configuration.
  }

  @Override
  public void close() {
    // The counts stay: they are asked for after the end of a job.
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    String operator = group.getAllVariables().get("<operator_name>");
    if (metric instanceof Counter counter
        && name.equals("numRecordsIn")
        && operator != null
        && operator.startsWith("Source: ")) {
      COUNTERS.add(counter);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    // See close.
  }
}
