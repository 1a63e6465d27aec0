/* The SHA-256 of bytes, as packages and their logs write it. */
#ifndef FORMAT_DIGEST_H
#define FORMAT_DIGEST_H

#include <stddef.h>

enum { MINTU_DIGEST_SIZE = 64 + 1 };

/* Writes the 64 hexadecimal digits, in small letters, and NUL. @p data may be NULL when there are no bytes. */
void mintu_digest(const void *data, size_t size, char out[MINTU_DIGEST_SIZE]);

#endif
