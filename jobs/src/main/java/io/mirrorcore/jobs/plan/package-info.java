/**
 * A configuration as the parts of a job take it. Start with {@link
 * io.mirrorcore.jobs.plan.JobPlan}: it is made once of the checked settings, and operators, inputs,
 * outputs and Flink's set-up take their part of it. What travels to a worker is serialisable, and
 * no part holds anything of Kafka, so none holds a secret. Formulas and defaults must not be here.
 */
package io.mirrorcore.jobs.plan;
