package io.mirrorcore.consumer;

import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.verify.WeightsProof;
import io.mirrorcore.portfolio.verify.WeightsVerdict;

/**
 * What came of the check of one value of {@code weights}, wherever its bytes are from.
 *
 * @param outcome what it is worth
 * @param portfolio that it is of; empty where that cannot be read
 * @param time the close that it is of, epoch milliseconds; {@link Long#MIN_VALUE} where that cannot
 *     be read
 * @param residual the certificate, computed anew; infinite where there is none
 * @param why it is not proven, one line; empty where it is
 */
public record WeightsVerification(
    Outcome outcome, String portfolio, long time, double residual, String why) {

  /** What a value is worth. */
  public enum Outcome {
    /** The proof holds. */
    PROVEN,
    /** Something in it is not true, or it is no JSON of weights. */
    REFUSED,
    /** It lacks what a proof needs: nothing is known. */
    UNPROVEN,
    /** It is of another topic; there is nothing to prove. */
    FOREIGN
  }

  /** Checks a value; never throws for what it holds. */
  public static WeightsVerification of(byte[] json) {
    String portfolio = "";
    long time = Long.MIN_VALUE;
    try {
      JsonParts parts = WeightsJson.parts(json);
      portfolio = parts.text("portfolio");
      time = parts.whole("time");
      return of(WeightsJson.weights(parts));
    } catch (UnreadableRecordException e) {
      return failed(outcome(e.kind()), portfolio, time, e.getMessage());
    } catch (IllegalArgumentException e) { // a record that its own type refuses
      return failed(Outcome.REFUSED, portfolio, time, e.getMessage());
    }
  }

  /** Checks a record that has been read. */
  static WeightsVerification of(EnsembleWeights record) {
    WeightsVerdict verdict = WeightsProof.of(record);
    return new WeightsVerification(
        Outcome.valueOf(verdict.outcome().name()),
        record.portfolio(),
        record.time(),
        verdict.residual(),
        verdict.why());
  }

  private static WeightsVerification failed(
      Outcome outcome, String portfolio, long time, String why) {
    return new WeightsVerification(outcome, portfolio, time, Double.POSITIVE_INFINITY, why);
  }

  private static Outcome outcome(UnreadableRecordException.Kind kind) {
    return switch (kind) {
      case DAMAGED -> Outcome.REFUSED;
      case FOREIGN -> Outcome.FOREIGN;
      case INCOMPLETE -> Outcome.UNPROVEN;
    };
  }
}
