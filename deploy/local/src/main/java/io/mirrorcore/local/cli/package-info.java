/**
 * The commands, one class each: they read options, call what does the work, and print. Exit code 1
 * and one sentence for a failure, 2 and the usage for a wrong command line.
 */
package io.mirrorcore.local.cli;
