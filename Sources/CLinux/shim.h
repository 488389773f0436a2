// Linux interfaces that Swift's Glibc module does not import: whole headers it leaves out, and
// wrappers for variadic functions and for what glibc hides behind _GNU_SOURCE.
#pragma once
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <sys/types.h>
#include <unistd.h>

/// The process at the other end of a local socket, as the kernel saw it connect.
struct cl_peer {
  pid_t pid;
  uid_t uid;
  gid_t gid;
};

static inline int cl_peer_credentials(int socket, struct cl_peer *peer) {
  socklen_t size = sizeof *peer;
  return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, peer, &size);
}

/// Takes the next caller; the new descriptor does not block and is closed by exec.
static inline int cl_accept(int listener) {
  extern int accept4(int, struct sockaddr *, socklen_t *, int);
  return accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

/// The calling thread's number.
static inline pid_t cl_thread_id(void) { return (pid_t)syscall(SYS_gettid); }

/// Names the calling thread; at most 15 bytes are kept.
static inline int cl_name_thread(const char *name) { return prctl(PR_SET_NAME, name, 0, 0, 0); }

static inline int cl_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }

enum { CL_EPOLL_BATCH = 32 };

/// Watches `fd` for `events`; `token` comes back from `cl_epoll_wait`.
static inline int cl_epoll_add(int poll, int fd, uint32_t events, uint64_t token) {
  struct epoll_event event = {.events = events, .data = {.u64 = token}};
  return epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
}

static inline int cl_epoll_remove(int poll, int fd) { return epoll_ctl(poll, EPOLL_CTL_DEL, fd, NULL); }

/// Writes the tokens of at most CL_EPOLL_BATCH ready descriptors to `tokens` and returns how many there are.
static inline int cl_epoll_wait(int poll, uint64_t *tokens, int milliseconds) {
  struct epoll_event events[CL_EPOLL_BATCH];
  int count = epoll_wait(poll, events, CL_EPOLL_BATCH, milliseconds);
  for (int i = 0; i < count; i++) tokens[i] = events[i].data.u64;
  return count;
}

static inline int cl_duplicate(int fd) { return fcntl(fd, F_DUPFD_CLOEXEC, 3); }

/// Keeps other processes from opening the terminal (all but root).
static inline int cl_terminal_claim(int fd) { return ioctl(fd, TIOCEXCL); }

/// Opens the master side of a new pseudo-terminal and writes the path of the other side to `name`.
static inline int cl_pseudo_terminal(char *name, unsigned long capacity) {
  extern int posix_openpt(int);
  extern int grantpt(int);
  extern int unlockpt(int);
  extern int ptsname_r(int, char *, size_t);
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (master < 0) return -1;
  if (grantpt(master) || unlockpt(master) || ptsname_r(master, name, capacity)) {
    int saved = errno;
    close(master);
    errno = saved;
    return -1;
  }
  return master;
}
