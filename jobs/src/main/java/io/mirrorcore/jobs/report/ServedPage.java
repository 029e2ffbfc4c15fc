package io.mirrorcore.jobs.report;

/**
 * A page that stands for itself: nothing of it is fetched.
 *
 * @param html all of it
 * @param policy its Content-Security-Policy: its own scripts by their hashes, and nothing else
 */
public record ServedPage(String html, String policy) {}
