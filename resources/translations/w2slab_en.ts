<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>w2s::ui::RunController</name>
    <message numerus="yes">
        <source>%n settings need attention. %1</source>
        <translation>
            <numerusform>%n setting needs attention. %1</numerusform>
            <numerusform>%n settings need attention. %1</numerusform>
        </translation>
    </message>
</context>
</TS>
