import Testing

@Suite struct WireFormatsPlaceholder {}
