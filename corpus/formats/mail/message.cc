#include "corpus/formats/mail/message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "corpus/charset.h"
#include "corpus/dates.h"
#include "corpus/html/fragment.h"
#include "corpus/language_code.h"
#include "corpus/names.h"
#include "corpus/normalise.h"

namespace broadsheet {

namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

std::string text_of(const char* text) {
    std::string storage;
    return text == nullptr ? std::string{} : std::string(as_utf8(text, storage));
}

std::string header_of(GMimeMessage* message, const char* name) {
    return normalise_line(text_of(g_mime_object_get_header(GMIME_OBJECT(message), name)));
}

// The bytes of a part without the encoding of its transfer.
std::string content_of(GMimePart* part) {
    GMimeDataWrapper* const content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

struct Texts {
    std::string plain;
    std::string html;
    int parts = 0;
};

void add_part(GMimeObject*, GMimeObject* object, void* target) {
    constexpr int most_parts = 1000;
    Texts& texts = *static_cast<Texts*>(target);
    if (!GMIME_IS_PART(object) || ++texts.parts > most_parts) return;
    const char* const disposition = g_mime_object_get_disposition(object);
    if (disposition != nullptr && g_ascii_strcasecmp(disposition, "attachment") == 0) return;
    GMimeContentType* const type = g_mime_object_get_content_type(object);
    const bool html = type != nullptr && g_mime_content_type_is_type(type, "text", "html");
    if (type != nullptr && !html && !g_mime_content_type_is_type(type, "text", "plain")) return;
    const char* const charset = g_mime_object_get_content_type_parameter(object, "charset");
    const std::string bytes = content_of(GMIME_PART(object));
    std::string storage;
    const std::string_view text = as_utf8(bytes, storage, charset == nullptr ? "" : charset);
    const std::string body = html ? body_of_html(text) : normalise_body(text);
    std::string& all = html ? texts.html : texts.plain;
    if (!all.empty() && !body.empty()) all += "\n\n";
    all += body;
}

std::vector<std::string> senders_of(GMimeMessage* message) {
    std::vector<std::string> names;
    InternetAddressList* const list = g_mime_message_get_from(message);
    const int count = list == nullptr ? 0 : std::min(internet_address_list_length(list), 100);
    for (int i = 0; i < count; ++i) {
        const char* const name = internet_address_get_name(internet_address_list_get_address(list, i));
        for (const std::string& author : split_authors(text_of(name)))
            add_name(names, author);
    }
    return names;
}

// "news.example.org" of "<1234@news.example.org>" tells where it was sent from; the sender's own domain is
// better.
std::string source_of(GMimeMessage* message) {
    if (std::string organisation = header_of(message, "Organization"); !organisation.empty())
        return organisation;
    InternetAddressList* const list = g_mime_message_get_from(message);
    if (list == nullptr || internet_address_list_length(list) == 0) return {};
    InternetAddress* const first = internet_address_list_get_address(list, 0);
    if (!INTERNET_ADDRESS_IS_MAILBOX(first)) return {};
    const std::string address = text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
    const std::size_t at = address.rfind('@');
    return at == std::string::npos ? std::string{} : normalise_line(address.substr(at + 1));
}

// Some programs say another charset of a word (=?windows-1252?Q?...?=) than the UTF-8 that they leave in it
// as it is. `header` is valid UTF-8.
std::string with_true_charsets(std::string_view header) {
    std::string result;
    while (!header.empty()) {
        const std::size_t begin = header.find("=?");
        result += header.substr(0, begin);
        if (begin == std::string_view::npos) break;
        header.remove_prefix(begin);
        const std::size_t charset_end = header.find('?', 2);
        const std::size_t end = charset_end == std::string_view::npos ? std::string_view::npos
                                                                      : header.find("?=", charset_end + 3);
        if (end == std::string_view::npos) {
            result += header;
            break;
        }
        const std::string_view word = header.substr(charset_end, end + 2 - charset_end);
        const bool raw = std::any_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
        result += raw ? "=?utf-8" : header.substr(0, charset_end);
        result += word;
        header.remove_prefix(end + 2);
    }
    return result;
}

std::string subject_of(GMimeMessage* message) {
    GMimeHeaderList* const headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    GMimeHeader* const subject = g_mime_header_list_get_header(headers, "Subject");
    const char* const raw = subject == nullptr ? nullptr : g_mime_header_get_raw_value(subject);
    if (raw == nullptr || !is_utf8(raw) || std::string_view(raw).find("=?") == std::string_view::npos)
        return text_of(g_mime_message_get_subject(message));
    char* const decoded = g_mime_utils_header_decode_text(nullptr, with_true_charsets(raw).c_str());
    std::string text = text_of(decoded);
    g_free(decoded);
    return text;
}

Article article_of(GMimeMessage* message) {
    Article article;
    article.title = normalise_line(subject_of(message));
    article.id = normalise_line(text_of(g_mime_message_get_message_id(message)));
    article.authors = senders_of(message);
    article.source = source_of(message);
    const std::string groups = header_of(message, "Newsgroups");
    article.section = groups.substr(0, groups.find(','));
    article.tags = split_list(header_of(message, "Keywords"));
    article.language = language_code(header_of(message, "Content-Language"));
    article.url = header_of(message, "Archived-At");
    if (article.url.starts_with('<') && article.url.ends_with('>'))
        article.url = article.url.substr(1, article.url.size() - 2);
    article.date = parse_date(header_of(message, "Date"));
    Texts texts;
    g_mime_message_foreach(message, add_part, &texts);
    article.body = texts.plain.empty() ? std::move(texts.html) : std::move(texts.plain);
    return article;
}

}  // namespace

// GMime does not work any more once it was shut down, so that it never is.
MailMessages::MailMessages() {
    g_mime_init();
}

std::optional<Article> MailMessages::read(std::string_view bytes, std::string& problem) {
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) {
        problem = "not a message";
        return std::nullopt;
    }
    return article_of(message.get());
}

}  // namespace broadsheet
