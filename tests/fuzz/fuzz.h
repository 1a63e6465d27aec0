/* What the fuzz targets share: the bundled package opened once, and inputs turned into arguments. Each target is one file with
 * LLVMFuzzerTestOneInput(); libFuzzer brings a main() of its own, replay.c is one for every other compiler. */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <mintu/mintu.h>

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A broken promise of the API ends the program as a crash does. */
#define FUZZ_CHECK(condition) ((condition) ? (void)0 : fuzz_fail(#condition, __FILE__, __LINE__))
void fuzz_fail(const char *condition, const char *file, int line);

/* Made at the first call and kept; the package is that of MINTU_GEODATA. */
mintu_context *fuzz_context(void);
const mintu_gazetteer *fuzz_gazetteer(void);
const mintu_reverser *fuzz_reverser(void);

enum { FUZZ_GEOCODERS = 4 };

/* One of a few geocoders: before and after the changes of name, without and with a roster and context. */
const mintu_geocoder *fuzz_geocoder(uint8_t which);

/* A copy of the bytes in a block of just their size, so that a read past the end is seen; with NUL in the second form. */
char *fuzz_bytes(const uint8_t *data, size_t size);
char *fuzz_text(const uint8_t *data, size_t size);

/* Numbers from the input: any bit pattern, or (@p mapped) positions in and around the province. *count is that of pairs. */
double *fuzz_points(const uint8_t *data, size_t size, bool mapped, size_t *count);

/* Writes the bytes into a file of the name in a folder that goes when the program ends. The path is static. */
const char *fuzz_file(const char *name, const uint8_t *data, size_t size);

void fuzz_check_match(const mintu_match *match);
void fuzz_check_scan(const mintu_scan *scan);

#endif
