#include "tests/support/test_main.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

namespace {

std::map<std::string, w2s::test::TestFunction>& registeredTests() {
  static std::map<std::string, w2s::test::TestFunction> tests;
  return tests;
}

}  // namespace

bool w2s::test::registerTest(const char* file, TestFunction function) {
  registeredTests().emplace(std::filesystem::path(file).stem().string(), function);
  return true;
}

int main(int argc, char** argv) {
  const auto& tests = registeredTests();
  if (const auto own = tests.find(std::filesystem::path(argv[0]).filename().string());
      own != tests.end()) {
    return own->second(argc, argv);
  }
  if (const auto named = argc > 1 ? tests.find(argv[1]) : tests.end(); named != tests.end()) {
    // Qt Test takes what follows its own name.
    return named->second(argc - 1, argv + 1);
  }
  std::fprintf(stderr, "The first argument names one of these tests:\n");
  for (const auto& [name, function] : tests) {
    std::fprintf(stderr, "  %s\n", name.c_str());
  }
  return 2;
}
