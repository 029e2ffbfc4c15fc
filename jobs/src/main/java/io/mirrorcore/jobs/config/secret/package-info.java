/**
 * Values that must never be printed or travel with a job: references to environment and files, and
 * which Kafka properties are secret. Start with {@link
 * io.mirrorcore.jobs.config.secret.SecretReference}.
 */
package io.mirrorcore.jobs.config.secret;
