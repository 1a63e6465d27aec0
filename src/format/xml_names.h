/* Names of elements and attributes, as libxml2 hands them over. */
#ifndef FORMAT_XML_NAMES_H
#define FORMAT_XML_NAMES_H

/* A name without its prefix. */
const char *mintu_xml_local(const char *name);

/* The value of an attribute, whatever its prefix, or NULL. */
const char *mintu_xml_attribute(const char *const *attributes, const char *name);

#endif
