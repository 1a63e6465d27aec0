#include "gazetteer/gazetteer_date.h"

int mintu_gazetteer_as_of(const mintu_gazetteer *gazetteer)
{
    return gazetteer ? gazetteer->package.as_of : 0;
}

int mintu_gazetteer_date(const mintu_gazetteer *gazetteer, int date)
{
    return date ? date : gazetteer->package.as_of;
}
