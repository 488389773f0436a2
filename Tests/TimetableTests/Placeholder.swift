import Testing

@Suite struct TimetablePlaceholder {}
