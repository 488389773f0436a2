// SQLite, and inlines for what Swift cannot import of it: variadic functions and cast constants.
#pragma once
#include <sqlite3.h>

static inline int dutyclock_db_config(sqlite3 *db, int option, int value, int *result) {
  return sqlite3_db_config(db, option, value, result);
}

static inline sqlite3_destructor_type dutyclock_transient(void) { return SQLITE_TRANSIENT; }

// Locks that belong to the open file and not to the process (fcntl(2)); the C library hides their names
// unless _GNU_SOURCE is defined.
enum { dutyclock_ofd_getlk = 36, dutyclock_ofd_setlk = 37 };
