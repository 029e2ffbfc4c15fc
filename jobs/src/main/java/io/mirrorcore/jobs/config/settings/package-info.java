/**
 * What a configuration says, checked as a whole before anything starts: {@link
 * io.mirrorcore.jobs.config.settings.Settings}. What a value is turned into for a job is {@code
 * wiring}'s.
 */
package io.mirrorcore.jobs.config.settings;
