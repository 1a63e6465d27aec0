#include "style/style_source.h"

#include "style/document_parts.h"

const char *mintu_style_name(const mintu_style *style)
{
    return style ? style->name : "";
}

size_t mintu_style_source_count(const mintu_style *style)
{
    return style ? style->source_count : 0;
}

const char *mintu_style_folder(const mintu_style *style)
{
    return style->folder;
}

const char *mintu_style_file(const mintu_style *style)
{
    return style->file;
}

const char *mintu_style_source_name(const mintu_style *style, size_t index)
{
    return style && index < style->source_count ? style->sources[index].name : NULL;
}

const char *mintu_style_source_data(const mintu_style *style, size_t index)
{
    return style && index < style->source_count ? style->sources[index].data : NULL;
}

const char *mintu_style_source_file(const mintu_style *style, size_t index)
{
    return style && index < style->source_count ? style->sources[index].file : NULL;
}

const char *mintu_style_source_layer(const mintu_style *style, size_t index)
{
    return style && index < style->source_count ? style->sources[index].layer : NULL;
}

const mintu_inline_data *mintu_style_source_inside(const mintu_style *style, size_t index)
{
    return index < style->source_count ? style->sources[index].inside : NULL;
}

const char *mintu_style_source_attribution(const mintu_style *style, size_t index)
{
    return index < style->source_count && style->sources[index].attribution ? style->sources[index].attribution : "";
}

const mintu_raster_source *mintu_style_source_raster(const mintu_style *style, size_t index)
{
    return index < style->source_count ? style->sources[index].raster : NULL;
}

double mintu_style_bearing(const mintu_style *style)
{
    return style->bearing;
}

double mintu_style_pitch(const mintu_style *style)
{
    return style->pitch;
}
