// Character references of SGML, HTML and XML: &amp; &#39; &#x2019; &nbsp;
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Numbered references, and the names that news text uses. A reference that is none stays as it is. A number
// that is no character becomes nothing, one of 128 to 159 the character of Windows-1252.
std::string without_references(std::string_view text);

// True when the text holds at least one of those references that exporters leave behind: &amp; &quot; &#39;
// &lt; &gt; &nbsp; &apos; and numbered quotation marks and dashes.
bool has_left_references(std::string_view text);

}  // namespace broadsheet
