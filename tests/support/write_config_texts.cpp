// write_config_texts FILE: the engine's texts in a form that lupdate reads.
#include <cstdio>
#include <fstream>

#include "tests/support/config_texts.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: write_config_texts FILE\n", stderr);
    return 2;
  }
  std::ofstream file(argv[1]);
  file << w2s::test::configTextsFile();
  return file.good() ? 0 : 1;
}
