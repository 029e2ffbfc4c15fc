/**
 * What is done with files before a job reads them ({@link io.mirrorcore.jobs.intake.Intake}, start
 * there): their records are counted, tried by the job's own parser, and brought into the order of
 * time in bounded memory where they are not. Nothing here changes a record.
 */
package io.mirrorcore.jobs.intake;
