/* What a layer is, whatever the feature. */
#include "style/style_layer.h"

#include "style/document_parts.h"

size_t mintu_style_layer_count(const mintu_style *style)
{
    return style->layer_count;
}

const mintu_style_layer *mintu_style_layer_at(const mintu_style *style, size_t index)
{
    return index < style->layer_count ? &style->layers[index] : NULL;
}

const char *mintu_style_layer_id(const mintu_style_layer *layer)
{
    return layer->id;
}

mintu_layer_type mintu_style_layer_kind(const mintu_style_layer *layer)
{
    return layer->kind;
}

int mintu_style_layer_source(const mintu_style_layer *layer)
{
    return layer->source;
}

/* minzoom is inclusive and maxzoom exclusive; 0 and 24 are the ends of the scale and stand for no limit: the world on a small page is
 * below the first. */
bool mintu_style_layer_visible(const mintu_style_layer *layer, double zoom)
{
    return !layer->hidden && (zoom >= layer->minzoom || layer->minzoom == 0) && (zoom < layer->maxzoom || layer->maxzoom == 24);
}

bool mintu_style_layer_required(const mintu_style_layer *layer)
{
    return layer->required;
}

bool mintu_style_layer_automatic(const mintu_style_layer *layer, bool along)
{
    return layer->automatic || (!along && layer->required &&
                                (layer->properties[MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR] ||
                                 layer->properties[MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR_OFFSET]));
}

bool mintu_style_layer_single(const mintu_style_layer *layer)
{
    return layer->single;
}

const mintu_sprite_image *mintu_style_sprite_image(const mintu_style_layer *layer, const char *name)
{
    return mintu_sprite_find(layer->sprite, name);
}

bool mintu_style_is_set(const mintu_style_layer *layer, mintu_property property)
{
    return layer->properties[property] != NULL;
}

bool mintu_style_varies(const mintu_style_layer *layer)
{
    for (int i = 0; i < MINTU_PROPERTY_END; i++)
        if (layer->properties[i] && (layer->properties[i]->flags & MINTU_NODE_FEATURE))
            return true;
    return false;
}
