package dev.headroom.app.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.file.Path;

/** Tells people what is wrong with a file of JSON, and where: the parser's own words are about its insides. */
final class JsonFault {
    private JsonFault() {}

    /** {@code file:line:column: what is wrong}; without line and column where the file as a whole is meant. */
    static String of(Path file, JsonProcessingException fault) {
        if (fault.getCause() instanceof StreamReadException syntax) {
            // Met below a field, it comes wrapped.
            return of(file, syntax);
        }
        if (fault instanceof JsonEOFException) {
            return placed(file, fault) + ": the file ends within its JSON";
        }
        if (!(fault instanceof JsonMappingException mapping)) {
            return placed(file, fault) + ": this is not JSON";
        }
        String field = field(mapping);
        if (field.isEmpty()) {
            return file + ": it does not hold one object of JSON and nothing else";
        }
        return placed(file, fault) + ": "
                + (fault instanceof UnrecognizedPropertyException
                        ? "there is no field " + field
                        : field + " does not have the form that it should");
    }

    private static String placed(Path file, JsonProcessingException fault) {
        JsonLocation location = fault.getLocation();
        return location == null || location.getLineNr() < 1
                ? file.toString()
                : file + ":" + location.getLineNr() + ":" + Math.max(1, location.getColumnNr());
    }

    /** The field that is meant, such as {@code levels[0].from}. */
    private static String field(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
