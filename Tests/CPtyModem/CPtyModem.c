#include "CPtyModem.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <unistd.h>

enum { SLOTS = 4096, FIRST_PTY_MAJOR = 136, LAST_PTY_MAJOR = 143 };

static const tcflag_t FRAME = CSIZE | PARENB | PARODD | CSTOPB;

static struct {
  int lines;
  int has_frame;
  tcflag_t frame;
} slots[SLOTS];

static int slot_of(int fd) {
  struct stat status;
  if (fstat(fd, &status) != 0 || !S_ISCHR(status.st_mode)) return -1;
  unsigned number = major(status.st_rdev);
  if (number < FIRST_PTY_MAJOR || number > LAST_PTY_MAJOR) return -1;
  return (int)(((number - FIRST_PTY_MAJOR) * 256 + minor(status.st_rdev)) % SLOTS);
}

__attribute__((visibility("default"))) int ioctl(int fd, unsigned long request, ...) {
  va_list list;
  va_start(list, request);
  void *argument = va_arg(list, void *);
  va_end(list);
  int slot;
  switch (request) {
  case TIOCMGET:
  case TIOCMSET:
  case TIOCMBIS:
  case TIOCMBIC:
    slot = slot_of(fd);
    if (slot < 0) break;
    int value;
    if (request == TIOCMGET) {
      value = slots[slot].lines | TIOCM_CTS | TIOCM_DSR | TIOCM_CAR;
      memcpy(argument, &value, sizeof value);
      return 0;
    }
    memcpy(&value, argument, sizeof value);
    if (request == TIOCMSET) slots[slot].lines = value;
    if (request == TIOCMBIS) slots[slot].lines |= value;
    if (request == TIOCMBIC) slots[slot].lines &= ~value;
    return 0;
  default: break;
  }
  return (int)syscall(SYS_ioctl, fd, request, argument);
}

__attribute__((visibility("default"))) int tcsetattr(int fd, int actions, const struct termios *settings) {
  static int (*system_call)(int, int, const struct termios *);
  if (!system_call) *(void **)&system_call = dlsym(RTLD_NEXT, "tcsetattr");
  int slot = slot_of(fd);
  if (slot < 0) return system_call(fd, actions, settings);
  // A pseudo-terminal has 8 bits and no parity only: what was asked is remembered beside it.
  slots[slot].has_frame = 1;
  slots[slot].frame = settings->c_cflag & FRAME;
  struct termios possible = *settings;
  possible.c_cflag = (possible.c_cflag & ~FRAME) | CS8;
  return system_call(fd, actions, &possible);
}

__attribute__((visibility("default"))) int tcgetattr(int fd, struct termios *settings) {
  static int (*system_call)(int, struct termios *);
  if (!system_call) *(void **)&system_call = dlsym(RTLD_NEXT, "tcgetattr");
  int result = system_call(fd, settings);
  int slot = slot_of(fd);
  if (result == 0 && slot >= 0 && slots[slot].has_frame)
    settings->c_cflag = (settings->c_cflag & ~FRAME) | slots[slot].frame;
  return result;
}

int pty_modem_open(char *name, unsigned long capacity) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  if (grantpt(master) || unlockpt(master) || ptsname_r(master, name, capacity)) {
    close(master);
    return -1;
  }
  int port = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  int slot = port < 0 ? -1 : slot_of(port);
  if (slot >= 0) memset(&slots[slot], 0, sizeof slots[slot]);
  if (port >= 0) close(port);
  return master;
}

int pty_modem_lines(int port) {
  int slot = slot_of(port);
  return slot < 0 ? -1 : slots[slot].lines;
}

int pty_modem_frame(int port) {
  int slot = slot_of(port);
  return slot < 0 || !slots[slot].has_frame ? -1 : (int)slots[slot].frame;
}
