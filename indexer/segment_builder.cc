#include "indexer/segment_builder.h"

#include <xxhash.h>

#include "indexer/article_files.h"
#include "indexer/document.h"

namespace broadsheet {

namespace {

std::filesystem::path made(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

SegmentBuilder::SegmentBuilder(const std::filesystem::path& folder, Analyser& analyser,
                               ArticleCompressor& compressor, NameTable& names, const std::string& dictionary)
    : paths_{made(folder)},
      analyser_(analyser),
      compressor_(compressor),
      database_(paths_.xapian().string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                                              Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS),
      positions_(paths_.positions()),
      names_(names) {
    if (!dictionary.empty())
        database_.set_metadata(dictionary_key(dictionary_number(dictionary)), dictionary);
}

void SegmentBuilder::keep_words() {
    words_.emplace(paths_.words());
}

DocId SegmentBuilder::add(const Article& article, const entities::ArticleEntities* found,
                          std::string_view file) {
    const AnalysedText& text = analyser_.analyse(article.title, article.body);
    const std::uint32_t title_weight = analyser_.settings().title_weight;
    const std::vector<LabelledValue> values = facet_values(article, found);
    std::string bytes = serialise(article);
    Xapian::Document document = make_document(article, text, analyser_.vocabulary(), title_weight, values,
                                              XXH3_64bits(bytes.data(), bytes.size()));
    add_entity_terms(article, found, document);
    if (!file.empty()) document.add_boolean_term(file_term(file));
    Annotation annotation;
    std::vector<ValueId> subjects;
    if (found != nullptr) {
        annotation = stored_annotation(*found);
        subjects = subjects_of(*found);
        serialise(annotation, bytes);
    }
    document.set_data(std::string(compressor_.compress(bytes)));
    const DocId id = database_.add_document(document);

    record_.clear();
    pack_positions(text, analyser_.vocabulary(), record_);
    positions_.add(record_);
    if (words_) words_->add(collector_.collect(text, analyser_.vocabulary()));
    columns_.add(make_row(article, document_length(text, title_weight), values, annotation, subjects));
    names_.add(values, found);
    postings_ += document.termlist_count();
    return id;
}

void SegmentBuilder::finish() {
    database_.commit();
    const std::string uuid = database_.get_uuid();
    database_.close();
    positions_.finish(uuid, false);
    if (words_) words_->finish(uuid);
    columns_.write(paths_.columns(), uuid, false);
}

}  // namespace broadsheet
