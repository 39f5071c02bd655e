# The modules of core/ as libraries whose include paths and links enforce their order.
#
# w2s_add_module(NAME [DEPENDS module...] [LIBRARIES target...] [TORCH_FREE a.cpp...] [TORCH b.cpp...])
#   makes w2s_NAME (torch-free sources) and w2s_NAME_torch (sources that use LibTorch), whichever have sources. Headers
#   are found as "core/NAME/x.h" through a folder that holds this module alone, so a module that NAME does not depend on
#   cannot be included. LIBRARIES are used by the sources, not by the headers.
#   Number conversions that may change a value are warnings.
set_property(GLOBAL PROPERTY W2S_TORCH_FREE_MODULES "")
set_property(GLOBAL PROPERTY W2S_ALL_MODULES "")

set(W2S_MODULE_WARNINGS -Wconversion -Wsign-conversion -Wsuggest-override)

function(w2s_add_module name)
  cmake_parse_arguments(arg "" "" "DEPENDS;LIBRARIES;TORCH_FREE;TORCH" ${ARGN})
  set(_include "${CMAKE_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${_include}/core")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${_include}/core/${name}" SYMBOLIC)

  # The headers: what those of the modules below need comes along.
  add_library(w2s_${name}_headers INTERFACE)
  target_include_directories(w2s_${name}_headers INTERFACE "${_include}")
  target_link_libraries(w2s_${name}_headers INTERFACE w2s_options tl::expected fmt::fmt spdlog::spdlog Threads::Threads)
  foreach(_below IN LISTS arg_DEPENDS)
    target_link_libraries(w2s_${name}_headers INTERFACE w2s_${_below}_headers)
  endforeach()

  if(arg_TORCH_FREE)
    add_library(w2s_${name} STATIC ${arg_TORCH_FREE})
    target_link_libraries(w2s_${name} PUBLIC w2s_${name}_headers PRIVATE ${arg_LIBRARIES})
    target_compile_options(w2s_${name} PRIVATE ${W2S_MODULE_WARNINGS})
    foreach(_below IN LISTS arg_DEPENDS)
      if(TARGET w2s_${_below})
        target_link_libraries(w2s_${name} PUBLIC w2s_${_below})
      endif()
    endforeach()
    set_property(GLOBAL APPEND PROPERTY W2S_TORCH_FREE_MODULES w2s_${name})
    set_property(GLOBAL APPEND PROPERTY W2S_ALL_MODULES w2s_${name})
    w2s_precompile(w2s_${name} core)
  endif()
  if(arg_TORCH)
    add_library(w2s_${name}_torch STATIC ${arg_TORCH})
    target_link_libraries(w2s_${name}_torch PUBLIC w2s_${name}_headers PRIVATE w2s::libtorch ${arg_LIBRARIES})
    target_compile_options(w2s_${name}_torch PRIVATE ${W2S_MODULE_WARNINGS})
    foreach(_below IN LISTS arg_DEPENDS)
      foreach(_library w2s_${_below} w2s_${_below}_torch)
        if(TARGET ${_library})
          target_link_libraries(w2s_${name}_torch PUBLIC ${_library})
        endif()
      endforeach()
    endforeach()
    if(arg_TORCH_FREE)
      target_link_libraries(w2s_${name}_torch PUBLIC w2s_${name})
    endif()
    set_property(GLOBAL APPEND PROPERTY W2S_ALL_MODULES w2s_${name}_torch)
    w2s_precompile(w2s_${name}_torch torch)
  endif()
endfunction()

# w2s_bundle_modules(NAME TORCH_FREE|ALL): w2s::NAME, for those who use the whole.
function(w2s_bundle_modules name which)
  get_property(_modules GLOBAL PROPERTY W2S_${which}_MODULES)
  add_library(w2s_bundle_${name} INTERFACE)
  add_library(w2s::${name} ALIAS w2s_bundle_${name})
  target_link_libraries(w2s_bundle_${name} INTERFACE ${_modules})
endfunction()
