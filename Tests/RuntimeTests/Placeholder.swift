import Testing

@Suite struct RuntimePlaceholder {}
