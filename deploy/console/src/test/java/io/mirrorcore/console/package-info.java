/**
 * Tests of the console as a whole, and {@link io.mirrorcore.console.CannedConsole}, which serves it
 * over a market that a test plays itself. Tests of one part lie beside it in its own package.
 */
package io.mirrorcore.console;
