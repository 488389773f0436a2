// Linux interfaces that Swift's Glibc module does not import: whole headers it leaves out, and
// wrappers for variadic functions and macros.
#pragma once
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/random.h>
