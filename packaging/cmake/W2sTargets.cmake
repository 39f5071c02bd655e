# Helpers that keep the folders' CMakeLists.txt to lists of names.

# w2s_add_test(NAME SOURCES a.cpp ... LIBRARIES x y [LABELS ui] [TIMEOUT 120] [DEFINITIONS A=1] [DEPENDS target])
#   adds the Qt Test class that NAME.cpp registers with W2S_TEST or W2S_WINDOW_TEST (tests/support/test_main.h).
#   The tests of a folder share one executable, or those after a set(W2S_TEST_GROUP ...): parsing and linking dominate
#   the cost of a test. Each keeps its own ctest entry and its own process, offscreen, with idle OpenMP threads that do
#   not spin. `ninja NAME` builds the executable, build/PRESET/tests/NAME runs the one test.
function(w2s_add_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS;DEFINITIONS;DEPENDS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  if(NOT arg_LABELS)
    set(arg_LABELS core)
  endif()
  foreach(_source IN LISTS arg_SOURCES)
    file(STRINGS "${_source}" _main REGEX "^QTEST_.*MAIN")
    if(_main)
      message(FATAL_ERROR "${CMAKE_CURRENT_SOURCE_DIR}/${_source}: ${_main} defines main(), but the tests of a group share one. "
        "Write W2S_TEST(Class) or W2S_WINDOW_TEST(Class) instead and include \"tests/support/test_main.h\".")
    endif()
  endforeach()

  set(_group "${W2S_TEST_GROUP}")
  if(NOT _group)
    file(RELATIVE_PATH _group "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    string(REPLACE "/" "_" _group "${_group}")
  endif()
  if(NOT TARGET ${_group})
    add_executable(${_group})
    # moc reads the tests alone, so it need not wait for the libraries that they link.
    set_target_properties(${_group} PROPERTIES AUTOMOC ON AUTOGEN_ORIGIN_DEPENDS OFF
      RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${_group} PRIVATE w2s_test_main)
    cmake_language(EVAL CODE "cmake_language(DEFER CALL w2s_precompile_tests ${_group})")
  endif()
  target_sources(${_group} PRIVATE ${arg_SOURCES})
  target_link_libraries(${_group} PRIVATE ${arg_LIBRARIES})
  if(arg_DEFINITIONS)
    set_source_files_properties(${arg_SOURCES} PROPERTIES COMPILE_DEFINITIONS "${arg_DEFINITIONS}")
  endif()

  add_custom_target(${name} DEPENDS ${_group} ${arg_DEPENDS})
  file(CREATE_LINK ${_group} "${CMAKE_BINARY_DIR}/tests/${name}" SYMBOLIC)
  add_test(NAME ${name} COMMAND ${_group} ${name})
  w2s_set_test_properties(${name} ${arg_TIMEOUT} ${arg_LABELS})
endfunction()

# The precompiled header of a test executable follows from what its tests link.
function(w2s_precompile_tests target)
  get_target_property(_libraries ${target} LINK_LIBRARIES)
  if("w2s::libtorch" IN_LIST _libraries)
    w2s_precompile(${target} tests_torch)
  elseif("w2s::ui" IN_LIST _libraries OR "w2s_window_support" IN_LIST _libraries)
    w2s_precompile(${target} tests_window)
  else()
    w2s_precompile(${target} tests)
  endif()
endfunction()

# Environment, time limit and labels that every ctest entry gets.
function(w2s_set_test_properties name timeout)
  set(_environment QT_QPA_PLATFORM=offscreen OMP_WAIT_POLICY=PASSIVE LC_ALL=C.UTF-8)
  if(W2S_SANITIZE)
    # A report is a failure. LibTorch, OpenMP and Qt are not instrumented: races inside them cannot be judged, and what
    # they keep until the process ends is listed in the suppressions. Tests fork children that start threads.
    list(APPEND _environment
      "TSAN_OPTIONS=ignore_noninstrumented_modules=1:second_deadlock_stack=1:die_after_fork=0"
      "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1"
      "LSAN_OPTIONS=print_suppressions=0:suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp"
      "UBSAN_OPTIONS=print_stacktrace=1"
      "W2S_SANITIZED=1")
    math(EXPR timeout "${timeout} * 5")
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} LABELS "${ARGN}" ENVIRONMENT "${_environment}")
endfunction()

# w2s_precompile(TARGET KIND): the headers that most sources of such a target parse, parsed once.
# Targets of a kind share one precompiled header, so they must have the same compile options and definitions: GCC ignores
# one that was made with others, with a warning (-Winvalid-pch).
function(w2s_precompile target kind)
  if(NOT W2S_PRECOMPILE)
    return()
  endif()
  set(_owner w2s_precompiled_${kind})
  if(NOT TARGET ${_owner})
    set(_headers <algorithm> <array> <atomic> <cmath> <cstdint> <cstring> <filesystem> <functional> <limits> <map>
      <memory> <mutex> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <utility> <variant>
      <vector> <fmt/format.h> <tl/expected.hpp>)
    set(_libraries w2s_options tl::expected fmt::fmt spdlog::spdlog Threads::Threads)
    if(kind MATCHES "^(core|app)$")
      list(APPEND _libraries nlohmann_json::nlohmann_json)
      list(APPEND _headers <nlohmann/json.hpp>)
    endif()
    if(kind STREQUAL "app")
      list(APPEND _libraries CLI11::CLI11)
      list(APPEND _headers <CLI/CLI.hpp>)
    endif()
    if(kind MATCHES "torch$")
      list(APPEND _libraries w2s::libtorch)
      list(APPEND _headers <ATen/core/Tensor.h> <ATen/core/grad_mode.h> <ATen/TensorOperators.h> <ATen/ops/empty.h>
        <ATen/ops/zeros.h> <ATen/ops/tensor.h>)
    endif()
    if(kind MATCHES "window$")
      list(APPEND _libraries Qt6::Widgets Qt6::Charts)
      list(APPEND _headers <QtWidgets> <QtCharts>)
    endif()
    if(kind MATCHES "^tests")
      list(APPEND _libraries w2s_test_options)
      list(APPEND _headers <QtTest>)
    endif()
    set(_source "${CMAKE_BINARY_DIR}/precompiled/${kind}.cpp")
    file(CONFIGURE OUTPUT "${_source}" CONTENT "// Owns the precompiled headers of this kind.\n")
    add_library(${_owner} OBJECT "${_source}")
    target_link_libraries(${_owner} PRIVATE ${_libraries})
    target_precompile_headers(${_owner} PRIVATE ${_headers})
    set_target_properties(${_owner} PROPERTIES AUTOMOC OFF)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${_owner})
  get_target_property(_type ${target} TYPE)
  if(_type STREQUAL "EXECUTABLE")
    # As the owner, which is a library.
    target_compile_options(${target} PRIVATE -fPIC)
  endif()
endfunction()
