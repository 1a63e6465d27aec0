#include "format/xml_names.h"

#include <stddef.h>
#include <string.h>

const char *mintu_xml_local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

const char *mintu_xml_attribute(const char *const *attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2)
        if (attributes[1] && strcmp(mintu_xml_local(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}
