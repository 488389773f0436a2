import Testing

@Suite struct AttendanceModelPlaceholder {}
