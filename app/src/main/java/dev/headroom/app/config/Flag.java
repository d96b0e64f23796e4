package dev.headroom.app.config;

/** True or false. */
record Flag() implements ValueType<Boolean> {
    @Override
    public Boolean parse(Node node) throws InvalidValueException {
        Node.Scalar scalar = ValueType.scalar(node, range());
        boolean value = scalar.text().equals("true");
        if (scalar.kind() != Node.Kind.BOOLEAN || (!value && !scalar.text().equals("false"))) {
            throw new InvalidValueException(scalar.kindName() + " is neither true nor false; write true or false");
        }
        return value;
    }

    @Override
    public String range() {
        return "true or false";
    }

    @Override
    public String toJson(Boolean value) {
        return value.toString();
    }

    @Override
    public String schema() {
        return "\"type\": \"boolean\"";
    }
}
