import Testing

@Suite struct LintPlaceholder {}
