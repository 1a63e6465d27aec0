/* mintu_geocoder_new(): date, roster and level of any value, the switches, then a name. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int32_t numbers[3];
    if (size < sizeof numbers + 1)
        return 0;
    memcpy(numbers, data, sizeof numbers);
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    options.as_of = numbers[0];
    options.rosters = (unsigned)numbers[1];
    options.level = (mintu_level)numbers[2];
    uint8_t switches = data[sizeof numbers];
    options.context = switches & 1;
    options.exact = switches & 2;
    options.both_names = switches & 4;
    mintu_geocoder *geocoder = NULL;
    mintu_error error;
    mintu_status status = mintu_geocoder_new(fuzz_gazetteer(), &options, &error, &geocoder);
    FUZZ_CHECK((status == MINTU_STATUS_OK) == (geocoder != NULL));
    if (geocoder) {
        char *name = fuzz_text(data + sizeof numbers + 1, size - sizeof numbers - 1);
        mintu_match match;
        FUZZ_CHECK(mintu_geocoder_match(geocoder, name, &error, &match) == MINTU_STATUS_OK);
        fuzz_check_match(&match);
        free(name);
    }
    mintu_geocoder_free(geocoder);
    return 0;
}
