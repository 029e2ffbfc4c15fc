/**
 * What all commands share: options, formats, progress, and the sentence for an error. The commands
 * themselves are one class each in {@code data}, {@code live}, {@code research} and {@code
 * operate}, by what a person wants to do. Start with {@link
 * io.mirrorcore.local.cli.SettingsOptions}, which reads the configuration, and {@link
 * io.mirrorcore.local.cli.ErrorSentences}, which decides on exit code 1 (a failure) or 2 (wrong
 * usage). A class that only one command uses belongs beside that command.
 */
package io.mirrorcore.local.cli;
