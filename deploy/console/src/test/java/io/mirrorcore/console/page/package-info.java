/**
 * The console's page in a headless Chromium, in front of the real server and a market that the test
 * plays. {@link io.mirrorcore.console.page.OpenConsole} opens it. No test here needs a broker.
 */
package io.mirrorcore.console.page;
