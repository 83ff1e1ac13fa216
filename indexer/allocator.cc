// jemalloc reads its settings from here. Xapian keeps the postings that it gathers in millions of small tree
// nodes: large pages spare the processor most of the address translation on its way through them.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always,metadata_thp:always";
}
