/** Commands that bring data in or out without judging it: {@code feed} and {@code signals}. */
package io.mirrorcore.local.cli.data;
