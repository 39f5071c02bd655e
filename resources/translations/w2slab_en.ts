<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>w2s::ui::ExperimentPanel</name>
    <message numerus="yes">
        <source>Shown is a run with %n other settings.</source>
        <translation>
            <numerusform>Shown is a run with %n other setting.</numerusform>
            <numerusform>Shown is a run with %n other settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExperimentSession</name>
    <message numerus="yes">
        <source>%n settings need attention. %1</source>
        <translation>
            <numerusform>%n setting needs attention. %1</numerusform>
            <numerusform>%n settings need attention. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::FormSectionView</name>
    <message numerus="yes">
        <source>%n more, %1 changed</source>
        <translation>
            <numerusform>%n more, %1 changed</numerusform>
            <numerusform>%n more, %1 changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::GapBar</name>
    <message numerus="yes">
        <source>, PGR of means over %n seeds</source>
        <translation>
            <numerusform>, PGR of %n seed</numerusform>
            <numerusform>, PGR of means over %n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::PlotWidget</name>
    <message numerus="yes">
        <source>%n value(s) ≤ 0 not shown</source>
        <translation>
            <numerusform>%n value ≤ 0 not shown</numerusform>
            <numerusform>%n values ≤ 0 not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::RecordedRuns</name>
    <message numerus="yes">
        <source>%n seeds of this experiment had other live changes and are left out.</source>
        <translation>
            <numerusform>%n seed of this experiment had other live changes and is left out.</numerusform>
            <numerusform>%n seeds of this experiment had other live changes and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n runs (%2 MB). File &gt; Open takes it in another workspace, and so does w2s import.</source>
        <translation>
            <numerusform>%1 holds %n run (%2 MB). File &gt; Open takes it in another workspace, and so does w2s import.</numerusform>
            <numerusform>%1 holds %n runs (%2 MB). File &gt; Open takes it in another workspace, and so does w2s import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results can be compared with: the button References on the pages Study and Compare has them.</source>
        <translation>
            <numerusform>%n result can be compared with: the button References on the pages Study and Compare has it.</numerusform>
            <numerusform>%n results can be compared with: the button References on the pages Study and Compare has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingsHistory</name>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::StateChip</name>
    <message numerus="yes">
        <source>%n seeds,</source>
        <translation>
            <numerusform>%n seed,</numerusform>
            <numerusform>%n seeds,</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyPage</name>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trains the %n runs that are missing, failed or interrupted; stages that are the same are trained once</source>
        <translation>
            <numerusform>Trains the %n run that is missing, failed or interrupted; stages that are the same are trained once</numerusform>
            <numerusform>Trains the %n runs that are missing, failed or interrupted; stages that are the same are trained once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train %n failed runs again</source>
        <translation>
            <numerusform>Train %n failed run again</numerusform>
            <numerusform>Train %n failed runs again</numerusform>
        </translation>
    </message>
</context>
</TS>
