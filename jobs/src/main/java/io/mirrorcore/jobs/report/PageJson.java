package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * JSON that may stand inside a {@code <script>} element whatever its strings say: {@code <}, {@code
 * >} and {@code &} are written as Unicode escapes, so neither {@code </script>} nor {@code <!--}
 * can occur, and so is everything beyond ASCII, U+2028 and U+2029 included.
 */
final class PageJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .characterEscapes(new MarkupEscapes())
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .build())
          .build();

  private PageJson() {}

  static JsonMapper mapper() {
    return MAPPER;
  }

  static JsonGenerator generator(Writer out) throws IOException {
    return MAPPER.createGenerator(out);
  }

  /** Writes {@code value} with so many significant digits, or null for NaN. */
  static void writeSignificant(JsonGenerator json, double value, int digits) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNull();
      return;
    }
    writePlain(json, new BigDecimal(value).round(new MathContext(digits)));
  }

  /** Writes {@code value} with at most so many decimals, or null for NaN. */
  static void writeDecimals(JsonGenerator json, double value, int decimals) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNull();
      return;
    }
    writePlain(json, new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  // From the exact value: BigDecimal.valueOf goes through Double.toString, which JDKs differ in.
  private static void writePlain(JsonGenerator json, BigDecimal rounded) throws IOException {
    json.writeNumber(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  private static final class MarkupEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1;

    private final int[] ascii = standardAsciiEscapesForJSON();

    MarkupEscapes() {
      ascii['<'] = ESCAPE_STANDARD;
      ascii['>'] = ESCAPE_STANDARD;
      ascii['&'] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return new SerializedString(String.format("\\u%04X", character));
    }
  }
}
