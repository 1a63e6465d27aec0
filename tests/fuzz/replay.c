/* Runs the files given through a fuzz target, and the empty input first. */
#include "fuzz.h"

static void replay(const char *path)
{
    static uint8_t data[1 << 20];
    FILE *stream = fopen(path, "rb");
    if (!stream) {
        perror(path);
        exit(1);
    }
    size_t size = fread(data, 1, sizeof data, stream);
    fclose(stream);
    uint8_t *copy = (uint8_t *)fuzz_bytes(data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

int main(int argc, char **argv)
{
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++)
        replay(argv[i]);
    return argc > 1 ? 0 : 1;
}
