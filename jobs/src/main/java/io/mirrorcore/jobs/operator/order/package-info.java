/**
 * Operators that only put in order: they hold back until the watermark has passed. Start with
 * {@link io.mirrorcore.jobs.operator.order.TimeOrderFunction}.
 */
package io.mirrorcore.jobs.operator.order;
