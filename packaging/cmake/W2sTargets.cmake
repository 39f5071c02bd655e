# Helpers that keep the folders' CMakeLists.txt to lists of names.

# w2s_add_test(name SOURCES a.cpp ... LIBRARIES x y [LABELS ui] [TIMEOUT 120])
# A Qt Test executable with its own ctest entry, offscreen, with idle OpenMP threads that do not spin.
function(w2s_add_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  if(NOT arg_LABELS)
    set(arg_LABELS core)
  endif()
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_compile_definitions(${name} PRIVATE W2S_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} w2s_all_headers Qt6::Test)
  add_test(NAME ${name} COMMAND ${name})
  w2s_set_test_properties(${name} ${arg_TIMEOUT} ${arg_LABELS})
endfunction()

# Environment, time limit and labels that every ctest entry gets.
function(w2s_set_test_properties name timeout)
  set(_environment QT_QPA_PLATFORM=offscreen OMP_WAIT_POLICY=PASSIVE LC_ALL=C.UTF-8)
  if(W2S_SANITIZE)
    # A report is a failure. LibTorch, OpenMP and Qt are not instrumented: races inside them cannot be judged, and what
    # they keep until the process ends is listed in the suppressions.
    list(APPEND _environment
      "TSAN_OPTIONS=ignore_noninstrumented_modules=1:second_deadlock_stack=1"
      "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1"
      "LSAN_OPTIONS=print_suppressions=0:suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp"
      "UBSAN_OPTIONS=print_stacktrace=1")
    math(EXPR timeout "${timeout} * 5")
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} LABELS "${ARGN}" ENVIRONMENT "${_environment}")
endfunction()

# w2s_precompile(TARGET core|torch|window|tests): the headers that most sources of such a target parse, parsed once.
# Targets of a kind share one precompiled header, so they must have the same compile options.
function(w2s_precompile target kind)
  if(NOT W2S_PRECOMPILE)
    return()
  endif()
  set(_owner w2s_precompiled_${kind})
  if(NOT TARGET ${_owner})
    set(_source "${CMAKE_BINARY_DIR}/precompiled/${kind}.cpp")
    file(CONFIGURE OUTPUT "${_source}" CONTENT "// Owns the precompiled headers of this kind.\n")
    add_library(${_owner} OBJECT "${_source}")
    target_link_libraries(${_owner} PRIVATE w2s_options tl::expected fmt::fmt spdlog::spdlog Threads::Threads)
    set(_headers <algorithm> <array> <atomic> <cmath> <cstdint> <cstring> <filesystem> <functional> <limits> <map>
      <memory> <mutex> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <utility> <variant>
      <vector> <fmt/format.h> <tl/expected.hpp>)
    if(kind STREQUAL "core")
      target_link_libraries(${_owner} PRIVATE nlohmann_json::nlohmann_json)
      list(APPEND _headers <nlohmann/json.hpp>)
    elseif(kind STREQUAL "torch")
      target_link_libraries(${_owner} PRIVATE w2s::libtorch)
      list(APPEND _headers <ATen/core/Tensor.h> <ATen/core/grad_mode.h> <ATen/TensorOperators.h> <ATen/ops/empty.h>
        <ATen/ops/zeros.h> <ATen/ops/tensor.h>)
    elseif(kind STREQUAL "window")
      target_link_libraries(${_owner} PRIVATE Qt6::Widgets Qt6::Charts)
      list(APPEND _headers <QtWidgets> <QtCharts>)
    endif()
    target_precompile_headers(${_owner} PRIVATE ${_headers})
    set_target_properties(${_owner} PROPERTIES AUTOMOC OFF)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${_owner})
endfunction()
