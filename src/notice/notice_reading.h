/* Where in the input each byte of a notice's texts stands, and what it was read as: what findings and the coverage are made of. */
#ifndef NOTICE_NOTICE_READING_H
#define NOTICE_NOTICE_READING_H

#include "notice/notice_data.h"

/* The texts go on at `text` with the byte `byte` of the input. */
mintu_break mintu_notice_input(const mintu_notice *notice, size_t text);
/* The first break behind a byte of the texts. */
size_t mintu_notice_break_behind(const notice_breaks *breaks, size_t text);
void mintu_notice_break(notice_breaks *breaks, mintu_break add);

/* The place in the texts of a byte of the texts or of the bodies; SIZE_MAX of another. */
size_t mintu_notice_text_of(const mintu_notice *notice, const char *byte);

/* The same bytes as the input has them: a traditional text is read in simplified characters. */
const char *mintu_notice_written(const mintu_notice *notice, const char *byte);

/* From now on the texts stay as they are, and what they are read as is kept. */
void mintu_notice_readings_begin(mintu_notice *notice);

/* Bytes of the texts or bodies were read as something; a stronger reading stays. */
void mintu_notice_read_as(mintu_notice *notice, const char *text, size_t size, mintu_notice_reading reading);

/* The weakest and the strongest reading of some bytes. */
mintu_notice_reading mintu_notice_reading_of(const mintu_notice *notice, const char *text, size_t size,
                                             mintu_notice_reading *least);

/* At a byte of the texts or bodies. */
mintu_finding_place mintu_finding_at(const mintu_notice *notice, const char *kind, const char *byte);

/* Where the bytes of a sentence stand in the input, by the breaks of its reading; @p skip bytes of what was read are not in it. */
void mintu_notice_breaks(mintu_notice *notice, const notice_breaks *breaks, const mintu_sentence *s, size_t skip);

#endif
