#include "app/command.h"
#include <zlib.h>
#include <fmt/format.h>
#include "core/models/pretrain.h"
namespace w2s::app {
static std::vector<std::uint8_t> gz(const std::string& path, std::size_t skip) {
  gzFile f = gzopen(path.c_str(), "rb"); std::vector<std::uint8_t> all; std::vector<std::uint8_t> b(1<<20); int n;
  while ((n = gzread(f, b.data(), b.size())) > 0) all.insert(all.end(), b.begin(), b.begin()+n);
  gzclose(f); all.erase(all.begin(), all.begin()+skip); return all;
}
void addPretrainCommand(CLI::App& parent, int& exit_code) {
  auto* sub = parent.add_subcommand("pretrain", "pretrain");
  struct O { std::int64_t steps=3918; std::int64_t stop=0; std::string out; }; auto o = std::make_shared<O>();
  sub->add_option("--steps", o->steps); sub->add_option("--stop", o->stop); sub->add_option("--out", o->out);
  sub->callback([&exit_code, o] {
    auto px = gz("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz", 16);
    models::PretrainOptions p; p.config.steps = o->steps; p.output = o->out;
    p.observer = [o](const models::PretrainProgress& g) { fmt::print("step {} loss {:.5f} lr {:.2e} {:.1f}s {:.3f}s/step left {:.0f}s\n", g.step, g.loss, g.learning_rate, g.seconds, g.seconds/g.step, g.seconds/g.step*(g.steps-g.step)); fflush(stdout); return true; };
    auto r = models::pretrain({.pixels = std::span(px).first(55000*784), .labels={}, .rows=55000, .height=28, .width=28}, p);
    if (!r) { exit_code = report(r.error()); return; }
    fmt::print("done {} {} hash {}\n", r->final_loss, r->seconds, r->file_hash);
  });
}
}
