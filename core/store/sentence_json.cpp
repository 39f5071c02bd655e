#include "core/store/sentence_json.h"

#include <string>

namespace w2s::store {
namespace {

constexpr int kDeepest = 16;  // ours are three deep; a damaged file must not exhaust the stack

Sentence sentenceAt(const Json& json, int depth) {
  Sentence said;
  if (json.is_string()) {
    said.text = json.get<std::string>();
    return said;
  }
  const JsonFields fields(json);
  if (depth > kDeepest) {
    throw BadField{sentence("\"{}\" is not {}", "said", sentence("text"))};
  }
  said.text = fields.text("text");
  said.is_number = fields.has("number") && fields.boolean("number");
  if (fields.has("pattern")) {
    said.pattern = fields.text("pattern");
    for (const Json& argument : fields.list("arguments")) {
      said.arguments.push_back(sentenceAt(argument, depth + 1));
    }
  }
  return said;
}

}  // namespace

Json toJson(const Sentence& said) {
  if (said.pattern.empty() && !said.is_number) {
    return said.text;
  }
  Json json = {{"text", said.text}};
  if (said.is_number) {
    json["number"] = true;
    return json;
  }
  json["pattern"] = said.pattern;
  json["arguments"] = Json::array();
  for (const Sentence& argument : said.arguments) {
    json["arguments"].push_back(toJson(argument));
  }
  return json;
}

Sentence sentenceOf(const Json& json) {
  return sentenceAt(json, 0);
}

}  // namespace w2s::store
