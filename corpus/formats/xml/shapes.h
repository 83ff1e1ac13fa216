// The XML formats: what their records are and how they become articles.
#pragma once

#include "corpus/formats/xml/records.h"

namespace broadsheet {

XmlShape feed_shape();       // RSS 0.9x, 1.0 and 2.0, Atom, exports of WordPress
XmlShape nitf_shape();       // also the New York Times Annotated Corpus
XmlShape newsml_g2_shape();  // items alone or in a newsMessage
XmlShape newsml_shape();     // NewsML 1
XmlShape sitemap_shape();    // sitemaps of news
XmlShape mediawiki_shape();  // dumps of Wikinews and other wikis

// What other formats embed.

// Body and the fields that a <nitf> element gives, where the article does not have them yet.
void add_nitf(XmlNode nitf, Article& article);

}  // namespace broadsheet
