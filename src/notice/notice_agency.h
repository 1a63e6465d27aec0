/* Names of agencies: those of agencies.csv, and those that are names of bodies by their form. */
#ifndef NOTICE_NOTICE_AGENCY_H
#define NOTICE_NOTICE_AGENCY_H

#include "notice/notice_data.h"

typedef enum mintu_agency_form {
    MINTU_AGENCY_NONE = 0,
    MINTU_AGENCY_OTHER, /* a text where a name should stand */
    MINTU_AGENCY_BODY,  /* ends as names of bodies do */
    MINTU_AGENCY_KNOWN,
} mintu_agency_form;

typedef struct mintu_agency {
    mintu_agency_form form;
    const char *name;       /* of agencies.csv, or where it stands */
    size_t name_size, size; /* size: bytes read */
} mintu_agency;

/* The name that the text begins with. @p full is the last name of the list that was found, whose first characters a short one may
 * share; "" for none. */
mintu_agency mintu_agency_at(const mintu_notice *notice, const char *text, size_t size, const char *full);

/* True when a body's name begins or ends as those of offices do: 省, 市, 各; 街道办事处. In running text nothing else is one. */
bool mintu_agency_is_official(const mintu_notice *notice, const char *text, size_t size);

/* The same for a list that has no role: universities and companies are some there, schools and stations are not. */
bool mintu_agency_is_institution(const mintu_notice *notice, const char *text, size_t size);

/* A role in brackets behind one name of a list: 市旅游局|（牵头）. Its bytes, 0 when none stands here. */
size_t mintu_agency_role(const mintu_notice *notice, const char *text, size_t size, const char **role);

/* Bytes of a comma, or of a word that joins two names, at the text's begin; 0 when there is none. */
size_t mintu_agency_comma(const char *text, size_t size);

/* Whether short names such as 发改委 are those of the province. */
void mintu_agency_level(mintu_notice *notice);

#endif
