package io.mirrorcore.local.power;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.power.AllocatorPower;
import io.mirrorcore.power.DifferencePower;
import io.mirrorcore.power.PowerResult;
import io.mirrorcore.power.SharpeSpread;
import java.util.OptionalDouble;

/** A study as JSON, version 1: every digit, years that never come as null. */
public final class PowerJson {

  private PowerJson() {}

  /** The whole result. */
  public static ObjectNode of(PowerResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", 1);
    json.put("verdict", PowerWords.verdict(result));
    json.put("years", result.settings().years());
    json.put("markets", result.settings().markets());
    json.put("seed", result.settings().seed());
    json.put("level", result.settings().level());
    json.put("periodsPerYear", result.truth().periodsPerYear());
    ArrayNode truth = json.putArray("truth");
    for (int i = 0; i < result.truth().size(); i++) {
      truth
          .addObject()
          .put("name", result.truth().names().get(i))
          .put("sharpe", result.truth().sharpe()[i])
          .put("volatility", result.truth().volatility()[i]);
    }
    ArrayNode allocators = json.putArray("allocators");
    for (AllocatorPower allocator : result.allocators()) {
      ObjectNode row = allocators.addObject().put("name", allocator.name());
      row.set("sharpe", spread(allocator.sharpe()));
      row.set("toEqualWeight", allocator.toEqual().map(PowerJson::difference).orElse(null));
      row.set("toHold", allocator.toMarket().map(PowerJson::difference).orElse(null));
    }
    return json;
  }

  private static ObjectNode spread(SharpeSpread spread) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("mean", spread.mean())
        .put("low", spread.low())
        .put("high", spread.high());
  }

  private static ObjectNode difference(DifferencePower difference) {
    ObjectNode json = spread(difference.spread());
    json.put("error", difference.error());
    json.put("oneYearDeviation", difference.oneYear());
    years(json, "yearsAt50", difference.years(0.5));
    years(json, "yearsAt80", difference.years(0.8));
    return json;
  }

  private static void years(ObjectNode json, String name, OptionalDouble years) {
    if (years.isPresent()) {
      json.put(name, years.getAsDouble());
    } else {
      json.putNull(name);
    }
  }
}
