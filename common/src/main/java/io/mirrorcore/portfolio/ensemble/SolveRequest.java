package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.regime.RegimePolicy;
import java.util.List;

/**
 * What one due time asks of {@link WindowSolver}. n strategies are active; where there is cash it
 * is one more, the last.
 *
 * @param ids of the active strategies, and of cash
 * @param returns T x n, a bar, oldest first
 * @param covariance n x n, a bar, as slid along with the bars; null where it is to be estimated
 * @param lower least weights, in the order of {@code ids}
 * @param upper greatest weights
 * @param groups caps on groups, by index in {@code ids}
 * @param inForce weights now; empty where there are none yet: the penalty is then measured from
 *     equal weights
 * @param policy of the regime in force
 * @param seed of the bootstrap
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
record SolveRequest(
    List<String> ids,
    double[][] returns,
    Covariance covariance,
    double[] lower,
    double[] upper,
    List<GroupCap> groups,
    double[] inForce,
    RegimePolicy policy,
    long seed) {}
