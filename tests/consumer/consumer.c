/* What a program of somebody else's does: geocode one name with the installed library. */
#include <mintu/mintu.h>
#include <stdio.h>

int main(int count, char **words)
{
    mintu_error error = {0};
    mintu_context *context = NULL;
    mintu_gazetteer *gazetteer = NULL;
    mintu_geocoder *geocoder = NULL;
    mintu_match match = {0};
    mintu_status status = mintu_context_new(&error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_open(context, count > 1 ? words[1] : "geodata", &error, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(gazetteer, NULL, &error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_match(geocoder, "安溪龙门", &error, &match);
    if (status == MINTU_STATUS_OK && match.status == MINTU_MATCH_STATUS_MATCHED)
        printf("%s %s\n", match.place->code, match.place->name);
    else
        fprintf(stderr, "%s\n", error.text);
    mintu_geocoder_free(geocoder);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return match.status == MINTU_MATCH_STATUS_MATCHED ? 0 : 1;
}
