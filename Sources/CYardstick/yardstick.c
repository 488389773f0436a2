#define _GNU_SOURCE
#include "yardstick.h"
#include <fcntl.h>
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec * 1e-3;
}

/* Dates: days since 1970-01-01 of the proleptic Gregorian calendar. */
static int64_t days(int y, int m, int d) {
  y -= m <= 2;
  int era = y / 400;
  unsigned yoe = (unsigned)(y - era * 400);
  unsigned doy = (153 * (unsigned)(m + (m > 2 ? -3 : 9)) + 2) / 5 + (unsigned)d - 1;
  return era * 146097 + (int64_t)(yoe * 365 + yoe / 4 - yoe / 100 + doy) - 719468;
}

static void civil(int z, int *y, int *m, int *d) {
  z += 719468;
  int era = z / 146097;
  unsigned doe = (unsigned)(z - era * 146097);
  unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  *d = (int)(doy - (153 * mp + 2) / 5 + 1);
  *m = (int)(mp < 10 ? mp + 3 : mp - 9);
  *y = (int)yoe + era * 400 + (*m <= 2);
}

/* An export: each user punches six times a day, in the order of the clock. */
enum { USERS = 500, PUNCHES = 6, FIRST_DAY = 20364 };
struct event { uint32_t second, user; };

static int by_time(const void *left, const void *right) {
  const struct event *a = left, *b = right;
  if (a->second != b->second) return a->second < b->second ? -1 : 1;
  return (a->user > b->user) - (a->user < b->user);
}

int yardstick_generate(const char *path, long lines) {
  FILE *out = fopen(path, "w");
  if (!out) return -1;
  uint64_t seed = 88172645463325252ull;
  static struct event today[USERS * PUNCHES];
  for (int day = FIRST_DAY; lines > 0; day++) {
    int y, m, d, n = 0;
    civil(day, &y, &m, &d);
    for (uint32_t user = 1; user <= USERS; user++) {
      for (uint32_t k = 0; k < PUNCHES; k++) {
        seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17;
        today[n++] = (struct event){23400 + k * 8000 + (uint32_t)((seed >> 11) % 7000), user};
      }
    }
    qsort(today, (size_t)n, sizeof *today, by_time);
    for (int i = 0; i < n && lines > 0; i++, lines--) {
      uint32_t s = today[i].second;
      fprintf(out, "%7u\t%04d-%02d-%02d %02u:%02u:%02u\t1\t255\t1\t0\r\n", today[i].user, y, m, d, s / 3600, s / 60 % 60,
              s % 60);
    }
  }
  return fclose(out);
}

/* One line of an export. */
struct row { int64_t second; const unsigned char *id, *start; int id_length, length; uint32_t device, state, verify, work; };

static const unsigned char *number(const unsigned char *p, const unsigned char *e, uint32_t *out, int *ok) {
  uint32_t value = 0;
  const unsigned char *s = p;
  while (p < e && (unsigned)(*p - '0') < 10) value = value * 10 + (uint32_t)(*p++ - '0');
  *ok &= p != s && p - s < 10;
  *out = value;
  return p;
}

static int two(const unsigned char *p) { return (p[0] - '0') * 10 + p[1] - '0'; }

/* Reads the line at p; returns the start of the next, or NULL when it is malformed. */
static const unsigned char *line(const unsigned char *p, const unsigned char *e, struct row *r) {
  static uint32_t last_key;
  static int64_t last_day;
  int ok = 1;
  uint32_t id;
  r->start = p;
  while (p < e && *p == ' ') p++;
  r->id = p;
  p = number(p, e, &id, &ok);
  r->id_length = (int)(p - r->id);
  if (e - p < 30 || *p++ != '\t') return NULL;
  for (int i = 0; i < 19; i++) {
    unsigned char c = p[i];
    if (i == 4 || i == 7) ok &= c == '-';
    else if (i == 10) ok &= c == ' ';
    else if (i == 13 || i == 16) ok &= c == ':';
    else ok &= (unsigned)(c - '0') < 10;
  }
  int y = two(p) * 100 + two(p + 2), m = two(p + 5), d = two(p + 8), h = two(p + 11), min = two(p + 14), s = two(p + 17);
  ok &= (unsigned)(m - 1) < 12 && (unsigned)(d - 1) < 31 && h < 24 && min < 60 && s < 60;
  uint32_t key = (uint32_t)(y << 9 | m << 5 | d);
  if (key != last_key) { last_day = days(y, m, d); last_key = key; }
  r->second = last_day * 86400 + h * 3600 + min * 60 + s;
  p += 19;
  uint32_t *fields[4] = {&r->device, &r->state, &r->verify, &r->work};
  for (int i = 0; i < 4; i++) {
    if (p >= e || *p++ != '\t') return NULL;
    p = number(p, e, fields[i], &ok);
  }
  r->length = (int)(p - r->start);
  if (p < e && *p == '\r') p++;
  if (p >= e || *p++ != '\n' || !ok) return NULL;
  return p;
}

static const unsigned char *map(const char *path, size_t *size) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (fd < 0 || fstat(fd, &status)) return NULL;
  *size = (size_t)status.st_size;
  const void *bytes = mmap(NULL, *size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
  close(fd);
  return bytes == MAP_FAILED ? NULL : bytes;
}

long yardstick_parse(const char *export_path) {
  size_t size;
  const unsigned char *p = map(export_path, &size), *start = p, *e;
  if (!p) return -1;
  struct row r;
  long rows = 0;
  for (e = p + size; p && p < e; rows++) p = line(p, e, &r);
  munmap((void *)(uintptr_t)start, size);
  return p ? rows : -1;
}

/* The log: one writer with prepared statements, as lean as C allows. */
struct log {
  sqlite3 *db;
  sqlite3_stmt *insert, *tile;
  EVP_MD_CTX *context;
  EVP_MD *sha;
  int64_t seq, earliest, latest, kinds;
  unsigned char block[9][32]; /* pending subtree roots of the open block, by level */
  unsigned char salts[4096];
  int salt;
};

static int hash(struct log *l, const unsigned char *bytes, size_t n, unsigned char *out) {
  return EVP_DigestInit_ex2(l->context, NULL, NULL) == 1 && EVP_DigestUpdate(l->context, bytes, n) == 1 &&
         EVP_DigestFinal_ex(l->context, out, NULL) == 1;
}

static unsigned char *put64(unsigned char *p, int64_t value) {
  uint64_t big = __builtin_bswap64((uint64_t)value);
  memcpy(p, &big, 8);
  return p + 8;
}

static unsigned char *put_text(unsigned char *p, const void *text, size_t n) {
  uint32_t big = __builtin_bswap32((uint32_t)n);
  memcpy(p, &big, 4);
  memcpy(p + 4, text, n);
  return p + 4 + n;
}

static int exec(struct log *l, const char *sql) { return sqlite3_exec(l->db, sql, NULL, NULL, NULL); }

/* Takes a leaf into the tree; stores the block's root when it is full. */
static int grow(struct log *l, const unsigned char *leaf, int64_t at) {
  unsigned char node[65];
  if (l->seq % 256 == 0) { l->earliest = INT64_MAX; l->latest = INT64_MIN; l->kinds = 0; }
  if (at != INT64_MIN) {
    if (at < l->earliest) l->earliest = at;
    if (at > l->latest) l->latest = at;
  }
  l->kinds |= l->seq == 0 ? 1 : 2;
  memcpy(node + 33, leaf, 32);
  node[0] = 1;
  int level = 0;
  for (int64_t carry = l->seq % 256; carry & 1; carry >>= 1, level++) {
    memcpy(node + 1, l->block[level], 32);
    if (!hash(l, node, 65, node + 33)) return 0;
  }
  memcpy(l->block[level], node + 33, 32);
  l->seq++;
  if (l->seq % 256) return 1;
  sqlite3_bind_int64(l->tile, 1, l->seq / 256 - 1);
  sqlite3_bind_blob(l->tile, 2, l->block[8], 32, SQLITE_STATIC);
  sqlite3_bind_int64(l->tile, 3, l->earliest);
  sqlite3_bind_int64(l->tile, 4, l->latest);
  sqlite3_bind_int64(l->tile, 5, l->kinds);
  int ok = sqlite3_step(l->tile) == SQLITE_DONE;
  sqlite3_reset(l->tile);
  return ok;
}

static int open_log(struct log *l, const char *path) {
  memset(l, 0, sizeof *l);
  l->sha = EVP_MD_fetch(NULL, "SHA256", NULL);
  l->context = EVP_MD_CTX_new();
  l->salt = sizeof l->salts;
  if (!l->sha || !l->context || EVP_DigestInit_ex2(l->context, l->sha, NULL) != 1) return 0;
  if (sqlite3_open_v2(path, &l->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL)) return 0;
  sqlite3_db_config(l->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  if (exec(l, "PRAGMA synchronous=FULL") || exec(l, "PRAGMA cache_size=-65536")) return 0;
  sqlite3_stmt *first;
  if (sqlite3_prepare_v2(l->db, "SELECT leaf, max(seq) FROM fact", -1, &first, NULL)) return 0;
  int ok = sqlite3_step(first) == SQLITE_ROW && sqlite3_column_int64(first, 1) == 0 &&
           grow(l, sqlite3_column_blob(first, 0), INT64_MIN);
  sqlite3_finalize(first);
  return ok &&
         !sqlite3_prepare_v2(l->db,
                             "INSERT INTO fact VALUES(?1,1,?2,?3,?4,?5,?6,?7,?8,0,4,?9,0,NULL,?10,?11,?12) ON CONFLICT"
                             "(subject,clock,source,codes,session) DO NOTHING",
                             -1, &l->insert, NULL) &&
         !sqlite3_prepare_v2(l->db, "INSERT INTO tile VALUES(?1,?2,?3,?4,?5)", -1, &l->tile, NULL);
}

static int close_log(struct log *l) {
  sqlite3_finalize(l->insert);
  sqlite3_finalize(l->tile);
  EVP_MD_CTX_free(l->context);
  EVP_MD_free(l->sha);
  return sqlite3_close(l->db) == SQLITE_OK;
}

/* Inserts a punch as the importer of an export would: same columns, same canonical leaf. */
static int insert(struct log *l, const struct row *r) {
  static const char source[] = "gate", author[] = "bench(0)";
  unsigned char buffer[512] = {0, 1}, leaf[32], subject[32] = "user:", *p = buffer + 2;
  if (r->id_length > 20 || r->length > 200) return 0;
  memcpy(subject + 5, r->id, (size_t)r->id_length);
  int subject_length = 5 + r->id_length;
  if (l->salt == sizeof l->salts) {
    if (getrandom(l->salts, sizeof l->salts, 0) != sizeof l->salts) return 0;
    l->salt = 0;
  }
  const unsigned char *salt = l->salts + l->salt;
  l->salt += 16;
  int64_t clock = r->second * 1000, at = clock - 8 * 3600 * 1000, recorded = INT64_C(1790000000000), uncertain = 60000;
  int64_t codes = (int64_t)(r->state + 1) | (int64_t)(r->verify + 1) << 9 | (int64_t)(r->work + 1) << 18;
  p = put64(put64(p, l->seq), 1);
  *p++ = 1;
  p = put64(put64(put64(p, at), recorded), uncertain);
  p = put_text(p, subject, (size_t)subject_length);
  p = put64(p, clock);
  p = put_text(p, source, sizeof source - 1);
  p = put64(put64(put64(p, codes), 0), 4);
  p = put_text(p, author, sizeof author - 1);
  *p++ = 1;
  p = put64(p, 0);
  *p++ = 0;
  *p++ = 1;
  p = put_text(p, r->start, (size_t)r->length);
  memcpy(p, salt, 16);
  p += 16;
  if (!hash(l, buffer, (size_t)(p - buffer), leaf)) return 0;
  sqlite3_stmt *s = l->insert;
  sqlite3_bind_int64(s, 1, l->seq);
  sqlite3_bind_int64(s, 2, at);
  sqlite3_bind_int64(s, 3, recorded);
  sqlite3_bind_int64(s, 4, uncertain);
  sqlite3_bind_text(s, 5, (char *)subject, subject_length, SQLITE_STATIC);
  sqlite3_bind_int64(s, 6, clock);
  sqlite3_bind_text(s, 7, source, sizeof source - 1, SQLITE_STATIC);
  sqlite3_bind_int64(s, 8, codes);
  sqlite3_bind_text(s, 9, author, sizeof author - 1, SQLITE_STATIC);
  sqlite3_bind_blob(s, 10, r->start, r->length, SQLITE_STATIC);
  sqlite3_bind_blob(s, 11, salt, 16, SQLITE_STATIC);
  sqlite3_bind_blob(s, 12, leaf, 32, SQLITE_STATIC);
  int ok = sqlite3_step(s) == SQLITE_DONE;
  sqlite3_reset(s);
  if (!ok || sqlite3_changes(l->db) != 1) return ok;
  return grow(l, leaf, at);
}

long yardstick_ingest(const char *export_path, const char *database, long rows_per_commit) {
  size_t size;
  struct log l;
  struct row r;
  const unsigned char *p = map(export_path, &size), *start = p;
  if (!p || !open_log(&l, database) || exec(&l, "BEGIN")) return -1;
  long rows = 0, ok = 1;
  for (const unsigned char *e = p + size; ok && p < e;) {
    p = line(p, e, &r);
    ok = p && insert(&l, &r);
    if (ok && ++rows % rows_per_commit == 0) ok = !exec(&l, "COMMIT") && !exec(&l, "BEGIN");
  }
  ok = ok && !exec(&l, "COMMIT");
  munmap((void *)(uintptr_t)start, size);
  return close_log(&l) && ok ? rows : -1;
}

int yardstick_commit(const char *database, int count, double *microseconds) {
  struct log l;
  if (!open_log(&l, database)) return -1;
  int ok = 1;
  for (int i = 0; ok && i < count; i++) {
    static const unsigned char text[] = "    213\t2026-09-16 07:05:12\t1\t255\t1\t0";
    struct row r = {.second = 1780000000 + i, .id = text + 4, .id_length = 3, .start = text, .length = sizeof text - 1,
                    .device = 1, .state = 255, .verify = 1, .work = 0};
    double began = now_us();
    ok = insert(&l, &r);
    microseconds[i] = now_us() - began;
  }
  return close_log(&l) && ok ? 0 : -1;
}

int yardstick_sync(const char *path, int count, double *microseconds) {
  char bytes[100];
  memset(bytes, 'x', sizeof bytes);
  int fd = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600), ok = fd >= 0;
  for (int i = 0; ok && i < count; i++) {
    double began = now_us();
    ok = write(fd, bytes, sizeof bytes) == sizeof bytes && !fdatasync(fd);
    microseconds[i] = now_us() - began;
  }
  if (fd >= 0) close(fd);
  return ok ? 0 : -1;
}

struct punch { int32_t person, day, second; };
struct need { int32_t person, day, kind, from, to, gap; };

/* met[i] for each requirement; both arrays are in the order of person and day. */
static void match(const struct punch *a, size_t na, const struct need *b, size_t nb, uint8_t *met) {
  size_t i = 0, j = 0;
  while (j < nb) {
    int32_t person = b[j].person, day = b[j].day;
    while (i < na && (a[i].person < person || (a[i].person == person && a[i].day < day))) i++;
    size_t end = i;
    while (end < na && a[end].person == person && a[end].day == day) end++;
    for (; j < nb && b[j].person == person && b[j].day == day; j++) {
      int32_t first = INT32_MAX, last = -1;
      for (size_t k = i; k < end; k++) {
        if (a[k].second < b[j].from || a[k].second > b[j].to) continue;
        if (a[k].second < first) first = a[k].second;
        if (a[k].second > last) last = a[k].second;
      }
      met[j] = last >= 0 && last - first >= b[j].gap;
    }
    i = end;
  }
}

long yardstick_match(long persons, long days, double *seconds) {
  static const int32_t times[6][2] = {{25080, 780}, {41460, 300}, {45000, 900}, {50400, 1800}, {60360, 300}, {62940, 900}};
  static const int32_t needs[4][3] = {{21600, 25859, 0}, {41400, 48659, 0}, {41400, 48659, 600}, {63000, 86399, 0}};
  size_t count = (size_t)(persons * days), na = 0, nb = 0;
  struct punch *a = malloc(count * 6 * sizeof *a);
  struct need *b = malloc(count * 4 * sizeof *b);
  uint8_t *met = calloc(count * 4, 1);
  long sum = -1;
  if (a && b && met) {
    uint32_t state = 1;
    for (int32_t person = 0; person < persons; person++)
      for (int32_t day = 0; day < days; day++) {
        for (int k = 0; k < 6; k++) {
          state = state * 1664525 + 1013904223;
          a[na++] = (struct punch){person, day, times[k][0] + (int32_t)(state >> 8) % times[k][1]};
        }
        for (int k = 0; k < 4; k++) b[nb++] = (struct need){person, day, k, needs[k][0], needs[k][1], needs[k][2]};
      }
    double began = now_us();
    match(a, na, b, nb, met);
    *seconds = (now_us() - began) * 1e-6;
    sum = 0;
    for (size_t k = 0; k < nb; k++) sum += met[k];
  }
  free(a);
  free(b);
  free(met);
  return sum;
}
