// OpenSSL 3's libcrypto (message digests only), and the kernel's random numbers.
#pragma once
#include <openssl/evp.h>
#include <sys/random.h>
