/**
 * What a portfolio holds of each symbol once its strategies are netted, and what that earns. Start
 * with {@link io.mirrorcore.portfolio.book.NetPositions}, the one account by which the live job and
 * whatever it is compared with are judged alike; {@link io.mirrorcore.portfolio.book.NoTradeBand}
 * keeps it from trading what is usual noise. Where weights come from is next door in {@code
 * ensemble}.
 */
package io.mirrorcore.portfolio.book;
