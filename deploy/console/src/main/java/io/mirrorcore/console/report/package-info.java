/**
 * Finished backtests in the browser: one report, or several runs side by side. Start with {@link
 * io.mirrorcore.console.report.ReportServer}. The pages themselves are made in {@code
 * io.mirrorcore.jobs.report}; nothing is computed and nothing live is here.
 */
package io.mirrorcore.console.report;
