// Modem lines and framing for pseudo-terminals, so that libserialport opens one in a test as if it were a port.
//
// Linking this replaces ioctl, tcsetattr and tcgetattr for every library of the test process.
#pragma once

/// Opens the master side of a new pseudo-terminal, forgets what an earlier one of that number had, and writes the path
/// of the other side to `name`; negative on failure.
int pty_modem_open(char *name, unsigned long capacity);

/// The modem lines (TIOCM_…) that were raised on a pseudo-terminal's port side; negative for another descriptor.
int pty_modem_lines(int port);

/// The frame (CSIZE, PARENB, PARODD and CSTOPB of c_cflag) that was asked for; negative when none was.
int pty_modem_frame(int port);
