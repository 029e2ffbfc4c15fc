package io.mirrorcore.jobs.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a record of records as the flat object of its {@link FlatForm}; nulls are left out. */
final class FlatWriter<T> extends StdSerializer<T> implements ResolvableSerializer {

  private static final long serialVersionUID = 1;

  private final transient FlatForm<T> form;

  /** Replaced as a whole: a second thread that resolves meanwhile must not be seen half way. */
  private transient volatile List<Part> parts;

  /** One field: its name, how it is got at, and what writes it. */
  private record Part(SerializedString name, FlatField field, JsonSerializer<Object> writer) {}

  FlatWriter(FlatForm<T> form) {
    super(form.type());
    this.form = form;
  }

  @Override
  public void resolve(SerializerProvider provider) throws JsonMappingException {
    List<Part> found = new ArrayList<>();
    for (FlatField field : form.fields()) {
      found.add(
          new Part(
              new SerializedString(field.name()),
              field,
              provider.findTypedValueSerializer(
                  provider.getTypeFactory().constructType(field.type()), true, null)));
    }
    parts = found;
  }

  @Override
  public void serialize(T record, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject(record);
    for (Part part : parts) {
      Object value = part.field().of(record);
      if (value != null) {
        json.writeFieldName(part.name());
        part.writer().serialize(value, json, provider);
      }
    }
    json.writeEndObject();
  }
}
