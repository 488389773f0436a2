import Testing
import Timetable
