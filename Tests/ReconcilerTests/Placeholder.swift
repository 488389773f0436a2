import Testing

@Suite struct ReconcilerPlaceholder {}
