/**
 * What deserves a person's eye and how it is measured: thresholds, and a book of which alerts fire,
 * so that each is told once when it begins and once when it ends. Start with {@link
 * io.mirrorcore.portfolio.alert.AlertBook}. Which conditions an ensemble has is decided in {@code
 * ensemble}.
 */
package io.mirrorcore.portfolio.alert;
