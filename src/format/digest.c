#include "format/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

void mintu_digest(const void *data, size_t size, char out[MINTU_DIGEST_SIZE])
{
    struct sha256_ctx state;
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_init(&state);
    sha256_update(&state, size, data ? (const uint8_t *)data : (const uint8_t *)"");
    sha256_digest(&state, sizeof bytes, bytes);
    base16_encode_update(out, sizeof bytes, bytes);
    out[MINTU_DIGEST_SIZE - 1] = '\0';
}
