# LibTorch from a pip wheel (CPU or CUDA), without its own CMake files: those of a CUDA wheel demand a full
# CUDA toolkit at configure time, even for plain C++. Compiling against torch/include and linking the wheel's
# libraries needs none, so this module makes imported targets from the wheel's folders.
#
# In:   W2S_LIBTORCH (cache or environment): the wheel's torch folder, with include/ and lib/. When unset: the
#       environment that packaging/start.sh makes, then the torch of the python3 on PATH.
# Out:  w2s::libtorch (link PRIVATE from the engine), LibTorch_DIR_FOUND, LibTorch_VERSION, LibTorch_HAS_CUDA.
include(FindPackageHandleStandardArgs)

set(W2S_LIBTORCH "$ENV{W2S_LIBTORCH}" CACHE PATH "The torch folder of a LibTorch wheel (holds include/ and lib/)")

set(_candidates "${W2S_LIBTORCH}")
if(NOT W2S_LIBTORCH)
  set(_cache_home "$ENV{XDG_CACHE_HOME}")
  if(NOT _cache_home)
    set(_cache_home "$ENV{HOME}/.cache")
  endif()
  file(GLOB _private "${_cache_home}/w2s-lab/libtorch/lib/python3*/site-packages/torch")
  list(APPEND _candidates ${_private})
  find_program(_python3 python3)
  if(_python3 AND NOT _private)
    execute_process(
      COMMAND "${_python3}" -c "import importlib.util as u; s = u.find_spec('torch'); print(s.submodule_search_locations[0] if s else '')"
      OUTPUT_VARIABLE _from_python OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    list(APPEND _candidates "${_from_python}")
  endif()
endif()

set(LibTorch_DIR_FOUND "")
foreach(_dir IN LISTS _candidates)
  if(_dir AND EXISTS "${_dir}/include/ATen/core/Tensor.h" AND EXISTS "${_dir}/lib/libtorch_cpu.so")
    set(LibTorch_DIR_FOUND "${_dir}")
    break()
  endif()
endforeach()

set(LibTorch_VERSION "")
if(LibTorch_DIR_FOUND)
  # The version header moved into headeronly/ in later releases.
  foreach(_header torch/headeronly/version.h torch/csrc/api/include/torch/version.h)
    if(NOT LibTorch_VERSION AND EXISTS "${LibTorch_DIR_FOUND}/include/${_header}")
      file(STRINGS "${LibTorch_DIR_FOUND}/include/${_header}" _lines REGEX "#define TORCH_VERSION_(MAJOR|MINOR|PATCH) ")
      string(REGEX REPLACE "[^0-9;]" "" _numbers "${_lines}")
      list(JOIN _numbers "." LibTorch_VERSION)
    endif()
  endforeach()
endif()

find_package_handle_standard_args(LibTorch
  REQUIRED_VARS LibTorch_DIR_FOUND
  VERSION_VAR LibTorch_VERSION
  REASON_FAILURE_MESSAGE "No LibTorch wheel found. Run packaging/start.sh, which installs one, or set W2S_LIBTORCH to a torch folder that holds include/ and lib/.")

if(LibTorch_FOUND AND NOT TARGET w2s::libtorch)
  set(_lib "${LibTorch_DIR_FOUND}/lib")
  set(LibTorch_HAS_CUDA OFF)
  set(_names torch torch_cpu c10)
  if(EXISTS "${_lib}/libtorch_cuda.so")
    set(LibTorch_HAS_CUDA ON)
    list(APPEND _names torch_cuda c10_cuda)
  endif()
  set(_files ${_names})
  list(TRANSFORM _files REPLACE "(.+)" "${_lib}/lib\\1.so")

  add_library(w2s::libtorch INTERFACE IMPORTED)
  # -idirafter: the wheel brings headers of its own fmt, which must not hide the system's.
  target_compile_options(w2s::libtorch INTERFACE
    "SHELL:-idirafter ${LibTorch_DIR_FOUND}/include"
    "SHELL:-idirafter ${LibTorch_DIR_FOUND}/include/torch/csrc/api/include")
  target_compile_definitions(w2s::libtorch INTERFACE AT_PER_OPERATOR_HEADERS)
  # --no-as-needed: libtorch_cuda registers its kernels when loaded, no symbol of it is referenced.
  # --allow-shlib-undefined: the CUDA libraries lie beside the wheel and are found through its own rpath.
  target_link_libraries(w2s::libtorch INTERFACE
    "-Wl,--no-as-needed" ${_files} "-Wl,--as-needed" "-Wl,--allow-shlib-undefined" "-Wl,-rpath,${_lib}")
  message(STATUS "LibTorch ${LibTorch_VERSION} (CUDA wheel: ${LibTorch_HAS_CUDA})")
endif()
