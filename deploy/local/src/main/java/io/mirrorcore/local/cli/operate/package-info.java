/**
 * Commands of whoever keeps the system running: {@code broker}, {@code topics}, {@code config},
 * {@code cluster}, {@code redrive}.
 */
package io.mirrorcore.local.cli.operate;
