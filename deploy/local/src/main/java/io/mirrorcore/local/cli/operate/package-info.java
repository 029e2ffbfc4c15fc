/**
 * Commands of those who keep the system running: {@code broker}, {@code topics}, {@code config},
 * {@code cluster}, {@code redrive}. Start with {@link
 * io.mirrorcore.local.cli.operate.TopicsCommand}. No topic is described and no dead letter judged
 * here: that is {@code jobs.kafka} and {@code local.redrive}.
 */
package io.mirrorcore.local.cli.operate;
