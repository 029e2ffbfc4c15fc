package io.mirrorcore.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mirrorcore.consumer.UnreadableRecordException.Kind;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OptimalityProof;
import io.mirrorcore.portfolio.record.OverlaySkill;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.TargetConfidence;
import io.mirrorcore.portfolio.record.TargetRisk;
import io.mirrorcore.portfolio.record.TargetWeights;
import io.mirrorcore.portfolio.record.Validity;
import io.mirrorcore.portfolio.record.WeightTrade;
import io.mirrorcore.portfolio.record.WindowEstimate;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON of {@code weights}, of this release and of those before. Fields that are not known
 * are skipped; a number is a number, never a text; a name that comes twice is refused.
 */
final class WeightsJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private WeightsJson() {}

  /**
   * The object that {@code json} holds.
   *
   * @throws UnreadableRecordException where it is none, or not of {@code weights}
   */
  static JsonParts parts(byte[] json) {
    JsonNode node = node(json);
    if (!node.isObject()) {
      throw new UnreadableRecordException(Kind.DAMAGED, "the value is no JSON object");
    }
    JsonParts parts = new JsonParts(node, "");
    if (!parts.has("decision") && !parts.has("weights") && !parts.has("target")) {
      throw new UnreadableRecordException(
          Kind.FOREIGN, "the record has neither decision nor weights: it is of another topic");
    }
    return parts;
  }

  private static JsonNode node(byte[] json) {
    if (isBinary(json)) {
      throw new UnreadableRecordException(
          Kind.DAMAGED,
          "the value is binary and no JSON: of a topic in Avro, open the consumer with a"
              + " deserializer that makes JSON of values (./mirrorcore: format.weights=avro)");
    }
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnreadableRecordException(
          Kind.DAMAGED, "the value is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnreadableRecordException(Kind.DAMAGED, "the value is no JSON: " + e.getMessage());
    }
  }

  /** Avro begins with a byte 0, or with the length of the portfolio's name. */
  private static boolean isBinary(byte[] value) {
    int first = value.length == 0 ? ' ' : value[0];
    boolean space = first == '\t' || first == '\n' || first == '\r';
    return first >= 0 && first < ' ' && !space;
  }

  /** The record, without the skill of single strategies. */
  static EnsembleWeights weights(JsonParts json) {
    return new EnsembleWeights(
        json.text("portfolio"),
        json.whole("time"),
        json.text("regime"),
        rebalance(json),
        new TargetWeights(
            json.text("objective"),
            json.text("status"),
            json.numbers("target"),
            json.number("targetCap"),
            json.number("lambda"),
            json.number("eta")),
        risk(json),
        new WindowEstimate(
            (int) json.whole("observations"),
            json.texts("inactive"),
            json.number("conditionNumber"),
            json.number("shrinkage"),
            null,
            json.has("overlay") ? overlay(json.object("overlay")) : null),
        proof(json),
        new TargetConfidence(
            json.numbers("confidences"),
            json.number("confidence"),
            json.has("resampledWeights") ? json.numbers("resampledWeights") : Map.of(),
            json.has("weightsFrom") ? json.text("weightsFrom") : null),
        new Validity(
            json.has("sequence") ? json.whole("sequence") : null,
            json.has("validUntil") ? json.whole("validUntil") : null));
  }

  private static Rebalance rebalance(JsonParts json) {
    List<WeightTrade> trades =
        json.objects("trades").stream()
            .map(t -> new WeightTrade(t.text("strategy"), t.number("from"), t.number("to")))
            .toList();
    return new Rebalance(
        json.text("decision"),
        json.numbers("weights"),
        json.number("cap"),
        json.numbers("previousWeights"),
        trades,
        json.number("turnover"));
  }

  private static OverlaySkill overlay(JsonParts json) {
    return new OverlaySkill(
        json.number("years"),
        json.number("market"),
        json.number("excess"),
        json.number("beta"),
        json.number("marketVolatility"),
        json.number("excessVolatility"));
  }

  private static TargetRisk risk(JsonParts json) {
    return new TargetRisk(
        json.number("expectedReturn"),
        json.number("volatility"),
        json.number("sharpe"),
        json.number("sharpeAnnualised"),
        json.numbers("riskContributions"));
  }

  private static OptimalityProof proof(JsonParts json) {
    return new OptimalityProof(
        json.number("kktResidual"),
        json.number("budgetMultiplier"),
        json.texts("bindingLower"),
        json.texts("bindingUpper"),
        (int) json.whole("iterations"),
        json.has("problem") ? ProblemJson.problem(json.object("problem")) : null);
  }
}
