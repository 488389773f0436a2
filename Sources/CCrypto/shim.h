// OpenSSL 3's libcrypto: message digests only.
#pragma once
#include <openssl/evp.h>
