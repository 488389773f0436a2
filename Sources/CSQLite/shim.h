// SQLite, and inlines for what Swift cannot import of it: variadic functions and cast constants.
#pragma once
#include <sqlite3.h>
