# Compile options that every target of ours shares, through the interface target w2s_options.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(W2S_CCACHE ccache)
if(W2S_CCACHE)
  # The compiler cache needs leave to use precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${W2S_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER "${W2S_CCACHE}")
endif()

add_library(w2s_options INTERFACE)
target_compile_features(w2s_options INTERFACE cxx_std_20)
target_compile_options(w2s_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  # GCC 12 reports false positives inside std::variant and std::string at -O2.
  -Wno-maybe-uninitialized -Wno-restrict
  # Designated initialisers name what differs from the defaults.
  -Wno-missing-field-initializers)
# Qt: no macros with names of everyday words, no connection without an object that ends it, no copies in loops.
# Left out: QT_NO_CAST_FROM_ASCII, QT_NO_CAST_TO_ASCII, QT_NO_CAST_FROM_BYTEARRAY, QT_NO_URL_CAST_FROM_STRING (the tests
# compare texts with literals; ui/bridge, ui/charts and ui/figures are not looked through yet, the rest of ui is free of
# such casts) and QT_NO_NARROWING_CONVERSIONS_IN_CONNECT (the same folders).
target_compile_definitions(w2s_options INTERFACE QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS
  QT_NO_CONTEXTLESS_CONNECT SPDLOG_FMT_EXTERNAL
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_include_directories(w2s_options INTERFACE "${CMAKE_BINARY_DIR}/generated")

# For the window, the programs and the tests, which may include every header. The modules of core see those below them
# alone (W2sModules.cmake).
add_library(w2s_all_headers INTERFACE)
target_link_libraries(w2s_all_headers INTERFACE w2s_options)
target_include_directories(w2s_all_headers INTERFACE "${CMAKE_SOURCE_DIR}")
if(W2S_WERROR)
  target_compile_options(w2s_options INTERFACE -Werror)
endif()
if(W2S_SANITIZE)
  # GCC's "undefined" leaves out what a damaged number does: NaN as a whole number, a range of nothing as a divisor.
  string(REGEX REPLACE "(^|,)undefined" "\\0,float-cast-overflow,float-divide-by-zero" W2S_SANITIZE "${W2S_SANITIZE}")
  target_compile_options(w2s_options INTERFACE
    -fsanitize=${W2S_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  target_link_options(w2s_options INTERFACE -fsanitize=${W2S_SANITIZE})
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
