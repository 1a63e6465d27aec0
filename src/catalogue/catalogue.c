#include "base/argument.h"
#include "catalogue/computed_layers.h"

#include <string.h>

static const mintu_computed_layer *computed_at(const mintu_gazetteer *gazetteer, size_t index)
{
    size_t before = mintu_gazetteer_layer_count(gazetteer);
    return index >= before && index < mintu_catalogue_count(gazetteer) ? &MINTU_COMPUTED_LAYERS[index - before] : NULL;
}

size_t mintu_catalogue_count(const mintu_gazetteer *gazetteer)
{
    if (!gazetteer)
        return 0;
    size_t count = 0;
    while (MINTU_COMPUTED_LAYERS[count].name)
        count++;
    return mintu_gazetteer_layer_count(gazetteer) + count;
}

const char *mintu_catalogue_name(const mintu_gazetteer *gazetteer, size_t index)
{
    if (!gazetteer)
        return NULL;
    const mintu_computed_layer *computed = computed_at(gazetteer, index);
    return computed ? computed->name : mintu_gazetteer_layer_name(gazetteer, index);
}

const char *mintu_catalogue_title(const mintu_gazetteer *gazetteer, size_t index)
{
    if (!gazetteer)
        return NULL;
    const mintu_computed_layer *computed = computed_at(gazetteer, index);
    return computed ? computed->title : mintu_gazetteer_layer_title(gazetteer, index);
}

mintu_status mintu_catalogue_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name,
                                   const mintu_catalogue_options *options, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer, name) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options ? options->as_of : 0))
        return MINTU_STATUS_USAGE;
    static const mintu_catalogue_options usual = {0};
    options = options ? options : &usual;
    for (const mintu_computed_layer *layer = MINTU_COMPUTED_LAYERS; layer->name; layer++)
        if (strcmp(layer->name, name) == 0)
            return layer->compute(context, gazetteer, layer->which, options, error, out);
    return mintu_gazetteer_layer(context, gazetteer, name, options->as_of, error, out);
}
