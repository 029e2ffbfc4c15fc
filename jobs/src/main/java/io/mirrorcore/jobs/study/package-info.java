/**
 * A study of strategies as a job: {@link io.mirrorcore.jobs.study.StudyTopology} is the live
 * topology on files up to the ledger, {@link io.mirrorcore.jobs.study.StudyRun} drives it and
 * judges what the ledger held, {@link io.mirrorcore.jobs.study.StudyFiles} is what it leaves
 * behind. Start reading at {@code StudyRun}. No figure is computed here: that is {@code
 * io.mirrorcore.study} of common.
 */
package io.mirrorcore.jobs.study;
