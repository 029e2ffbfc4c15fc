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
  private transient List<SerializedString> names;
  private transient List<JsonSerializer<Object>> writers;

  FlatWriter(FlatForm<T> form) {
    super(form.type());
    this.form = form;
  }

  @Override
  public void resolve(SerializerProvider provider) throws JsonMappingException {
    names = form.fields().stream().map(field -> new SerializedString(field.name())).toList();
    writers = new ArrayList<>();
    for (FlatField field : form.fields()) {
      writers.add(
          provider.findTypedValueSerializer(
              provider.getTypeFactory().constructType(field.type()), true, null));
    }
  }

  @Override
  public void serialize(T record, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject(record);
    for (int i = 0; i < names.size(); i++) {
      Object value = form.fields().get(i).of(record);
      if (value != null) {
        json.writeFieldName(names.get(i));
        writers.get(i).serialize(value, json, provider);
      }
    }
    json.writeEndObject();
  }
}
