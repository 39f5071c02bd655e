// A start that fails, in each way and at each call of the system: the run has one end that is said, nothing of it is left
// behind, and the same runner starts a sound run. The calls fail where the test runs with the library
// tests/support/fault_injection.cpp.
#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <fstream>
#include <functional>
#include <set>
#include <sys/resource.h>
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "core/store/run_list.h"
#include "core/store/workspace.h"
#include "tests/support/recording_sink.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;

namespace {

namespace fs = std::filesystem;

config::ExperimentConfig points() {
  config::ExperimentConfig config;
  config.name = "start";
  config.task.dataset = "moons";
  config.task.weak_rows = 60;
  config.task.transfer_rows = 200;
  config.task.validation_rows = 100;
  config.task.test_rows = 200;
  config.weak.front().backbone = config::CoordinatesBackbone{};
  config.strong.backbone = config::FourierBackbone{};
  config.optimizer.steps = 20;
  config.evaluation.every = 10;
  return config;
}

config::ExperimentConfig pictures() {
  config::ExperimentConfig config;
  config.name = "start";
  config.task.weak_rows = 60;
  config.task.transfer_rows = 200;
  config.task.validation_rows = 100;
  config.task.test_rows = 200;
  config.optimizer.steps = 20;
  return config;
}

RunRequest requestOf(const config::ExperimentConfig& config) {
  RunRequest request;
  request.config = config;
  return request;
}

void write(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

// A runner whose folders a cause can spoil; what the runner tells lies behind it, since its workers write to it.
struct Lab {
  Lab() {
    remake();
  }
  void remake() {
    runner.reset();
    runner = std::move(*makeRunner({.workspace = workspace, .data_folder = data, .workers = 2}));
  }

  [[nodiscard]] std::shared_ptr<RunHandle> startSound() {
    auto run = runner->start(requestOf(points()), sink);
    return run ? *run : nullptr;
  }
  // The id of a run that has finished.
  std::string finish() {
    const auto run = startSound();
    if (run == nullptr) {
      return {};
    }
    runner->wait({run});
    return sink.all<RunFinished>(run->id()).size() == 1 ? run->id() : std::string();
  }
  // What lies in runs/, hidden folders included.
  [[nodiscard]] std::set<std::string> folders() const {
    std::set<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(store::runsFolder(workspace), ignored)) {
      names.insert(entry.path().filename().string());
    }
    return names;
  }

  QTemporaryDir folder;
  const fs::path root = folder.path().toStdString();
  const fs::path workspace = root / "workspace";
  const fs::path data = root / "data";
  test::RecordingSink sink;
  test::RecordingSink sink_of_failures;  // a run that is continued has the id of an earlier one
  std::unique_ptr<Runner> runner;
};

// What keeps a run from being started: makes it so and returns the request.
struct Cause {
  const char* name;
  std::function<RunRequest(Lab&)> make;
  // What is undone before the next start; empty: nothing needs to be.
  std::function<void(Lab&)> mend = {};
};

RunRequest with(const std::function<void(config::ExperimentConfig&)>& change,
                config::ExperimentConfig config = points()) {
  change(config);
  return requestOf(config);
}

RunRequest weightsIn(const fs::path& path) {
  return with([&](auto& config) { config.strong.backbone = config::FileBackbone{path.string()}; },
              pictures());
}

RunRequest continued(const std::string& id, std::int64_t steps = 0) {
  RunRequest request;
  request.resume_id = id;
  request.extend_to_steps = steps;
  return request;
}

// A file where the run needs a folder.
Cause inTheWay(const char* name, const std::function<fs::path(const Lab&)>& place) {
  return {name,
          [place](Lab& lab) {
            fs::remove_all(lab.workspace);
            write(place(lab), "a file");
            return requestOf(points());
          },
          [place](Lab& lab) { fs::remove(place(lab)); }};
}

rlim_t limitDescriptors(rlim_t most) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  const rlim_t before = std::exchange(limit.rlim_cur, most);
  setrlimit(RLIMIT_NOFILE, &limit);
  return before;
}

const std::vector<Cause>& causes() {
  static rlim_t usual_descriptors = 0;
  static const std::vector<Cause> kCauses{
      {"a run that there is not", [](Lab&) { return continued("20200101-000000-none-s0-0000"); }},
      {"an id of two runs",
       [](Lab& lab) {
         lab.finish();
         lab.finish();
         return continued("2");
       }},
      {"a run that is finished", [](Lab& lab) { return continued(lab.finish()); }},
      {"steps that are taken", [](Lab& lab) { return continued(lab.finish(), 10); }},
      {"steps of no sense", [](Lab& lab) { return continued(lab.finish(), -5); }},
      {"a recorded run that is damaged",
       [](Lab& lab) {
         const std::string id = lab.finish();
         write(store::runsFolder(lab.workspace) / id / "manifest.json", "{");
         return continued(id);
       }},
      {"a replay of a run that is gone",
       [](Lab& lab) {
         RunRequest request = requestOf(points());
         request.is_replay = true;
         request.replay_of = lab.finish();
         fs::remove_all(store::runsFolder(lab.workspace) / request.replay_of);
         return request;
       }},
      {"a replay on other rows",
       [](Lab& lab) {
         RunRequest request = with([](auto& config) { config.task.transfer_rows = 100; });
         request.is_replay = true;
         request.replay_of = lab.finish();
         return request;
       }},
      {"an unknown data set",
       [](Lab&) { return with([](auto& config) { config.task.dataset = "no-such"; }); }},
      {"data that is missing", [](Lab&) { return requestOf(pictures()); }},
      {"data that is damaged",
       [](Lab& lab) {
         for (const char* name : {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
                                  "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
           write(lab.data / name, "no gzip");
         }
         return requestOf(pictures());
       }},
      {"more rows than there are",
       [](Lab&) { return with([](auto& config) { config.task.test_rows = 1 << 30; }); }},
      {"a setting out of range",
       [](Lab&) { return with([](auto& config) { config.optimizer.steps = -1; }); }},
      {"an encoder for another kind of data",
       [](Lab&) {
         return with([](auto& config) { config.strong.backbone = config::PixelsBackbone{}; });
       }},
      {"an unknown device",
       [](Lab&) { return with([](auto& config) { config.device = "cuda:99"; }); }},
      {"weights that are missing",
       [](Lab& lab) { return weightsIn(lab.root / "none.safetensors"); }},
      {"weights that are damaged",
       [](Lab& lab) {
         write(lab.root / "w.safetensors", "no weights");
         return weightsIn(lab.root / "w.safetensors");
       }},
      {"weights that are a folder",
       [](Lab& lab) {
         fs::create_directories(lab.root / "f.safetensors");
         return weightsIn(lab.root / "f.safetensors");
       }},
      inTheWay("a file for a workspace", [](const Lab& lab) { return lab.workspace; }),
      inTheWay("a file for the runs",
               [](const Lab& lab) { return store::runsFolder(lab.workspace); }),
      inTheWay("a file for the cache",
               [](const Lab& lab) { return store::cacheFolder(lab.workspace); }),
      {"a link to nowhere",
       [](Lab& lab) {
         fs::create_directories(lab.workspace);
         fs::create_symlink(lab.root / "nowhere" / "at all", store::runsFolder(lab.workspace));
         return requestOf(points());
       },
       [](Lab& lab) { fs::remove(store::runsFolder(lab.workspace)); }},
      {"no further descriptor",
       [](Lab&) {
         usual_descriptors = limitDescriptors(3);
         return requestOf(points());
       },
       [](Lab&) { limitDescriptors(usual_descriptors); }},
  };
  return kCauses;
}

// The library of the faults, where it is loaded.
struct Faults {
  void (*read)() = reinterpret_cast<void (*)()>(dlsym(RTLD_DEFAULT, "w2sReadFaults"));
  long (*counted)() = reinterpret_cast<long (*)()>(dlsym(RTLD_DEFAULT, "w2sCountedCalls"));

  // While nothing runs. From then on the call `number` of this kind fails; 0: none.
  void arm(const char* calls, int error, long number) const {
    setenv("W2S_FAULT_CALLS", calls, 1);
    setenv("W2S_FAULT_WITH", std::to_string(error).c_str(), 1);
    setenv("W2S_FAULT_LEAST", "1024", 1);  // smaller allocations are thousands
    setenv("W2S_FAULT_AT", std::to_string(number).c_str(), 1);
    read();
  }
};

bool isBegunOrOver(const Event& event) {
  return std::holds_alternative<RunStarted>(event) || isTerminal(event);
}

}  // namespace

class TstEngineStarts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void eachCauseIsSaidAndLeavesNothing_data() {
    QTest::addColumn<int>("cause");
    for (std::size_t i = 0; i < causes().size(); ++i) {
      QTest::newRow(causes()[i].name) << static_cast<int>(i);
    }
  }
  void eachCauseIsSaidAndLeavesNothing() {
    QFETCH(int, cause);
    const Cause& spoilt = causes()[static_cast<std::size_t>(cause)];
    Lab lab;
    const RunRequest request = spoilt.make(lab);
    const std::set<std::string> before = lab.folders();
    const auto run = lab.runner->start(request, lab.sink_of_failures);
    std::string said = run ? std::string() : run.error().message;
    if (run) {
      lab.runner->wait({*run});
      const auto events = lab.sink_of_failures.events((*run)->id());
      QCOMPARE(std::ranges::count_if(events, isTerminal), std::ptrdiff_t{1});
      const auto failures = lab.sink_of_failures.all<RunFailed>((*run)->id());
      QCOMPARE(failures.size(), std::size_t{1});
      said = failures[0].error.message;
    }
    if (spoilt.mend) {
      spoilt.mend(lab);
    }
    QVERIFY2(said.ends_with('.'), said.c_str());
    if (!spoilt.mend) {
      QCOMPARE(lab.folders(), before);
    }
    QVERIFY(!lab.finish().empty());
  }

  // What the worker still calls lives until the runner is gone.
  void theRunnerCanGoWhileAStartFails_data() {
    eachCauseIsSaidAndLeavesNothing_data();
  }
  void theRunnerCanGoWhileAStartFails() {
    QFETCH(int, cause);
    const Cause& spoilt = causes()[static_cast<std::size_t>(cause)];
    for (int times = 0; times < 3; ++times) {
      Lab lab;
      const RunRequest request = spoilt.make(lab);
      std::vector<std::shared_ptr<RunHandle>> runs;
      for (int seeds = 0; seeds < 4; ++seeds) {
        if (auto run = lab.runner->start(request, lab.sink_of_failures)) {
          runs.push_back(std::move(*run));
        }
      }
      lab.runner.reset();
      if (spoilt.mend) {
        spoilt.mend(lab);
      }
      for (const auto& run : runs) {
        QVERIFY(run->isOver());
        const auto events = lab.sink_of_failures.events(run->id());
        QVERIFY(std::ranges::count_if(events, isTerminal) <= std::ssize(runs));  // of one id
      }
      lab.remake();
      QVERIFY(!lab.finish().empty());
    }
  }

  void eachCallOfTheSystemFails_data() {
    QTest::addColumn<QByteArray>("calls");
    QTest::addColumn<int>("error");
    for (const auto& [calls, error] : {std::pair{"open", EMFILE},
                                       {"read", EIO},
                                       {"write", ENOSPC},
                                       {"sync", EIO},
                                       {"rename", EIO},
                                       {"mkdir", ENOSPC},
                                       {"close", EIO},
                                       {"thread", EAGAIN},
                                       {"memory", ENOMEM}}) {
      QTest::newRow(calls) << QByteArray(calls) << error;
    }
  }
  void eachCallOfTheSystemFails() {
    const Faults faults;
    if (faults.read == nullptr) {
      QSKIP("The library that makes calls fail is not loaded.");
    }
    QFETCH(QByteArray, calls);
    QFETCH(int, error);
    Lab lab;
    QVERIFY(!lab.finish().empty());
    int failed = 0;
    const long apart = calls == "memory" ? 29 : 1;  // hundreds of them
    long number = 1;
    for (;; number += apart) {
      const std::set<std::string> before = lab.folders();
      faults.arm(calls.constData(), error, number);
      RunRequest request = requestOf(points());
      request.start_paused = true;
      Result<std::shared_ptr<RunHandle>> run;
      try {
        run = lab.runner->start(request, lab.sink);
      } catch (const std::bad_alloc&) {
        run = fail(ErrorCode::OutOfMemory, "No memory.");
      }
      std::string said = run ? std::string() : run.error().message;
      if (run) {
        QVERIFY(lab.sink.waitFor((*run)->id(), isBegunOrOver));
      }
      const bool was_reached = faults.counted() >= number;
      if (run) {
        (*run)->stop(StopMode::Discard);
        lab.runner->wait({*run});
        const auto events = lab.sink.events((*run)->id());
        QCOMPARE(std::ranges::count_if(events, isTerminal), std::ptrdiff_t{1});
        if (const auto* failure = std::get_if<RunFailed>(&events.front())) {
          QCOMPARE(events.size(), std::size_t{1});
          said = failure->error.message;
        }
      }
      if (!said.empty()) {
        ++failed;
        QVERIFY2(said.ends_with('.'), said.c_str());
        std::string left;
        for (const std::string& name : lab.folders()) {
          left += before.contains(name) ? "" : " " + name;
        }
        QVERIFY2(left.empty(),
                 qPrintable(QStringLiteral("call %1 leaves%2: %3")
                                .arg(number)
                                .arg(QString::fromStdString(left), QString::fromStdString(said))));
      }
      faults.arm("", 0, 0);
      QVERIFY2(!lab.finish().empty(), qPrintable(QStringLiteral("after call %1").arg(number)));
      if (!was_reached) {
        break;
      }
    }
    qInfo("%s: up to call %ld, %d starts failed", calls.constData(), number, failed);
  }

  // The threads of a runner are made with it.
  void aRunnerWithoutThreadsIsRefused() {
    const Faults faults;
    if (faults.read == nullptr) {
      QSKIP("The library that makes calls fail is not loaded.");
    }
    const QTemporaryDir folder;
    for (long number = 1; number <= 3; ++number) {
      faults.arm("thread", EAGAIN, number);
      const auto runner =
          makeRunner({.workspace = folder.path().toStdString(), .data_folder = {}, .workers = 3});
      faults.arm("", 0, 0);
      QVERIFY(!runner);
      QVERIFY2(runner.error().message.ends_with('.'), runner.error().message.c_str());
    }
  }
};

W2S_TEST(TstEngineStarts)
#include "tst_engine_starts.moc"
