import Testing

@Suite struct TextCodecPlaceholder {}
