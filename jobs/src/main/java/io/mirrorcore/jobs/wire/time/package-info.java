/**
 * What the times of records are written in, and the one reader of them ({@link
 * io.mirrorcore.jobs.wire.time.TimeReader}, start there): topics and files, JSON and CSV, the job
 * and whoever looks at a file before a job does. Nothing here knows a record, or what time it is.
 */
package io.mirrorcore.jobs.wire.time;
