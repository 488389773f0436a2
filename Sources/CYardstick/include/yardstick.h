// The limits that the benchmark compares with: the same work in C, on the same schema, with the same hashes.
#pragma once
#include <stdint.h>

// Writes `lines` lines of a ZKTeco style export, chronological, of 500 users, none twice. 0 when done.
int yardstick_generate(const char *path, long lines);

// Parses an export and checks every field; returns the rows, or -1.
long yardstick_parse(const char *export_path);

// Parses an export into the log at `database`, which must hold its first fact and nothing else, and closes it.
// Returns the rows, or -1.
long yardstick_ingest(const char *export_path, const char *database, long rows_per_commit);

// Appends `count` facts to the log at `database`, one durable commit each; fills in microseconds for each. 0 when done.
int yardstick_commit(const char *database, int count, double *microseconds);

// Appends `count` times 100 bytes to a file, each followed by fdatasync; fills in microseconds for each. 0 when done.
int yardstick_sync(const char *path, int count, double *microseconds);

// The bare loop of reconciling, on sorted arrays of numbers: `persons` x `days`, 6 punches and 4 requirements each (a
// window, and for one of them two punches a gap apart). Fills in the seconds of the loop alone; returns the number met,
// or -1.
long yardstick_match(long persons, long days, double *seconds);
