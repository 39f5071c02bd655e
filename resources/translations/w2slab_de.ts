<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ModelCard</name>
    <message>
        <source>pixels %1×%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perceptron %1×%2 on %3×%3 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolutional net, width %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fashion-ssl encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes a run in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for the next run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::AboutDialog</name>
    <message>
        <source>&lt;h3&gt;W2S Lab %1&lt;/h3&gt;&lt;p&gt;A laboratory for weak-to-strong generalization, under the GNU General Public License, version 3 or later. It runs on Qt %2 and LibTorch %3.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices: asking the drivers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About W2S Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences of the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not usable, because %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::Appearance</name>
    <message>
        <source>Reduced &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing glides or blinks by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text and symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text and symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text and symbols in first size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window, from its next start on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::Banner</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be selected and copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the message with its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides this message; it stays in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::CloseQuestion</name>
    <message>
        <source>A run is in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what it has measured so far?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stays in the workspace and can be continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is removed from the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window stays open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ConfigFiles</name>
    <message>
        <source>&amp;Open configuration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens an experiment from a TOML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save configuration as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the present settings as a TOML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configurations (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::DockTitle</name>
    <message>
        <source>Float %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this panel out of the window, or back in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides this panel; the View menu brings it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::Docks</name>
    <message>
        <source>Shows or hides the panel %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::EquationView</name>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;qt&gt;What the student minimises: &lt;i&gt;w&lt;/i&gt; are the weak labels, &lt;i&gt;p&lt;/i&gt; the student&apos;s probabilities, &lt;i&gt;p̂&lt;/i&gt; its own hardened prediction, &lt;i&gt;y&lt;/i&gt; ground truth. Weights are those of the sliders; schedules and warm-up come on top.&lt;/qt&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExperimentPanel</name>
    <message>
        <source>Settings of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed settings apply to the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset to preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all settings to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings back to the preset&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 true labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no confidence term chosen: a counts as 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear warm-up over the first %1 % of the steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::GapBar</name>
    <message>
        <source>Performance gap recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known once weak floor, student and ceiling are measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ceiling is not clearly above the weak floor yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no clear gap yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not defined here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed PGR %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;qt&gt;&lt;b&gt;Performance gap recovered&lt;/b&gt; (signed): (student − weak) / (ceiling − weak). 0 is the weak floor, 1 the ceiling. The book clamps it at 0.&lt;br&gt;%1&lt;/qt&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · provisional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · book value 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provisional, the run goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % CI %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, from %1 test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, paired bootstrap over %1 test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened in this session&apos;s runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::MainWindow</name>
    <message>
        <source>W2S Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next control, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the menu with this letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes a dialog or a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A big step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the smallest or largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window follows the system&apos;s language from its next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window speaks %1 from its next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program answers for folders. The workspace is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::Menus</name>
    <message>
        <source>Menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;workspace folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the folder that holds the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels back to their first places and sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the keys of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, devices and licences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::MissingPanel</name>
    <message>
        <source>This run needs something that is not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing and how to get it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be selected and copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the text on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the run once more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ModelCard</name>
    <message>
        <source>linear head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head with %1 hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tree of depth %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fully fine-tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::PageHost</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses what the window shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::PhaseIndicator</name>
    <message>
        <source>cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages of a run: the weak supervisor is trained, labels the transfer rows, then ceiling and student train side by side. Stages whose settings did not change come from the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::PlotWidget</name>
    <message>
        <source>%1 at step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::PresetChooser</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the experiment; its settings apply to the next run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunActions</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts, pauses or continues the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains one batch, then pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains up to the next evaluation, then pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains once through all transfer rows, then pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the beginning with the same seed: equal settings give equal numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the beginning with the next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the seed of the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after this batch and keeps what it has measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after this batch and removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves the pace of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubles the pace of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full speed, and back to the pace of before. Never changes the numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the run in big figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves figures and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available: nothing to show has been opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses after this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on where the run stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a run with these settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunController</name>
    <message numerus="yes">
        <source>%n settings need attention. %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunPage</name>
    <message>
        <source>±%1 · n = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±%1, n %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on ground truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on ground truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points on weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a run with the same seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged at step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 became infinite or not a number, most often because the learning rate is too high. The run is paused; nothing is lost. The last good step is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind to last good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to the last checkpoint with finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve the learning rate and retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back and trains on with half the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunToolbar</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the tool bar has no room for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the next run: data split, initial weights and batch order follow from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the next run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunsModel</name>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the test rows that are right, in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed performance gap recovered: (student − weak) / (ceiling − weak)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunsPanel</name>
    <message>
        <source>Runs of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this session, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, 1 live change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 live changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingsFile</name>
    <message>
        <source>The window&apos;s settings in %1 are damaged. It starts with its defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s settings are damaged, so it starts with its defaults. The damaged file is kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s settings in %1 cannot be written: what you choose is forgotten when the window closes. Check who owns the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SliderField</name>
    <message>
        <source>Live: takes effect at the next batch of a run in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs from the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset&apos;s value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SpeedSlider</name>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed in steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace of the run: 1 step a second on the left, as fast as possible on the right (M). Never changes the numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps a second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::StatCard</name>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per cent, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 % of the test rows right; %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::StateChip</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::StatusLine</name>
    <message>
        <source>Space starts and pauses, . steps, M is full speed, Ctrl+R rewinds, ? lists the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluated at step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement with weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · run %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
