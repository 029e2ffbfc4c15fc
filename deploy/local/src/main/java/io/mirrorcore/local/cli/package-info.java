/**
 * What all commands share beyond the options in {@code jobs.cli}: formats, progress and Ctrl-C. The
 * commands themselves are one class each in {@code data}, {@code live}, {@code research} and {@code
 * operate}, by what a person wants to do. Start with {@link
 * io.mirrorcore.jobs.cli.SettingsOptions}, which reads the configuration, {@link
 * io.mirrorcore.jobs.cli.ErrorSentences}, which says a failure (exit code 1), and {@link
 * io.mirrorcore.jobs.cli.UsageSentences}, which says wrong usage (2). A class that only one command
 * uses belongs beside that command.
 */
package io.mirrorcore.local.cli;
