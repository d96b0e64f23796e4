package dev.headroom.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gets the text of a configuration file, refusing what cannot be one before anything parses it. */
final class ConfigurationText {
    static final int LARGEST_BYTES = 1 << 20;

    private ConfigurationText() {}

    static String read(Path file) throws ConfigurationException {
        String name = Quoting.shorten(file.toString());
        if (!Files.exists(file)) {
            throw new ConfigurationException(
                    name, "no such file; name a YAML file, or write one with 'headroom init -o " + name + "'");
        }
        if (Files.isDirectory(file)) {
            throw new ConfigurationException(name, "is a directory; name the YAML file itself");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            // Not by the file's size: a device or a pipe has none.
            bytes = in.readNBytes(LARGEST_BYTES + 1);
        } catch (AccessDeniedException e) {
            throw new ConfigurationException(name, "may not be read by this user; change its permissions");
        } catch (IOException e) {
            throw new ConfigurationException(name, "cannot be read (" + e.getMessage() + "); check the file");
        }
        return decode(name, bytes);
    }

    static String decode(String name, byte[] bytes) throws ConfigurationException {
        if (bytes.length > LARGEST_BYTES) {
            throw new ConfigurationException(
                    name, "is larger than 1 MB, which no configuration is; name a YAML configuration");
        }
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        try {
            var result = decoder.decode(input, output, true);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw notText(name, output.flip(), "a byte that is not UTF-8");
        }
        CharBuffer text = output.flip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\u0085') {
                throw notText(name, text.subSequence(0, i), "a control character");
            }
        }
        String string = text.toString();
        return string.startsWith("\uFEFF") ? string.substring(1) : string;
    }

    private static ConfigurationException notText(String name, CharSequence before, String what) {
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        return new ConfigurationException(
                name, "is not a text file: line " + line + " has " + what + "; name a YAML file in UTF-8");
    }
}
