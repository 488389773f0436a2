import Testing

@Suite struct LintTests {}
