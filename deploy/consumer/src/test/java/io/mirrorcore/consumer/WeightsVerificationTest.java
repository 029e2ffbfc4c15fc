package io.mirrorcore.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.consumer.WeightsVerification.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of the topic, those of the first release among them, as bytes. */
class WeightsVerificationTest {

  /** The fixture of the topic: what was published once must be read for ever. */
  private static final Path RECORDS =
      Path.of("../../jobs/src/test/resources/io/mirrorcore/jobs/wire/json/weights.jsonl");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<ObjectNode> records() throws IOException {
    List<ObjectNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(RECORDS)) {
      records.add((ObjectNode) JSON.readTree(line));
    }
    assertThat(records).isNotEmpty();
    return records;
  }

  private static WeightsVerification verify(JsonNode record) throws IOException {
    return WeightsVerification.of(JSON.writeValueAsBytes(record));
  }

  private static WeightsVerification verify(String text) {
    return WeightsVerification.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void provesWhatWasPublished() throws IOException {
    for (ObjectNode record : records()) {
      WeightsVerification verification = verify(record);
      assertThat(verification.why()).isEmpty();
      assertThat(verification.outcome()).isEqualTo(Outcome.PROVEN);
      assertThat(verification.portfolio()).isEqualTo(record.get("portfolio").textValue());
      assertThat(verification.time()).isEqualTo(record.get("time").longValue());
      assertThat(verification.residual()).isLessThan(1e-12);
    }
  }

  @Test
  void saysThatBinaryValuesMayBeAvro() {
    for (byte[] value : new byte[][] {{0, 0, 0, 0, 7, 8, 'm'}, {8, 'm', 'a', 'i', 'n'}}) {
      assertThat(WeightsVerification.of(value).outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(WeightsVerification.of(value).why())
          .contains("binary and no JSON", "format.weights=avro");
    }
    assertThat(verify("\n[]").why()).doesNotContain("Avro");
  }

  @Test
  void refusesAnyWeightThatWasChangedByAMillionth() throws IOException {
    for (ObjectNode record : records()) {
      for (String field : List.of("weights", "target", "previousWeights")) {
        Iterator<String> ids = record.get(field).fieldNames();
        while (ids.hasNext()) {
          String id = ids.next();
          ObjectNode changed = record.deepCopy();
          ObjectNode weights = (ObjectNode) changed.get(field);
          weights.put(id, weights.get(id).doubleValue() + 1e-6);
          assertThat(verify(changed).outcome()).as(field + id).isEqualTo(Outcome.REFUSED);
        }
      }
    }
  }

  @Test
  void namesEachFieldWithoutWhichNothingIsKnown() throws IOException {
    ObjectNode whole = records().get(0);
    for (String field :
        List.of("portfolio", "time", "turnover", "kktResidual", "budgetMultiplier", "problem")) {
      ObjectNode record = whole.deepCopy();
      record.remove(field);
      assertThat(verify(record).outcome()).isEqualTo(Outcome.UNPROVEN);
      assertThat(verify(record).why()).isEqualTo("the record carries no " + field);
    }
    for (String field : List.of("mean", "covariance", "lower", "previous")) {
      ObjectNode record = whole.deepCopy();
      ((ObjectNode) record.get("problem")).remove(field);
      assertThat(verify(record).outcome()).isEqualTo(Outcome.UNPROVEN);
      assertThat(verify(record).why()).isEqualTo("the record carries no problem." + field);
    }
  }

  @Test
  void judgesNoDecisionOrObjectiveThatItDoesNotKnow() throws IOException {
    ObjectNode record = records().get(0);
    assertThat(verify(record.deepCopy().put("decision", "SOMEHOW")).outcome())
        .isEqualTo(Outcome.UNPROVEN);
    assertThat(verify(record.deepCopy().put("objective", "max-luck")).why())
        .isEqualTo("objective max-luck is unknown to this version");
  }

  @Test
  void acceptsFieldsThatWereAddedSince() throws IOException {
    ObjectNode record = records().get(0);
    record.putObject("later").put("more", 1);
    assertThat(verify(record).outcome()).isEqualTo(Outcome.PROVEN);
  }

  @Test
  void refusesAProblemThatNoneCanHave() throws IOException {
    ObjectNode record = records().get(0);
    ObjectNode skewed = record.deepCopy();
    ((ArrayNode) skewed.get("problem").get("covariance"))
        .set(1, JSON.getNodeFactory().numberNode(0.5));
    assertThat(verify(skewed).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(verify(skewed).why()).contains("the problem is unsound", "sigma");
    ObjectNode few = record.deepCopy();
    ((ArrayNode) few.get("problem").get("lower")).remove(0);
    assertThat(verify(few).outcome()).isEqualTo(Outcome.REFUSED);
    ObjectNode unknown = record.deepCopy();
    ((ObjectNode) unknown.get("problem").get("mean")).put("STRANGER", 1.0);
    assertThat(verify(unknown).why()).contains("problem.strategies must name");
  }

  @Test
  void refusesWhatIsNoJsonOfWeightsAndPassesOverOtherTopics() {
    assertThat(verify("{\"portfolio\":").outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(verify("[1]").why()).isEqualTo("the value is no JSON object");
    assertThat(verify("").outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(verify("{\"weights\":{},\"weights\":{}}").why()).contains("Duplicate");
    assertThat(verify("{\"portfolio\":\"p\",\"time\":\"2020\",\"decision\":\"INITIAL\"}").why())
        .isEqualTo("time must be a whole number; have \"2020\"");
    assertThat(verify("{\"level\":\"INFO\",\"key\":\"K\"}").outcome()).isEqualTo(Outcome.FOREIGN);
    assertThat(verify("{\"decision\":\"INITIAL\",\"weights\":{\"A\":1e999}}").outcome())
        .isNotEqualTo(Outcome.PROVEN);
  }
}
