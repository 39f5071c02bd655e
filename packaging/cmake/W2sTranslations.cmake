# The window's texts in other languages: resources/translations/w2slab_<language>.ts, compiled by Qt's lrelease and
# embedded. `ninja translations` brings the files up to date with the sources (lupdate); texts that are no longer used
# are dropped, new ones are marked unfinished, and a test fails until they are translated.
find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS LinguistTools)
if(NOT TARGET Qt6::lrelease OR NOT TARGET Qt6::lupdate)
  message(FATAL_ERROR "Qt's translation tools lrelease and lupdate are missing. On Debian they are in the packages "
    "qt6-tools-dev and qt6-l10n-tools, which packaging/start.sh installs.")
endif()

# w2s_add_translations(target language...)
function(w2s_add_translations target)
  set(_folder "${CMAKE_SOURCE_DIR}/resources/translations")
  set(_files "")
  set(_sources "")
  foreach(_language IN LISTS ARGN)
    set(_ts "${_folder}/w2slab_${_language}.ts")
    set(_qm "${CMAKE_CURRENT_BINARY_DIR}/w2slab_${_language}.qm")
    add_custom_command(OUTPUT "${_qm}"
      COMMAND Qt6::lrelease -silent "${_ts}" -qm "${_qm}"
      DEPENDS "${_ts}"
      COMMENT "Compiling the translation ${_language}")
    if(NOT _language STREQUAL "en")
      list(APPEND _sources "${_ts}")
    endif()
    string(APPEND _files "    <file alias=\"w2slab_${_language}.qm\">${_qm}</file>\n")
    list(APPEND _compiled "${_qm}")
  endforeach()
  set(_qrc "${CMAKE_CURRENT_BINARY_DIR}/translations.qrc")
  file(CONFIGURE OUTPUT "${_qrc}" CONTENT
    "<RCC>\n  <qresource prefix=\"/translations\">\n${_files}  </qresource>\n</RCC>\n" @ONLY)
  set(_cpp "${CMAKE_CURRENT_BINARY_DIR}/qrc_w2slab_translations.cpp")
  add_custom_command(OUTPUT "${_cpp}"
    COMMAND Qt6::rcc --name translations "${_qrc}" -o "${_cpp}"
    DEPENDS "${_qrc}" ${_compiled}
    COMMENT "Embedding the translations")
  target_sources(${target} PRIVATE "${_cpp}")
  set_source_files_properties("${_cpp}" PROPERTIES SKIP_AUTOGEN ON)

  add_custom_target(translations
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -extensions cpp,h -tr-function-alias translate+=words,QT_TRANSLATE_NOOP+=wordsNoop
      -I .
      ui app "${_folder}/config_texts.h" "${_folder}/engine_texts.h" -ts ${_sources}
    # English needs its plural forms alone.
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -extensions cpp,h -pluralonly -I .
      ui app -ts "${_folder}/w2slab_en.ts"
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
    COMMENT "Collecting the texts to translate"
    VERBATIM)
endfunction()
