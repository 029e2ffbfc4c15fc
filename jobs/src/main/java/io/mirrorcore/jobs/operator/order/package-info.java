/**
 * Operators that only put in order: they hold back until the watermark has passed. Start with
 * {@link io.mirrorcore.jobs.operator.order.TimeOrderFunction}. No record is changed, counted or
 * refused here.
 */
package io.mirrorcore.jobs.operator.order;
