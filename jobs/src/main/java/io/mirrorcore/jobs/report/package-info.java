/**
 * The backtest's report for people: {@link io.mirrorcore.jobs.report.ReportPage} (start there)
 * makes one HTML file of a run's {@code report.json}. What the page looks like and says is in the
 * resources of this package (template, style, scripts); here the data is thinned and put in safely.
 * No figure is computed here: those come from {@code io.mirrorcore} of {@code common}.
 */
package io.mirrorcore.jobs.report;
