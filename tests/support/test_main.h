// Tests that share an executable. Each test class is registered once, at the end of its file:
//
//     W2S_TEST(TstPgr)            runs with a QCoreApplication
//     W2S_WINDOW_TEST(TstTheme)   runs with a QApplication
//
// The name of the test is that of the file without its ending. The executable runs the test that its own file name or
// its first argument names, with the remaining arguments given to Qt Test: each test keeps a process of its own. A static
// initMain() of the class runs before the application object exists.
#pragma once

#include <QCoreApplication>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

namespace w2s::test {

using TestFunction = int (*)(int argc, char** argv);

// Called before main() starts, hence without a lock. Returns true, so that it can initialise a constant.
bool registerTest(const char* file, TestFunction function);

template <class Test, class Application>
int runTest(int argc, char** argv) {
  QTest::Internal::callInitMain<Test>();
  Application application(argc, argv);
  Application::setAttribute(Qt::AA_Use96Dpi, true);
  Test test;
  return QTest::qExec(&test, argc, argv);
}

}  // namespace w2s::test

#define W2S_REGISTER_TEST(Class, Application)        \
  [[maybe_unused]] static const bool kIsRegistered = \
      ::w2s::test::registerTest(__FILE__, &::w2s::test::runTest<Class, Application>);

#define W2S_TEST(Class) W2S_REGISTER_TEST(Class, QCoreApplication)
#define W2S_WINDOW_TEST(Class) W2S_REGISTER_TEST(Class, QApplication)
