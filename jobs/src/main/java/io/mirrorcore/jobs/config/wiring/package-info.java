/**
 * From checked settings to the typed parts that a job is built from. Start with {@link
 * io.mirrorcore.jobs.config.wiring.Engines}. No graph is built here and no connection opened.
 */
package io.mirrorcore.jobs.config.wiring;
