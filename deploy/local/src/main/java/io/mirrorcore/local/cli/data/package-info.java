/**
 * Commands that move data in or out without judging it: {@code feed} sends files to the input
 * topics, {@code signals} writes every signal of a file. Start with {@link
 * io.mirrorcore.local.cli.data.SignalsCommand}, the shorter way through the whole graph. What a
 * command does beyond its options belongs to {@code local.feed} or {@code local.job}; no record is
 * parsed here.
 */
package io.mirrorcore.local.cli.data;
