#include "core/pipeline/stage_context.h"

#include <algorithm>

namespace w2s::pipeline {

bool StageContext::hasInput(std::string_view port) const {
  return std::ranges::find(planned_.inputs, port, &record::StageInput::port) !=
         planned_.inputs.end();
}

const record::StageId& StageContext::sourceOf(std::string_view port) const {
  return std::ranges::find(planned_.inputs, port, &record::StageInput::port)->from;
}

}  // namespace w2s::pipeline
