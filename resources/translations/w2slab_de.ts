<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>PgrText</name>
    <message>
        <source>no result: stopped at step %1 of %2</source>
        <translation>kein Ergebnis: bei Schritt %1 von %2 angehalten</translation>
    </message>
    <message>
        <source>the ceiling is not clearly above the weak floor yet</source>
        <translation>die Obergrenze liegt noch nicht klar über der Untergrenze</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>W</source>
        <comment>one letter for the weak supervisor</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>S</source>
        <comment>one letter for the student</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>C</source>
        <comment>one letter for the ceiling</comment>
        <translation>O</translation>
    </message>
</context>
<context>
    <name>RunColor</name>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Lila</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>%1, dashes %2</source>
        <translation>%1, Strichart %2</translation>
    </message>
</context>
<context>
    <name>RunRecord</name>
    <message>
        <source>, ground truth %1</source>
        <translation>, wahre Labels %1</translation>
    </message>
    <message>
        <source>, hard labels</source>
        <translation>, harte Labels</translation>
    </message>
    <message>
        <source>, 1 live change</source>
        <translation>, 1 Live-Änderung</translation>
    </message>
    <message>
        <source>, %1 live changes</source>
        <translation>, %1 Live-Änderungen</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Student accuracy {:.3f} at step {}</source>
        <translation>Genauigkeit des Schülers {:.3f} bei Schritt {}</translation>
    </message>
    <message>
        <source>, {:.0f} % of the gap</source>
        <translation>, {:.0f} % der Lücke</translation>
    </message>
    <message>
        <source>Oracle stop: best test accuracy, {1:.3f} at step {0}. It reads ground truth.</source>
        <translation>Orakel-Halt: beste Testgenauigkeit, {1:.3f} bei Schritt {0}. Er liest wahre Labels.</translation>
    </message>
    <message>
        <source>Honest stop: best agreement with weak labels on validation rows, at step {0}; test accuracy {1:.3f}</source>
        <translation>Ehrlicher Halt: beste Übereinstimmung mit schwachen Labels auf Validierungsbeispielen, bei Schritt {0}; Testgenauigkeit {1:.3f}</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>share of test rows</source>
        <translation>Anteil der Testbeispiele</translation>
    </message>
    <message>
        <source>The curves of student and ceiling appear here.</source>
        <translation>Hier erscheinen die Kurven von Schüler und Obergrenze.</translation>
    </message>
    <message>
        <source>share of {} test rows</source>
        <translation>Anteil von {} Testbeispielen</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>Agreement with weak labels</source>
        <translation>Übereinstimmung mit schwachen Labels</translation>
    </message>
    <message>
        <source>share of rows</source>
        <translation>Anteil der Beispiele</translation>
    </message>
    <message>
        <source>How far the student follows right and wrong weak labels.</source>
        <translation>Wie weit der Schüler richtigen und falschen schwachen Labels folgt.</translation>
    </message>
    <message>
        <source>agreement where weak is right</source>
        <translation>Übereinstimmung, wo schwach recht hat</translation>
    </message>
    <message>
        <source>agreement where weak is wrong</source>
        <translation>Übereinstimmung, wo schwach irrt</translation>
    </message>
    <message>
        <source>harm</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>harm: weak right, student wrong</source>
        <translation>Schaden: schwach richtig, Schüler falsch</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>correction: weak wrong, student right</source>
        <translation>Korrektur: schwach falsch, Schüler richtig</translation>
    </message>
    <message>
        <source>weak wrong</source>
        <translation>schwach falsch</translation>
    </message>
    <message>
        <source>weak right</source>
        <translation>schwach richtig</translation>
    </message>
    <message>
        <source>At step {} the student agrees with {:.0f} % of the right and {:.0f} % of the wrong weak labels, mends {:.0f} % of the errors and spoils {:.0f} % of the right ones</source>
        <translation>Bei Schritt {} stimmt der Schüler mit {:.0f} % der richtigen und {:.0f} % der falschen schwachen Labels überein, behebt {:.0f} % der Fehler und verdirbt {:.0f} % der richtigen</translation>
    </message>
    <message>
        <source>Student&apos;s confidence</source>
        <translation>Konfidenz des Schülers</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>How sure the student is, and how often it is right then.</source>
        <translation>Wie sicher der Schüler ist und wie oft er dann recht hat.</translation>
    </message>
    <message>
        <source>This run was recorded without the student&apos;s confidences.</source>
        <translation>Dieser Lauf wurde ohne die Konfidenzen des Schülers aufgezeichnet.</translation>
    </message>
    <message>
        <source>perfectly calibrated</source>
        <translation>vollkommen kalibriert</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>At step {} the student is {:.0f} % sure and {:.0f} % right on average, {}; expected calibration error {:.3f}</source>
        <translation>Bei Schritt {} ist der Schüler im Mittel zu {:.0f} % sicher und zu {:.0f} % im Recht, {}; erwarteter Kalibrierungsfehler {:.3f}</translation>
    </message>
    <message>
        <source>well calibrated</source>
        <translation>gut kalibriert</translation>
    </message>
    <message>
        <source>overconfident</source>
        <translation>zu sicher</translation>
    </message>
    <message>
        <source>underconfident</source>
        <translation>zu unsicher</translation>
    </message>
    <message>
        <source>Before step {}: {}</source>
        <translation>Vor Schritt {}: {}</translation>
    </message>
    <message>
        <source>Diverged at step {}: {} is not finite</source>
        <translation>Divergiert bei Schritt {}: {} ist nicht endlich</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>steigend</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>fallend</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>ground truth</source>
        <translation>wahre Labels</translation>
    </message>
    <message>
        <source>KD</source>
        <translation>KD</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>weighted, nats</source>
        <translation>gewichtet, nat</translation>
    </message>
    <message>
        <source>The terms of the student&apos;s loss appear here.</source>
        <translation>Hier erscheinen die Verlustterme des Schülers.</translation>
    </message>
    <message>
        <source>Loss {:.3f} nats at {} {}{}{}</source>
        <translation>Verlust {:.3f} nat bei {} {}{}{}</translation>
    </message>
    <message>
        <source>Performance gap recovered</source>
        <translation>Geschlossener Anteil der Lücke (PGR)</translation>
    </message>
    <message>
        <source>signed PGR</source>
        <translation>PGR mit Vorzeichen</translation>
    </message>
    <message>
        <source>ceiling 1</source>
        <translation>Obergrenze 1</translation>
    </message>
    <message>
        <source>weak 0</source>
        <translation>schwach 0</translation>
    </message>
    <message>
        <source>Known once weak floor, student and ceiling are measured.</source>
        <translation>Bekannt, sobald Untergrenze, Schüler und Obergrenze gemessen sind.</translation>
    </message>
    <message>
        <source>PGR</source>
        <translation>PGR</translation>
    </message>
    <message>
        <source>provisional: the ceiling still trains</source>
        <translation>vorläufig: die Obergrenze trainiert noch</translation>
    </message>
    <message>
        <source>Performance gap recovered {:.2f} at step {:.0f}{}{}</source>
        <translation>Geschlossener Anteil der Lücke {:.2f} bei Schritt {:.0f}{}{}</translation>
    </message>
    <message>
        <source>The curve goes on above the axis</source>
        <translation>Die Kurve geht über der Achse weiter</translation>
    </message>
    <message>
        <source>The curve goes on below the axis</source>
        <translation>Die Kurve geht unter der Achse weiter</translation>
    </message>
    <message>
        <source>effective entropy weight</source>
        <translation>wirksames Entropiegewicht</translation>
    </message>
    <message>
        <source>effective ground truth weight</source>
        <translation>wirksames Gewicht wahrer Labels</translation>
    </message>
    <message>
        <source>effective confidence weight</source>
        <translation>wirksames Konfidenzgewicht</translation>
    </message>
    <message>
        <source>effective KD weight</source>
        <translation>wirksames KD-Gewicht</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>effective weight</source>
        <translation>wirksames Gewicht</translation>
    </message>
    <message>
        <source>effective weights</source>
        <translation>wirksame Gewichte</translation>
    </message>
    <message>
        <source>Weights of the loss terms and the learning rate appear here.</source>
        <translation>Hier erscheinen die Gewichte der Verlustterme und die Lernrate.</translation>
    </message>
    <message>
        <source>weights; rate relative to {:.3g}</source>
        <translation>Gewichte; Rate bezogen auf {:.3g}</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>common</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>PGR against the common ceiling</source>
        <translation>PGR gegen die gemeinsame Obergrenze</translation>
    </message>
    <message>
        <source>step {}, ECE {:.3f}, n {}</source>
        <translation>Schritt {}, ECE {:.3f}, n {}</translation>
    </message>
    <message>
        <source>{} and back</source>
        <translation>{} und zurück</translation>
    </message>
    <message>
        <source>Steps {} to {}: {}</source>
        <translation>Schritte {} bis {}: {}</translation>
    </message>
    <message>
        <source>live change</source>
        <translation>Live-Änderung</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>honest stop, chosen on validation</source>
        <translation>ehrlicher Halt, nach Validierung</translation>
    </message>
    <message>
        <source>honest stop</source>
        <translation>ehrlicher Halt</translation>
    </message>
    <message>
        <source>oracle stop, best on test</source>
        <translation>Orakel-Halt, bester Testwert</translation>
    </message>
    <message>
        <source>oracle stop</source>
        <translation>Orakel-Halt</translation>
    </message>
    <message>
        <source>Weak right, weak wrong: how often the student says what its weak supervisor says, on test rows where that is right or wrong. Correction: share of the supervisor&apos;s errors that the student has right. Harm: share of its right answers that the student has wrong.</source>
        <translation>Schwach richtig, schwach falsch: wie oft der Schüler sagt, was sein schwacher Lehrer sagt, auf Testbeispielen, bei denen dieser recht hat oder irrt. Korrektur: Anteil der Fehler des Lehrers, die der Schüler richtig hat. Schaden: Anteil seiner richtigen Antworten, die der Schüler falsch hat.</translation>
    </message>
    <message>
        <source>Of the test rows on which the student has a given confidence, the share that is right: on the diagonal it is as sure as it may be. Bars: share of rows. ECE: expected calibration error, the mean distance to the diagonal.</source>
        <translation>Von den Testbeispielen, bei denen der Schüler eine bestimmte Konfidenz hat, der Anteil der richtigen: Auf der Diagonalen ist er so sicher, wie er sein darf. Balken: Anteil der Beispiele. ECE: erwarteter Kalibrierungsfehler, der mittlere Abstand von der Diagonalen.</translation>
    </message>
    <message>
        <source>Terms of the loss that the student minimises, each times its weight, so that they add up to the total. Thick: moving average (EMA) with the smoothing chosen above; pale: every batch.</source>
        <translation>Terme des Verlusts, den der Schüler minimiert, jeder mal seinem Gewicht, sodass sie zusammen die Summe ergeben. Kräftig: gleitender Mittelwert (EMA) mit der oben gewählten Glättung; blass: jeder Batch.</translation>
    </message>
    <message>
        <source>Performance gap recovered = (student − weak) / (ceiling − weak), in test accuracy (Burns et al. 2023): 0 is no better than the weak supervisor, 1 as good as the ceiling. Signed: below 0 the student is worse than its supervisor, which the book counts as 0.</source>
        <translation>Geschlossener Anteil der Lücke (PGR) = (Schüler − schwach) / (Obergrenze − schwach), in Testgenauigkeit (Burns et al. 2023): 0 ist nicht besser als der schwache Lehrer, 1 so gut wie die Obergrenze. Mit Vorzeichen: Unter 0 ist der Schüler schlechter als sein Lehrer, was das Buch als 0 zählt.</translation>
    </message>
    <message>
        <source>The weights of the loss and the learning rate as they are at each step, after warm-up, schedule and live changes.</source>
        <translation>Die Gewichte des Verlusts und die Lernrate, wie sie bei jedem Schritt sind, nach Aufwärmphase, Verlauf und Live-Änderungen.</translation>
    </message>
    <message>
        <source>effective weight: {}</source>
        <translation>wirksames Gewicht: {}</translation>
    </message>
    <message>
        <source>Initial student: test accuracy {:.3f} before its first step on weak labels, better than chance</source>
        <translation>Anfänglicher Schüler: Testgenauigkeit {:.3f} vor seinem ersten Schritt auf schwachen Labels, besser als Raten</translation>
    </message>
    <message>
        <source>Does the student pass its weak supervisor?</source>
        <translation>Überholt der Schüler sein schwaches Modell?</translation>
    </message>
    <message>
        <source>Share of test rows that are right, at each evaluation: of the student, trained on the weak labels, and of the ceiling, the same model trained on ground truth. Dashed: the weak supervisor, after its training; where the run has one, the reference, the strong model trained on the labels that trained the weak supervisor. A ring at step 0: the student before its training, where it is better than chance.</source>
        <translation>Anteil der richtigen Testbeispiele bei jeder Auswertung: des Schülers, der auf den schwachen Labels trainiert wird, und der Obergrenze, desselben Modells auf wahren Labels. Gestrichelt: der schwache Lehrer nach seinem Training; wo der Lauf eine hat, die Referenz, das starke Modell auf den Labels, auf denen der schwache Lehrer trainiert ist. Ein Ring bei Schritt 0: der Schüler vor seinem Training, wo er besser ist als Raten.</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Does the student copy the weak model&apos;s mistakes?</source>
        <translation>Übernimmt der Schüler die Fehler des schwachen Modells?</translation>
    </message>
    <message>
        <source>Does the student know what it knows?</source>
        <translation>Weiß der Schüler, was er weiß?</translation>
    </message>
    <message>
        <source>, hollow: bins of fewer than {} rows</source>
        <translation>, hohl: Klassen mit weniger als {} Zeilen</translation>
    </message>
    <message>
        <source>initial student, before its first step</source>
        <translation>anfänglicher Schüler, vor seinem ersten Schritt</translation>
    </message>
    <message>
        <source>initial student</source>
        <translation>anfänglicher Schüler</translation>
    </message>
    <message>
        <source>What does the student minimise?</source>
        <translation>Was minimiert der Schüler?</translation>
    </message>
    <message>
        <source>{}, weighted</source>
        <translation>{}, gewichtet</translation>
    </message>
    <message>
        <source>How much of the gap does it recover?</source>
        <translation>Wie viel der Lücke schließt er?</translation>
    </message>
    <message>
        <source>+{} runs</source>
        <translation>+{} Läufe</translation>
    </message>
    <message>
        <source>{}, raw</source>
        <translation>{}, roh</translation>
    </message>
    <message>
        <source>Student accuracy {:.3f}, {}</source>
        <translation>Genauigkeit des Schülers {:.3f}, {}</translation>
    </message>
    <message>
        <source>95 % interval of the PGR of means</source>
        <translation>95-%-Intervall des PGR der Mittel</translation>
    </message>
    <message>
        <source>95 % t interval</source>
        <translation>95-%-t-Intervall</translation>
    </message>
    <message>
        <source>95 % bootstrap interval</source>
        <translation>95-%-Bootstrap-Intervall</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>Standardfehler</translation>
    </message>
    <message>
        <source>smallest to largest</source>
        <translation>kleinster bis größter Wert</translation>
    </message>
    <message>
        <source>mean of {} seeds, {}</source>
        <translation>Mittel über {} Startwerte, {}</translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation>Startwert {}</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation>%1 [%2; %3]</translation>
    </message>
    <message>
        <source>Band: %1</source>
        <translation>Band: %1</translation>
    </message>
    <message>
        <source>{}, low</source>
        <translation>{}, untere Grenze</translation>
    </message>
    <message>
        <source>{}, high</source>
        <translation>{}, obere Grenze</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not trained</source>
        <translation>nicht trainiert</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>n = {}</source>
        <translation>n = {}</translation>
    </message>
    <message>
        <source>no gap</source>
        <translation>keine Lücke</translation>
    </message>
    <message>
        <source>Student, test accuracy</source>
        <translation>Schüler, Testgenauigkeit</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>95 % interval over {} seeds</source>
        <translation>95-%-Intervall über {} Startwerte</translation>
    </message>
    <message>
        <source>one seed: no interval</source>
        <translation>ein Startwert: kein Intervall</translation>
    </message>
    <message>
        <source>mean, 95 % interval over seeds, n = {}</source>
        <translation>Mittelwert, 95-%-Intervall über Startwerte, n = {}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>Each tile is one experiment: a mean over its seeds. Hatched: the interval covers what the weak model reaches, so that the student may have recovered nothing. Framed: the highest mean, which is overestimated, being the highest of many.</source>
        <translation>Jedes Feld ist ein Experiment: ein Mittelwert über seine Startwerte. Schraffiert: Das Intervall enthält, was das schwache Modell erreicht; der Schüler hat vielleicht nichts zurückgewonnen. Umrahmt: der höchste Mittelwert; als höchster von vielen ist er überschätzt.</translation>
    </message>
    <message>
        <source>No run of this study is finished yet.</source>
        <translation>Noch kein Lauf dieser Studie ist fertig.</translation>
    </message>
    <message>
        <source>{} by {}</source>
        <translation>{} nach {}</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Each point is the mean over the seeds of one experiment, with its 95 % interval; all other settings are the same along a line.</source>
        <translation>Jeder Punkt ist der Mittelwert über die Startwerte eines Experiments mit seinem 95-%-Intervall; alle anderen Einstellungen sind entlang einer Linie gleich.</translation>
    </message>
    <message>
        <source>PGR, 95 % interval</source>
        <translation>PGR, 95-%-Intervall</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>student %</source>
        <translation>Schüler %</translation>
    </message>
    <message>
        <source>agreement on weak errors %</source>
        <translation>Übereinstimmung bei Fehlern %</translation>
    </message>
    <message>
        <source>Every run</source>
        <translation>Jeder Lauf</translation>
    </message>
    <message>
        <source>{} runs</source>
        <translation>{} Läufe</translation>
    </message>
    <message>
        <source>{} of {} runs kept</source>
        <translation>{} von {} Läufen behalten</translation>
    </message>
    <message>
        <source>Each line is one run; each axis goes from the smallest value of the study at the bottom to the largest at the top. Drag along an axis to keep the runs in that range.</source>
        <translation>Jede Linie ist ein Lauf; jede Achse reicht vom kleinsten Wert der Studie unten zum größten oben. Ziehen entlang einer Achse behält die Läufe in diesem Bereich.</translation>
    </message>
    <message>
        <source>weak at chance</source>
        <translation>schwach rät</translation>
    </message>
    <message>
        <source>gap in the noise</source>
        <translation>Lücke im Rauschen</translation>
    </message>
    <message>
        <source>starts above weak</source>
        <translation>startet darüber</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>No two cells differ in this setting alone; the lines of all runs compare them.</source>
        <translation>Keine zwei Zellen unterscheiden sich nur in dieser Einstellung; die Linien aller Läufe vergleichen sie.</translation>
    </message>
    <message>
        <source>These values do not form a grid; the lines of all runs compare the cells.</source>
        <translation>Diese Werte bilden kein Gitter; die Linien aller Läufe vergleichen die Zellen.</translation>
    </message>
    <message>
        <source>accuracy; share of rows</source>
        <translation>Genauigkeit; Anteil der Zeilen</translation>
    </message>
    <message>
        <source>accuracy over confidence; bars: share of rows</source>
        <translation>Genauigkeit über Konfidenz; Balken: Anteil der Zeilen</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>accuracy, fewer than {} rows</source>
        <translation>Genauigkeit, weniger als {} Zeilen</translation>
    </message>
    <message>
        <source>95 % t-interval over {} seeds</source>
        <translation>95-%-t-Intervall über {} Seeds</translation>
    </message>
    <message>
        <source>one seed each: no interval</source>
        <translation>je ein Seed: kein Intervall</translation>
    </message>
    <message>
        <source>one seed each: 95 % interval over {} test rows</source>
        <translation>je ein Seed: 95-%-Intervall über {} Testzeilen</translation>
    </message>
    <message>
        <source>Difference of PGR</source>
        <translation>Differenz der PGR</translation>
    </message>
    <message>
        <source>Difference of the students&apos; accuracy</source>
        <translation>Differenz der Genauigkeit der Schüler</translation>
    </message>
    <message>
        <source>{} of {} pairs: those with A</source>
        <translation>{} von {} Paaren: die mit A</translation>
    </message>
    <message>
        <source>Each point is the first one&apos;s mean less the second&apos;s over the seeds that both have, with its 95 % interval. Where the interval covers zero, either may be the better one.</source>
        <translation>Jeder Punkt ist der Mittelwert des ersten minus den des zweiten über die Seeds, die beide haben, mit seinem 95-%-Intervall. Wo das Intervall die Null enthält, kann jedes von beiden das bessere sein.</translation>
    </message>
    <message>
        <source>difference of PGR, 95 % interval</source>
        <translation>Differenz der PGR, 95-%-Intervall</translation>
    </message>
    <message>
        <source>points of accuracy, 95 % interval</source>
        <translation>Punkte Genauigkeit, 95-%-Intervall</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>No two of these can be paired.</source>
        <translation>Keine zwei von diesen lassen sich paaren.</translation>
    </message>
    <message>
        <source>difference of PGR</source>
        <translation>Differenz der PGR</translation>
    </message>
    <message>
        <source>points of accuracy</source>
        <translation>Punkte Genauigkeit</translation>
    </message>
    <message>
        <source>Agreement of the students</source>
        <translation>Übereinstimmung der Schüler</translation>
    </message>
    <message>
        <source>% of test rows with the same class</source>
        <translation>% der Testzeilen mit derselben Klasse</translation>
    </message>
    <message>
        <source>How often two students give a test row the same class, the mean over the seeds that both have. On the diagonal: two seeds of one experiment. Two experiments that agree less than that differ in what they have learnt, not only in how much.</source>
        <translation>Wie oft zwei Schüler einer Testzeile dieselbe Klasse geben, im Mittel über die Seeds, die beide haben. Auf der Diagonale: zwei Seeds eines Experiments. Zwei Experimente, die seltener übereinstimmen, unterscheiden sich darin, was sie gelernt haben, nicht nur wie viel.</translation>
    </message>
    <message>
        <source>The answers of these runs are not recorded.</source>
        <translation>Die Antworten dieser Läufe sind nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>one seed</source>
        <translation>ein Seed</translation>
    </message>
    <message>
        <source>not paired</source>
        <translation>nicht gepaart</translation>
    </message>
    <message>
        <source>A curve for each of what is compared, over its steps: of several seeds the mean with its 95 % interval. Where bands overlap, the table of pairs says more: it takes the seeds&apos; common luck out.</source>
        <translation>Eine Kurve für alles, was verglichen wird, über seine Schritte: bei mehreren Seeds der Mittelwert mit seinem 95-%-Intervall. Wo sich Bänder überdecken, sagt die Tabelle der Paare mehr: Sie rechnet das gemeinsame Glück der Seeds heraus.</translation>
    </message>
    <message>
        <source>The course of these runs is not recorded.</source>
        <translation>Der Verlauf dieser Läufe ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Test accuracy of the student</source>
        <translation>Testgenauigkeit des Schülers</translation>
    </message>
    <message>
        <source>weighted, nats; smoothed {:.2f} over raw</source>
        <translation>gewichtet, nat; geglättet {:.2f} über roh</translation>
    </message>
    <message>
        <source>The weak labels were made elsewhere and not for every test row, so it is unknown how far the student agrees with them there.</source>
        <translation>Die schwachen Labels wurden anderswo und nicht für jede Testzeile gemacht; wie weit der Schüler dort mit ihnen übereinstimmt, ist daher unbekannt.</translation>
    </message>
    <message>
        <source>floor unknown</source>
        <translation>Untergrenze unbekannt</translation>
    </message>
    <message>
        <source>dashed in grey: results of others, not made here</source>
        <translation>grau gestrichelt: Ergebnisse anderer, nicht hier gemacht</translation>
    </message>
    <message>
        <source>PGR {:.2f}</source>
        <translation>PGR {:.2f}</translation>
    </message>
    <message>
        <source>without PGR</source>
        <translation>ohne PGR</translation>
    </message>
    <message>
        <source>Not made here, and on other test rows: {}.</source>
        <translation>Nicht hier gemacht und auf anderen Testbeispielen: {}.</translation>
    </message>
</context>
<context>
    <name>config</name>
    <message>
        <source>-log p at the weak label&apos;s largest class: fine-tuning on generated labels (book eq. 4.10).</source>
        <translation>-log p bei der größten Klasse des schwachen Labels: Fine-Tuning auf erzeugten Labels (Buch, Gl. 4.10).</translation>
    </message>
    <message>
        <source>-sum w log p. Same gradient as forward KL; its minimum is H(w), not 0.</source>
        <translation>-sum w log p. Gleicher Gradient wie Vorwärts-KL; das Minimum ist H(w), nicht 0.</translation>
    </message>
    <message>
        <source>A ReLU layer between features and classes.</source>
        <translation>Eine ReLU-Schicht zwischen Merkmalen und Klassen.</translation>
    </message>
    <message>
        <source>A safetensors file with its model card beside it.</source>
        <translation>Eine safetensors-Datei, neben der ihre Modellkarte liegt.</translation>
    </message>
    <message>
        <source>A sentence on what to look for.</source>
        <translation>Ein Satz dazu, worauf zu achten ist.</translation>
    </message>
    <message>
        <source>A small convolutional encoder, trained self-supervised (SimCLR) without any label. It has seen the images of the weak and transfer rows, not those of the validation and test rows.</source>
        <translation>Ein kleiner Faltungs-Encoder, selbstüberwacht (SimCLR) ohne jedes Label trainiert. Er hat die Bilder der schwachen und der Transferzeilen gesehen, nicht die der Validierungs- und Testzeilen.</translation>
    </message>
    <message>
        <source>A sound pipeline stays near chance: 40 seeds ended between 4 and 18 %, on average at 9.9 %. Only a mean above a tenth would mean that ground truth leaks.</source>
        <translation>Ein sauberer Ablauf bleibt nahe beim Zufall: 40 Startwerte endeten zwischen 4 und 18 %, im Mittel bei 9,9 %. Nur ein Mittel über einem Zehntel hieße, dass wahre Labels durchsickern.</translation>
    </message>
    <message>
        <source>A split that leaves fewer rows on a side is not made.</source>
        <translation>Eine Teilung, die auf einer Seite weniger Beispiele ließe, unterbleibt.</translation>
    </message>
    <message>
        <source>A tree teaches an encoder</source>
        <translation>Ein Baum lehrt einen Encoder</translation>
    </message>
    <message>
        <source>A weaker supervisor</source>
        <translation>Ein schwächerer Lehrer</translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation>Adam beta 1</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam beta 2</translation>
    </message>
    <message>
        <source>Adam with decoupled weight decay.</source>
        <translation>Adam mit entkoppeltem Gewichtszerfall.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Added to each class count of a leaf before the counts become probabilities.</source>
        <translation>Wird zu jeder Klassenzahl eines Blatts addiert, bevor daraus Wahrscheinlichkeiten werden.</translation>
    </message>
    <message>
        <source>An encoder that w2s pretrain wrote.</source>
        <translation>Ein Encoder, den w2s pretrain geschrieben hat.</translation>
    </message>
    <message>
        <source>Argmax</source>
        <translation>Argmax</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Rückgrat</translation>
    </message>
    <message>
        <source>Backbone and head are trained from random initial weights.</source>
        <translation>Rückgrat und Kopf werden aus zufälligen Anfangsgewichten trainiert.</translation>
    </message>
    <message>
        <source>Backbone and head are trained, from the backbone&apos;s stored weights.</source>
        <translation>Rückgrat und Kopf werden trainiert, ausgehend von den gespeicherten Gewichten.</translation>
    </message>
    <message>
        <source>Backbone frozen; its features are computed once and cached.</source>
        <translation>Rückgrat eingefroren; seine Merkmale werden einmal berechnet und gespeichert.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Before training, or by the weak model inside each step (the book&apos;s direct supervision).</source>
        <translation>Vor dem Training, oder vom schwachen Modell in jedem Schritt (die direkte Überwachung des Buches).</translation>
    </message>
    <message>
        <source>Best agreement (honest)</source>
        <translation>Beste Übereinstimmung (ehrlich)</translation>
    </message>
    <message>
        <source>CART with Gini impurity and class shares as leaf probabilities. Its scattered errors are what a student can see through. Weak supervisor only.</source>
        <translation>CART mit Gini-Unreinheit und Klassenanteilen als Wahrscheinlichkeiten der Blätter. Seine verstreuten Fehler kann ein Schüler durchschauen. Nur für das schwache Modell.</translation>
    </message>
    <message>
        <source>Channels of the first block; the next have 2, 4 and 8 times as many.</source>
        <translation>Kanäle des ersten Blocks; die nächsten haben 2-, 4- und 8-mal so viele.</translation>
    </message>
    <message>
        <source>Compatible with the released script, its defect included: the weight follows the run&apos;s share up to the warm-up&apos;s end and then jumps to its full value.</source>
        <translation>Verträglich mit dem veröffentlichten Skript samt seinem Fehler: Das Gewicht folgt bis zum Ende des Warmlaufs dem Anteil des Laufs und springt dann auf seinen vollen Wert.</translation>
    </message>
    <message>
        <source>Confidence term</source>
        <translation>Konfidenzterm</translation>
    </message>
    <message>
        <source>Confidence weight a</source>
        <translation>Konfidenzgewicht a</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Control: no pre-training, raw pixels</source>
        <translation>Kontrolle: kein Vortraining, rohe Pixel</translation>
    </message>
    <message>
        <source>Control: shuffled weak labels</source>
        <translation>Kontrolle: gemischte schwache Labels</translation>
    </message>
    <message>
        <source>Control: the encoder without pre-training</source>
        <translation>Kontrolle: der Encoder ohne Vortraining</translation>
    </message>
    <message>
        <source>Convolutional net</source>
        <translation>Faltungsnetz</translation>
    </message>
    <message>
        <source>Cosine decay</source>
        <translation>Kosinus fallend</translation>
    </message>
    <message>
        <source>Cross-entropy, hard labels</source>
        <translation>Kreuzentropie, harte Labels</translation>
    </message>
    <message>
        <source>Cross-entropy, soft labels</source>
        <translation>Kreuzentropie, weiche Labels</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Decay of the gradient&apos;s mean.</source>
        <translation>Abklingen des Gradientenmittels.</translation>
    </message>
    <message>
        <source>Decay of the squared gradient&apos;s mean.</source>
        <translation>Abklingen des Mittels der quadrierten Gradienten.</translation>
    </message>
    <message>
        <source>Decision tree</source>
        <translation>Entscheidungsbaum</translation>
    </message>
    <message>
        <source>Decoupled for AdamW, added to the gradient for SGD.</source>
        <translation>Bei AdamW entkoppelt, bei SGD zum Gradienten addiert.</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Encoder from a file</source>
        <translation>Encoder aus einer Datei</translation>
    </message>
    <message>
        <source>Entropy weight e</source>
        <translation>Entropiegewicht e</translation>
    </message>
    <message>
        <source>Errors that can be simulated</source>
        <translation>Fehler, die sich nachahmen lassen</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>Auswerten alle</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Falls along half a cosine to 0 at the last step.</source>
        <translation>Fällt entlang eines halben Kosinus auf 0 beim letzten Schritt.</translation>
    </message>
    <message>
        <source>Falls in a straight line to 0 at the last step.</source>
        <translation>Fällt geradlinig auf 0 beim letzten Schritt.</translation>
    </message>
    <message>
        <source>Fashion-SSL encoder</source>
        <translation>Fashion-SSL-Encoder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Fine-tuning on generated labels</source>
        <translation>Fine-Tuning auf erzeugten Labels</translation>
    </message>
    <message>
        <source>Forward KL (the book&apos;s KD loss)</source>
        <translation>Vorwärts-KL (KD-Verlust des Buches)</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>Von Grund auf</translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation>Volles Fine-Tuning</translation>
    </message>
    <message>
        <source>Fully connected ReLU layers on pooled pixels, trained from scratch.</source>
        <translation>Voll verbundene ReLU-Schichten auf gemittelten Pixeln, von Grund auf trainiert.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradientenbegrenzung</translation>
    </message>
    <message>
        <source>Ground truth and a fading weak supervisor</source>
        <translation>Wahre Labels und ein verblassendes schwaches Modell</translation>
    </message>
    <message>
        <source>Ground-truth weight g</source>
        <translation>Gewicht wahrer Labels g</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Hart</translation>
    </message>
    <message>
        <source>Hard labels recover less of the gap than the tree&apos;s probabilities: switch the KD loss to forward KL and compare.</source>
        <translation>Harte Labels schließen weniger von der Lücke als die Wahrscheinlichkeiten des Baums: den KD-Verlust auf Vorwärts-KL stellen und vergleichen.</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Head only</source>
        <translation>Nur der Kopf</translation>
    </message>
    <message>
        <source>Here less is more: lower the confidence weight from 0.75 to 0 and the student gains.</source>
        <translation>Weniger ist hier mehr: Wird das Konfidenzgewicht von 0,75 auf 0 gesenkt, gewinnt der Schüler.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Verdeckte Schichten</translation>
    </message>
    <message>
        <source>Hidden units.</source>
        <translation>Verdeckte Einheiten.</translation>
    </message>
    <message>
        <source>How gradients change the weights.</source>
        <translation>Wie Gradienten die Gewichte ändern.</translation>
    </message>
    <message>
        <source>How the student&apos;s probabilities p are compared with the weak labels w.</source>
        <translation>Wie die Wahrscheinlichkeiten p des Schülers mit den schwachen Labels w verglichen werden.</translation>
    </message>
    <message>
        <source>How the value changes over the run.</source>
        <translation>Wie sich der Wert über den Lauf ändert.</translation>
    </message>
    <message>
        <source>Images as they are.</source>
        <translation>Bilder, wie sie sind.</translation>
    </message>
    <message>
        <source>Jensen-Shannon</source>
        <translation>Jensen-Shannon</translation>
    </message>
    <message>
        <source>KD loss</source>
        <translation>KD-Verlust</translation>
    </message>
    <message>
        <source>KD weight k</source>
        <translation>KD-Gewicht k</translation>
    </message>
    <message>
        <source>KL(p || w): mode-seeking. Weak labels are smoothed so that log 0 cannot occur.</source>
        <translation>KL(p || w): sucht den Modus. Schwache Labels werden geglättet, damit kein log 0 vorkommt.</translation>
    </message>
    <message>
        <source>KL(w || p), book eq. 4.12. Covers every class the weak model gives weight to.</source>
        <translation>KL(w || p), Buch Gl. 4.12. Deckt jede Klasse ab, der das schwache Modell Gewicht gibt.</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>Label-Rauschen</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <source>Laplace smoothing</source>
        <translation>Laplace-Glättung</translation>
    </message>
    <message>
        <source>Largest norm of the whole gradient; 0 = off.</source>
        <translation>Größte Norm des gesamten Gradienten; 0 = aus.</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Length of the training; can be extended after the finish.</source>
        <translation>Länge des Trainings; kann nach dem Ende verlängert werden.</translation>
    </message>
    <message>
        <source>Lets the student trust its own confident predictions over the weak labels.</source>
        <translation>Lässt den Schüler seinen eigenen sicheren Vorhersagen mehr trauen als den schwachen Labels.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Linear decay</source>
        <translation>Linear fallend</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Live supervision on changing images</source>
        <translation>Live-Überwachung auf wechselnden Bildern</translation>
    </message>
    <message>
        <source>Longest path from root to leaf.</source>
        <translation>Längster Weg von der Wurzel zum Blatt.</translation>
    </message>
    <message>
        <source>Mixture share of w</source>
        <translation>Mischungsanteil von w</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>Mehrschichtiges Perzeptron</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Needs live delivery and a student whose backbone runs in the step.</source>
        <translation>Braucht die Lieferung live und einen Schüler, dessen Rückgrat im Schritt mitläuft.</translation>
    </message>
    <message>
        <source>Negative control: weak labels permuted over the rows. A sound pipeline falls to chance.</source>
        <translation>Negativkontrolle: schwache Labels über die Beispiele vertauscht. Ein sauberer Ablauf fällt auf das Zufallsniveau.</translation>
    </message>
    <message>
        <source>Hardly an image comes twice (one in twenty), so few labels can be learnt by heart: does the curve fall after a peak as in &quot;Overfitting the weak labels&quot;?</source>
        <translation>Kaum ein Bild kommt zweimal (eines von zwanzig), also lassen sich wenige Labels auswendig lernen: Fällt die Kurve nach einem Gipfel wie bei „Überanpassung an schwache Labels“?</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Number of hidden layers.</source>
        <translation>Anzahl der verdeckten Schichten.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Off when the student passes</source>
        <translation>Aus, wenn der Schüler vorbeizieht</translation>
    </message>
    <message>
        <source>One hidden layer</source>
        <translation>Eine verdeckte Schicht</translation>
    </message>
    <message>
        <source>One run a seed.</source>
        <translation>Ein Lauf je Startwert.</translation>
    </message>
    <message>
        <source>One weight a feature and class, starting at zero.</source>
        <translation>Ein Gewicht je Merkmal und Klasse, anfangs null.</translation>
    </message>
    <message>
        <source>Only its most probable class.</source>
        <translation>Nur seine wahrscheinlichste Klasse.</translation>
    </message>
    <message>
        <source>OpenAI reference code (two classes)</source>
        <translation>Referenzcode von OpenAI (zwei Klassen)</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Oracle (reads ground truth)</source>
        <translation>Orakel (liest wahre Labels)</translation>
    </message>
    <message>
        <source>Overfitting the weak labels</source>
        <translation>Überanpassung an schwache Labels</translation>
    </message>
    <message>
        <source>Overfitting, held back by confidence</source>
        <translation>Überanpassung, von Konfidenz gebremst</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Pixels a side after average pooling.</source>
        <translation>Pixel je Seite nach dem Mitteln.</translation>
    </message>
    <message>
        <source>Pixels a side of its input.</source>
        <translation>Pixel je Seite der Eingabe.</translation>
    </message>
    <message>
        <source>Plain distillation: a = 0.</source>
        <translation>Reine Destillation: a = 0.</translation>
    </message>
    <message>
        <source>Prior-matched threshold</source>
        <translation>Schwelle nach Klassenanteilen</translation>
    </message>
    <message>
        <source>Probabilities or the most probable class.</source>
        <translation>Wahrscheinlichkeiten oder die wahrscheinlichste Klasse.</translation>
    </message>
    <message>
        <source>Random shifts by up to two pixels and horizontal flips; weak model and student see the same images.</source>
        <translation>Zufällige Verschiebungen um bis zu zwei Pixel und waagrechte Spiegelungen; schwaches Modell und Schüler sehen dieselben Bilder.</translation>
    </message>
    <message>
        <source>Reported student</source>
        <translation>Berichteter Schüler</translation>
    </message>
    <message>
        <source>Reverse KL</source>
        <translation>Rückwärts-KL</translation>
    </message>
    <message>
        <source>Rows a leaf</source>
        <translation>Beispiele je Blatt</translation>
    </message>
    <message>
        <source>Rows a step.</source>
        <translation>Beispiele je Schritt.</translation>
    </message>
    <message>
        <source>Rows for honest selection by agreement with weak labels.</source>
        <translation>Beispiele für die ehrliche Auswahl nach der Übereinstimmung mit schwachen Labels.</translation>
    </message>
    <message>
        <source>Rows of the official test file on which everything is reported.</source>
        <translation>Beispiele der offiziellen Testdatei, auf denen alles berichtet wird.</translation>
    </message>
    <message>
        <source>Rows the weak supervisor labels for the student; the ceiling sees their ground truth.</source>
        <translation>Beispiele, die das schwache Modell für den Schüler labelt; die Obergrenze sieht ihre wahren Labels.</translation>
    </message>
    <message>
        <source>Rows with ground truth</source>
        <translation>Beispiele mit wahren Labels</translation>
    </message>
    <message>
        <source>Rows with ground truth that train the weak supervisor.</source>
        <translation>Beispiele mit wahren Labels, an denen das schwache Modell lernt.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD only.</source>
        <translation>Nur für SGD.</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Share of the run over which the value rises in a straight line from 0.</source>
        <translation>Anteil des Laufs, über den der Wert geradlinig von 0 ansteigt.</translation>
    </message>
    <message>
        <source>Share of the supervision that comes from the student&apos;s own hardened prediction. 0.5 is usual; 0.75 for very strong students.</source>
        <translation>Anteil der Überwachung, der aus der eigenen gehärteten Vorhersage des Schülers kommt. Üblich ist 0,5; 0,75 für sehr starke Schüler.</translation>
    </message>
    <message>
        <source>Share of the transfer rows whose ground truth the student may see.</source>
        <translation>Anteil der Transferzeilen, deren wahre Labels der Schüler sehen darf.</translation>
    </message>
    <message>
        <source>Share of the weak label in the mixture m.</source>
        <translation>Anteil des schwachen Labels an der Mischung m.</translation>
    </message>
    <message>
        <source>Share of the weak split&apos;s ground truth replaced by another class at random.</source>
        <translation>Anteil der wahren Labels des schwachen Teils, der zufällig durch eine andere Klasse ersetzt wird.</translation>
    </message>
    <message>
        <source>Share of uniform probability mixed into the weak labels.</source>
        <translation>Anteil der Gleichverteilung, der den schwachen Labels beigemischt wird.</translation>
    </message>
    <message>
        <source>Shift and flip</source>
        <translation>Verschieben und spiegeln</translation>
    </message>
    <message>
        <source>Shuffle weak labels</source>
        <translation>Schwache Labels mischen</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Softens both w and p before they are compared; the loss is multiplied by T^2. Above 1 the small probabilities count more. Hard labels ignore it.</source>
        <translation>Macht w und p vor dem Vergleich weicher; der Verlust wird mit T^2 multipliziert. Über 1 zählen kleine Wahrscheinlichkeiten mehr. Harte Labels beachten sie nicht.</translation>
    </message>
    <message>
        <source>Step size. Long or fast training fits the weak model&apos;s errors too.</source>
        <translation>Schrittweite. Langes oder schnelles Training lernt auch die Fehler des schwachen Modells.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps between evaluations; 0 chooses.</source>
        <translation>Schritte zwischen Auswertungen; 0 wählt selbst.</translation>
    </message>
    <message>
        <source>Stochastic gradient descent with momentum.</source>
        <translation>Stochastischer Gradientenabstieg mit Impuls.</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Strong model</source>
        <translation>Starkes Modell</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Switches to 0 once the student beats the weak supervisor on the validation rows. Reads their ground truth.</source>
        <translation>Springt auf 0, sobald der Schüler das schwache Modell auf den Validierungsbeispielen übertrifft. Liest deren wahre Labels.</translation>
    </message>
    <message>
        <source>Temperature T</source>
        <translation>Temperatur T</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>Testbeispiele</translation>
    </message>
    <message>
        <source>The base value throughout.</source>
        <translation>Durchweg der Grundwert.</translation>
    </message>
    <message>
        <source>The ceiling is not above the weak floor, so there is no gap to recover.</source>
        <translation>Die Obergrenze liegt nicht über der Untergrenze, also gibt es keine Lücke zu schließen.</translation>
    </message>
    <message>
        <source>The encoder of fashion-ssl with random initial weights, trained from scratch.</source>
        <translation>Der Encoder von fashion-ssl mit zufälligen Anfangsgewichten, von Grund auf trainiert.</translation>
    </message>
    <message>
        <source>The evaluation with the best agreement with weak labels on the validation rows.</source>
        <translation>Die Auswertung mit der besten Übereinstimmung mit schwachen Labels auf den Validierungsbeispielen.</translation>
    </message>
    <message>
        <source>The evaluation with the best test accuracy: an upper bound nobody can use in earnest.</source>
        <translation>Die Auswertung mit der besten Testgenauigkeit: eine Schranke, die im Ernst niemand nutzen kann.</translation>
    </message>
    <message>
        <source>The floor drops further than the student does: predict both accuracies before you start.</source>
        <translation>Die Untergrenze sinkt weiter als der Schüler: vor dem Start beide Genauigkeiten vorhersagen.</translation>
    </message>
    <message>
        <source>The floor is that of the tree, the gain is far smaller than with the same recipe in &quot;Overfitting the weak labels&quot;: look at the agreement on items where the weak model is wrong.</source>
        <translation>Die Untergrenze ist die des Baums, der Gewinn ist viel kleiner als mit demselben Rezept in „Überanpassung an schwache Labels“: auf die Übereinstimmung dort achten, wo das schwache Modell irrt.</translation>
    </message>
    <message>
        <source>The gap between the weak floor and the ceiling is below one point or within its own uncertainty, so this ratio says little.</source>
        <translation>Die Lücke zwischen Unter- und Obergrenze ist kleiner als ein Punkt oder als ihre eigene Unsicherheit, also sagt dieses Verhältnis wenig.</translation>
    </message>
    <message>
        <source>The image itself, average-pooled to size x size. Nothing is learned.</source>
        <translation>Das Bild selbst, gemittelt auf Größe x Größe. Nichts wird gelernt.</translation>
    </message>
    <message>
        <source>The model as it is after the last step.</source>
        <translation>Das Modell, wie es nach dem letzten Schritt ist.</translation>
    </message>
    <message>
        <source>The same long training, yet the curve falls less and ends higher: compare its end with that of &quot;Overfitting the weak labels&quot;.</source>
        <translation>Dasselbe lange Training, doch die Kurve fällt weniger und endet höher: ihr Ende mit dem von „Überanpassung an schwache Labels“ vergleichen.</translation>
    </message>
    <message>
        <source>The same network without what it learnt from unlabelled images: how much of the gain is left?</source>
        <translation>Dasselbe Netz ohne das, was es aus ungelabelten Bildern gelernt hat: Wie viel des Gewinns bleibt?</translation>
    </message>
    <message>
        <source>The strong model is above the weak floor before its first step on weak labels, so this ratio says little about what the weak labels taught it.</source>
        <translation>Das starke Modell liegt schon vor seinem ersten Schritt auf schwachen Labels über der Untergrenze, also sagt dieses Verhältnis wenig darüber, was es aus den schwachen Labels gelernt hat.</translation>
    </message>
    <message>
        <source>The student passes its supervisor within a second; set the confidence weight to 0 and see how much of the gap was its doing.</source>
        <translation>Der Schüler überholt seinen Lehrer binnen einer Sekunde; mit Konfidenzgewicht 0 zeigt sich, wie viel der Lücke ihm zu verdanken war.</translation>
    </message>
    <message>
        <source>The student peaks early and then learns the tree&apos;s mistakes; raise the confidence weight while it trains and watch.</source>
        <translation>Der Schüler erreicht früh seinen Gipfel und lernt dann die Fehler des Baums; das Konfidenzgewicht während des Trainings erhöhen und zusehen.</translation>
    </message>
    <message>
        <source>The student starts from its weak supervisor and ends on a few true labels: watch the two terms trade places, then set the KD weight to 0 to see what those labels do alone.</source>
        <translation>Der Schüler beginnt beim schwachen Modell und endet bei wenigen wahren Labels: Die beiden Terme tauschen die Plätze. Danach das KD-Gewicht auf 0 setzen und sehen, was diese Labels allein bewirken.</translation>
    </message>
    <message>
        <source>The student&apos;s most probable class is its own target.</source>
        <translation>Die wahrscheinlichste Klasse des Schülers ist sein eigenes Ziel.</translation>
    </message>
    <message>
        <source>The weak model runs inside each training step on the batch the student sees.</source>
        <translation>Das schwache Modell läuft in jedem Trainingsschritt auf den Beispielen, die der Schüler sieht.</translation>
    </message>
    <message>
        <source>The weak supervisor is no better than always answering the most frequent class, so it has nothing to teach and this ratio says little.</source>
        <translation>Das schwache Modell ist nicht besser, als immer die häufigste Klasse zu nennen; es hat also nichts zu lehren, und dieses Verhältnis sagt wenig.</translation>
    </message>
    <message>
        <source>The weak supervisor&apos;s class probabilities.</source>
        <translation>Die Klassenwahrscheinlichkeiten des schwachen Modells.</translation>
    </message>
    <message>
        <source>The whole encoder learns</source>
        <translation>Der ganze Encoder lernt</translation>
    </message>
    <message>
        <source>Thumbnail side</source>
        <translation>Seite des Vorschaubilds</translation>
    </message>
    <message>
        <source>Trained part</source>
        <translation>Trainierter Teil</translation>
    </message>
    <message>
        <source>Transfer rows</source>
        <translation>Transferzeilen</translation>
    </message>
    <message>
        <source>Turns a row into features.</source>
        <translation>Macht aus einem Beispiel Merkmale.</translation>
    </message>
    <message>
        <source>Turns features into class probabilities.</source>
        <translation>Macht aus Merkmalen Klassenwahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Units a hidden layer.</source>
        <translation>Einheiten je verdeckter Schicht.</translation>
    </message>
    <message>
        <source>Validation rows</source>
        <translation>Validierungsbeispiele</translation>
    </message>
    <message>
        <source>Version of this file&apos;s format.</source>
        <translation>Version des Dateiformats.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Warmlauf</translation>
    </message>
    <message>
        <source>Weak labels</source>
        <translation>Schwache Labels</translation>
    </message>
    <message>
        <source>Weak labels are computed once, before training.</source>
        <translation>Schwache Labels werden einmal berechnet, vor dem Training.</translation>
    </message>
    <message>
        <source>Weak model</source>
        <translation>Schwaches Modell</translation>
    </message>
    <message>
        <source>Weak model&apos;s training</source>
        <translation>Training des schwachen Modells</translation>
    </message>
    <message>
        <source>Weak rows</source>
        <translation>Beispiele für das schwache Modell</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtszerfall</translation>
    </message>
    <message>
        <source>Weight of the cross-entropy against ground truth on the transfer rows.</source>
        <translation>Gewicht der Kreuzentropie gegen wahre Labels auf den Transferzeilen.</translation>
    </message>
    <message>
        <source>Weight of the student&apos;s prediction entropy: positive sharpens, negative flattens.</source>
        <translation>Gewicht der Vorhersage-Entropie des Schülers: positiv schärft, negativ verflacht.</translation>
    </message>
    <message>
        <source>Weight of the supervision by the weak model (lambda in the book).</source>
        <translation>Gewicht der Überwachung durch das schwache Modell (lambda im Buch).</translation>
    </message>
    <message>
        <source>What lists and figures call the experiment.</source>
        <translation>Wie Listen und Abbildungen das Experiment nennen.</translation>
    </message>
    <message>
        <source>When confidence hurts</source>
        <translation>Wenn Konfidenz schadet</translation>
    </message>
    <message>
        <source>Which evaluation the student&apos;s number comes from.</source>
        <translation>Aus welcher Auswertung die Zahl des Schülers stammt.</translation>
    </message>
    <message>
        <source>Which weights change during training.</source>
        <translation>Welche Gewichte sich im Training ändern.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Slower, since every weight learns: watch how far the student follows the weak model on items where it is wrong.</source>
        <translation>Langsamer, weil jedes Gewicht lernt: darauf achten, wie weit der Schüler dem schwachen Modell folgt, wo es irrt.</translation>
    </message>
    <message>
        <source>auto, cpu or cuda:0.</source>
        <translation>auto, cpu oder cuda:0.</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>As the student</source>
        <translation>Wie der Schüler</translation>
    </message>
    <message>
        <source>Common ceiling</source>
        <translation>Gemeinsame Obergrenze</translation>
    </message>
    <message>
        <source>How the reference model is trained.</source>
        <translation>Wie das Bezugsmodell trainiert wird.</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Much of the gain needs no strong features; compare the PGR against the common ceiling with that of &quot;A tree teaches an encoder&quot;, since the own ceiling is lower here.</source>
        <translation>Viel vom Gewinn braucht keine starken Merkmale; die PGR gegen die gemeinsame Obergrenze mit der von „Ein Baum lehrt einen Encoder“ vergleichen, denn die eigene Obergrenze liegt hier tiefer.</translation>
    </message>
    <message>
        <source>Reference backbone</source>
        <translation>Rückgrat des Bezugsmodells</translation>
    </message>
    <message>
        <source>Reference head</source>
        <translation>Kopf des Bezugsmodells</translation>
    </message>
    <message>
        <source>Reference optimiser</source>
        <translation>Optimierer des Bezugsmodells</translation>
    </message>
    <message>
        <source>Reference recipe</source>
        <translation>Training des Bezugsmodells</translation>
    </message>
    <message>
        <source>Settings of its own, where those of the student would not suit the reference model.</source>
        <translation>Eigene Einstellungen, wo die des Schülers zum Bezugsmodell nicht passen.</translation>
    </message>
    <message>
        <source>The optimiser&apos;s settings of student and ceiling.</source>
        <translation>Die Einstellungen des Optimierers von Schüler und Obergrenze.</translation>
    </message>
    <message>
        <source>Train a reference</source>
        <translation>Bezugsmodell trainieren</translation>
    </message>
    <message>
        <source>Trained part of the reference</source>
        <translation>Trainierter Teil des Bezugsmodells</translation>
    </message>
    <message>
        <source>Trains the model below on the transfer rows&apos; ground truth too, and reports PGR against it beside PGR against the own ceiling.</source>
        <translation>Trainiert auch das folgende Modell auf den wahren Labels der Transferzeilen und nennt die PGR gegen dieses neben der gegen die eigene Obergrenze.</translation>
    </message>
    <message>
        <source>Turns a row into the reference model&apos;s features.</source>
        <translation>Macht aus einem Beispiel die Merkmale des Bezugsmodells.</translation>
    </message>
    <message>
        <source>Turns the reference model&apos;s features into class probabilities.</source>
        <translation>Macht aus den Merkmalen des Bezugsmodells Klassenwahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Which of the reference model&apos;s weights change during training.</source>
        <translation>Welche Gewichte des Bezugsmodells sich beim Training ändern.</translation>
    </message>
    <message>
        <source>Hardened so that a batch keeps the weak labels&apos; class balance. Two classes: by the batch quantile (Burns et al. eq. 1), exact to a row; ties are split. More classes: argmax of p_c wbar_c / pbar_c, a rule of this program that keeps the balance approximately. Needs batches of at least 2 rows; a few rows a class are better.</source>
        <translation>So gehärtet, dass ein Batch die Klassenanteile der schwachen Labels behält. Zwei Klassen: über das Quantil des Batchs (Burns et al. Gl. 1), auf eine Zeile genau; Gleichstände werden aufgeteilt. Mehr Klassen: argmax von p_c wbar_c / pbar_c, eine Regel dieses Programms, die die Anteile ungefähr behält. Braucht Batches von mindestens 2 Zeilen; einige Zeilen je Klasse sind besser.</translation>
    </message>
    <message>
        <source>Jensen-Shannon, not normalised (GKD)</source>
        <translation>Jensen-Shannon, nicht normiert (GKD)</translation>
    </message>
    <message>
        <source>[beta KL(w || m) + (1 - beta) KL(p || m)] / (beta (1 - beta)), m = beta w + (1 - beta) p. Bounded; becomes the forward KL as beta goes to 0 and the reverse KL as beta goes to 1.</source>
        <translation>[beta KL(w || m) + (1 - beta) KL(p || m)] / (beta (1 - beta)), m = beta w + (1 - beta) p. Beschränkt; wird zur Vorwärts-KL, wenn beta gegen 0 geht, und zur Rückwärts-KL, wenn beta gegen 1 geht.</translation>
    </message>
    <message>
        <source>beta KL(w || m) + (1 - beta) KL(p || m), m = beta w + (1 - beta) p, as generalised knowledge distillation writes it. Its size falls with beta (1 - beta): at beta = 0.01 it is about 1/100 of the forward KL.</source>
        <translation>beta KL(w || m) + (1 - beta) KL(p || m), m = beta w + (1 - beta) p, wie die verallgemeinerte Wissensdestillation es schreibt. Die Größe fällt mit beta (1 - beta): bei beta = 0,01 ist sie etwa 1/100 der Vorwärts-KL.</translation>
    </message>
    <message>
        <source>-log p of the true class, on transfer rows whose ground truth may be used.</source>
        <translation>-log p der wahren Klasse, auf Transferzeilen, deren wahre Labels benutzt werden dürfen.</translation>
    </message>
    <message>
        <source>-sum p log p: a positive weight sharpens the student, a negative one flattens it.</source>
        <translation>-sum p log p: ein positives Gewicht schärft den Schüler, ein negatives glättet ihn.</translation>
    </message>
    <message>
        <source>Cross-entropy, ground truth</source>
        <translation>Kreuzentropie, wahre Labels</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Further term</source>
        <translation>Weiterer Term</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Names the term&apos;s columns and its key: objective.term.NAME.</source>
        <translation>Benennt die Spalten des Terms und seinen Schlüssel: objective.term.NAME.</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Strong model on the weak rows</source>
        <translation>Starkes Modell auf den schwachen Zeilen</translation>
    </message>
    <message>
        <source>Trains the strong model on the very labels that trained the weak supervisor: what those labels give without a supervisor in between.</source>
        <translation>Trainiert das starke Modell auf genau den Labels, mit denen das schwache Modell trainiert wurde: was diese Labels ohne ein Modell dazwischen ergeben.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Weight of the term in the sum that the student minimises; not shared out by a.</source>
        <translation>Gewicht des Terms in der Summe, die der Schüler minimiert; a teilt es nicht auf.</translation>
    </message>
    <message>
        <source>What the term compares. KD losses take the objective&apos;s temperature.</source>
        <translation>Was der Term vergleicht. KD-Verluste nehmen die Temperatur der Zielfunktion.</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>Cosines of random directions in the plane (Rahimi and Recht 2007): a linear head on them draws a smooth, curved boundary.</source>
        <translation>Kosinusse zufälliger Richtungen in der Ebene (Rahimi und Recht 2007): Ein linearer Kopf darauf zieht eine glatte, gekrümmte Grenze.</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Number of cosines, each a feature.</source>
        <translation>Anzahl der Kosinusse, jeder ein Merkmal.</translation>
    </message>
    <message>
        <source>Points of the plane</source>
        <translation>Punkte der Ebene</translation>
    </message>
    <message>
        <source>Random Fourier features</source>
        <translation>Zufällige Fourier-Merkmale</translation>
    </message>
    <message>
        <source>Standard deviation of the random directions&apos; lengths: the larger it is, the more the boundary may bend.</source>
        <translation>Standardabweichung der Längen der zufälligen Richtungen: Je größer sie ist, desto stärker darf sich die Grenze krümmen.</translation>
    </message>
    <message>
        <source>The two coordinates of the point themselves. Nothing is learned.</source>
        <translation>Die beiden Koordinaten des Punktes selbst. Nichts wird gelernt.</translation>
    </message>
    <message>
        <source>Two moons in the plane: the weak labels are wrong in scattered boxes that the student&apos;s smooth boundary cannot copy.</source>
        <translation>Zwei Monde in der Ebene: Die schwachen Labels sind in verstreuten Kästchen falsch, denen die glatte Grenze des Schülers nicht folgen kann.</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>A later version of W2S Lab recorded this ratio and had a reason against it that this version does not know.</source>
        <translation>Eine neuere Version von W2S Lab hat dieses Verhältnis aufgezeichnet und einen Grund dagegen gehabt, den diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>A registered name (`w2s data list` prints them), or the path of a card of your own data, CARD.toml.</source>
        <translation>Ein bekannter Name (`w2s data list` zeigt sie) oder der Pfad einer Karte eigener Daten, KARTE.toml.</translation>
    </message>
    <message>
        <source>Feature set</source>
        <translation>Merkmalsatz</translation>
    </message>
    <message>
        <source>Features of the card</source>
        <translation>Merkmale der Karte</translation>
    </message>
    <message>
        <source>Name of a feature set in the data set&apos;s card; empty: its first.</source>
        <translation>Name eines Merkmalsatzes in der Karte des Datensatzes; leer: ihr erster.</translation>
    </message>
    <message>
        <source>Numbers that another program made of each row, as the data set&apos;s card names them. Nothing is learned here.</source>
        <translation>Zahlen, die ein anderes Programm aus jeder Zeile gemacht hat, wie die Karte des Datensatzes sie nennt. Hier wird nichts gelernt.</translation>
    </message>
    <message>
        <source>Labels made elsewhere</source>
        <translation>Anderswo gemachte Labels</translation>
    </message>
    <message>
        <source>Name of weak labels in the data set&apos;s card, which another program made. No weak model is trained then, and its other settings are not looked at.</source>
        <translation>Name schwacher Labels in der Karte des Datensatzes, die ein anderes Programm gemacht hat. Dann wird kein schwaches Modell trainiert, und seine anderen Einstellungen gelten nicht.</translation>
    </message>
    <message>
        <source>The weak labels were made elsewhere and not for every test row, so the weak floor is unknown and there is no ratio.</source>
        <translation>Die schwachen Labels wurden anderswo und nicht für jede Testzeile gemacht; die Untergrenze ist daher unbekannt, und es gibt keinen Anteil.</translation>
    </message>
    <message>
        <source>Debian package descriptions</source>
        <translation>Beschreibungen von Debian-Paketen</translation>
    </message>
    <message>
        <source>Texts without a language model: few words supervise many. Raise the confidence weight and watch the student leave its supervisor.</source>
        <translation>Texte ohne Sprachmodell: wenige Wörter unterrichten viele. Erhöhen Sie das Konfidenzgewicht und sehen Sie, wie sich der Schüler von seinem Lehrer löst.</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source> (nor gzip)</source>
        <translation> (auch nicht gzip)</translation>
    </message>
    <message>
        <source> Check the permissions, or choose another folder.</source>
        <translation> Zugriffsrechte prüfen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source> Raise the limit on open files (ulimit -n), or close other programs.</source>
        <translation> Die Grenze für offene Dateien anheben (ulimit -n) oder andere Programme schließen.</translation>
    </message>
    <message>
        <source> Free some space, or choose another workspace.</source>
        <translation> Platz schaffen oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source> and {} more</source>
        <translation> und {} weitere</translation>
    </message>
    <message>
        <source> from {} to {}{}</source>
        <translation> von {} bis {}{}</translation>
    </message>
    <message>
        <source> inside its gzip stream</source>
        <translation> im gzip-Strom</translation>
    </message>
    <message>
        <source> of at least {}{}</source>
        <translation> von mindestens {}{}</translation>
    </message>
    <message>
        <source> of at most {}{}</source>
        <translation> von höchstens {}{}</translation>
    </message>
    <message>
        <source>1 dimension</source>
        <translation>1 Dimension</translation>
    </message>
    <message>
        <source>1 is</source>
        <translation>1</translation>
    </message>
    <message>
        <source>; did you mean &quot;{}&quot;?</source>
        <translation>; gemeint ist vielleicht „{}“?</translation>
    </message>
    <message>
        <source>; known here: {}.</source>
        <translation>; bekannt sind hier: {}.</translation>
    </message>
    <message>
        <source>; there is nothing to set at this place.</source>
        <translation>; an dieser Stelle gibt es nichts einzustellen.</translation>
    </message>
    <message>
        <source>A decision tree cannot be fitted to {} rows of {} features with {} labels of {} classes and {} values.</source>
        <translation>Ein Entscheidungsbaum kann nicht an {} Beispielen zu {} Merkmalen mit {} Labels aus {} Klassen und {} Werten angepasst werden.</translation>
    </message>
    <message>
        <source>A decision tree is fitted, not trained by gradients: use it for the weak model.</source>
        <translation>Ein Entscheidungsbaum wird angepasst, nicht durch Gradienten trainiert: Er taugt nur als schwaches Modell.</translation>
    </message>
    <message>
        <source>A decision tree needs depth &gt;= 0, min_leaf_rows &gt;= 1 and laplace &gt;= 0.</source>
        <translation>Ein Entscheidungsbaum braucht depth &gt;= 0, min_leaf_rows &gt;= 1 und laplace &gt;= 0.</translation>
    </message>
    <message>
        <source>A run {} exists already.</source>
        <translation>Einen Lauf {} gibt es bereits.</translation>
    </message>
    <message>
        <source>A stored model does not fit its configuration: &apos;{}&apos; is {}.</source>
        <translation>Ein gespeichertes Modell passt nicht zu seiner Konfiguration: „{}“ ist {}.</translation>
    </message>
    <message>
        <source>A stored model lacks its feature scaling (scaling.mean, scaling.factor).</source>
        <translation>Einem gespeicherten Modell fehlt die Skalierung der Merkmale (scaling.mean, scaling.factor).</translation>
    </message>
    <message>
        <source>A thumbnail of {} x {} pixels cannot be made from images of {} x {}: choose a size from 1 to {}.</source>
        <translation>Ein Vorschaubild von {} x {} Pixeln lässt sich nicht aus Bildern von {} x {} machen: eine Größe von 1 bis {} wählen.</translation>
    </message>
    <message>
        <source>Cannot list &quot;{}&quot;: {}.</source>
        <translation>„{}“ kann nicht aufgelistet werden: {}.</translation>
    </message>
    <message>
        <source>Cannot write the log file {}: {}. Going on without it.</source>
        <translation>Die Protokolldatei {} kann nicht geschrieben werden: {}. Es geht ohne sie weiter.</translation>
    </message>
    <message>
        <source>Cannot {} {}: {}.{}</source>
        <translation>{} nicht möglich: {}: {}.{}</translation>
    </message>
    <message>
        <source>Feature {} of row {} is {}: a decision tree needs finite features.</source>
        <translation>Merkmal {} von Beispiel {} ist {}: Ein Entscheidungsbaum braucht endliche Merkmale.</translation>
    </message>
    <message>
        <source>LibTorch is a CPU build or sees no NVIDIA driver; for a GPU start with W2S_TORCH_SPEC=torch and a CUDA wheel</source>
        <translation>LibTorch ist ein CPU-Build oder sieht keinen NVIDIA-Treiber; für eine GPU mit W2S_TORCH_SPEC=torch und einem CUDA-Paket starten</translation>
    </message>
    <message>
        <source>Predictions at step {} do not continue {}.</source>
        <translation>Die Vorhersagen von Schritt {} setzen {} nicht fort.</translation>
    </message>
    <message>
        <source>Row {} has the label {}, outside 0 to {}.</source>
        <translation>Zeile {} hat das Label {}, außerhalb von 0 bis {}.</translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; cannot be stored: its type has no safetensors name.</source>
        <translation>Der Tensor „{}“ kann nicht gespeichert werden: Sein Typ hat keinen safetensors-Namen.</translation>
    </message>
    <message>
        <source>Tensors cannot be stored: a name or a metadata text is not UTF-8.</source>
        <translation>Die Tensoren können nicht gespeichert werden: Ein Name oder ein Text der Metadaten ist kein UTF-8.</translation>
    </message>
    <message>
        <source>Tensors cannot be stored: the name &apos;{}&apos; is {}.</source>
        <translation>Die Tensoren können nicht gespeichert werden: Der Name „{}“ ist {}.</translation>
    </message>
    <message>
        <source>The configuration has {} problems:</source>
        <translation>Die Konfiguration hat {} Fehler:</translation>
    </message>
    <message>
        <source>The encoder {} is for images of {} x {} pixels; these have {} x {}.</source>
        <translation>Der Encoder {} ist für Bilder von {} x {} Pixeln; diese haben {} x {}.</translation>
    </message>
    <message>
        <source>The event</source>
        <translation>Das Ereignis</translation>
    </message>
    <message>
        <source>The loss of the stage {} became NaN or infinite at step {} (term: {}). Lower {}.learning_rate, or set {}.clip_norm.</source>
        <translation>Der Verlust der Stufe {} wurde NaN oder unendlich bei Schritt {} (Term: {}). {}.learning_rate senken oder {}.clip_norm setzen.</translation>
    </message>
    <message>
        <source>The predictions at step {} in {} are incomplete.</source>
        <translation>Die Vorhersagen von Schritt {} in {} sind unvollständig.</translation>
    </message>
    <message>
        <source>The program&apos;s own file &quot;{}&quot; is missing; looked in {}. Install the program again, or set W2S_RESOURCES to its resources folder.</source>
        <translation>Die programmeigene Datei „{}“ fehlt; gesucht wurde in {}. Das Programm neu installieren oder W2S_RESOURCES auf seinen Ordner resources setzen.</translation>
    </message>
    <message>
        <source>The run {} cannot be continued: data, weights, device or program changed since it was made (stage {}). Start it anew with its configuration instead.</source>
        <translation>Der Lauf {} kann nicht fortgesetzt werden: Daten, Gewichte, Gerät oder Programm haben sich seitdem geändert (Stufe {}). Stattdessen mit seiner Konfiguration neu starten.</translation>
    </message>
    <message>
        <source>The run {} has not come to its end. Resume it instead.</source>
        <translation>Der Lauf {} ist nicht zu Ende. Stattdessen fortsetzen.</translation>
    </message>
    <message>
        <source>The run {} is finished. Extend it to train on.</source>
        <translation>Der Lauf {} ist fertig. Zum Weitertrainieren verlängern.</translation>
    </message>
    <message>
        <source>The run {} is finished. Repeat it with --replay, or train it on with more steps.</source>
        <translation>Der Lauf {} ist fertig. Mit --replay wiederholen oder mit mehr Schritten weitertrainieren.</translation>
    </message>
    <message>
        <source>The run {} is over; its record takes no more events.</source>
        <translation>Der Lauf {} ist vorbei; seine Aufzeichnung nimmt keine Ereignisse mehr auf.</translation>
    </message>
    <message>
        <source>The run {} is running. Stop it first, or wait for its end.</source>
        <translation>Der Lauf {} läuft noch. Zuerst anhalten oder sein Ende abwarten.</translation>
    </message>
    <message>
        <source>The run {} is running. Stop it first.</source>
        <translation>Der Lauf {} läuft noch. Zuerst anhalten.</translation>
    </message>
    <message>
        <source>The splits do not fit {}: {}</source>
        <translation>Die Aufteilung passt nicht zu {}: {}</translation>
    </message>
    <message>
        <source>The stage {}</source>
        <translation>Die Stufe {}</translation>
    </message>
    <message>
        <source>The stored decision tree is damaged: its tables are no tree.</source>
        <translation>Der gespeicherte Entscheidungsbaum ist beschädigt: Seine Tabellen sind kein Baum.</translation>
    </message>
    <message>
        <source>The stored tree lacks the tensor {}.</source>
        <translation>Dem gespeicherten Baum fehlt der Tensor {}.</translation>
    </message>
    <message>
        <source>The stored weak model lacks a fitting tensor {}.</source>
        <translation>Dem gespeicherten schwachen Modell fehlt ein passender Tensor {}.</translation>
    </message>
    <message>
        <source>The summary</source>
        <translation>Die Zusammenfassung</translation>
    </message>
    <message>
        <source>The workspace {} cannot be used. {} Another one is chosen with --workspace DIR or the variable W2S_WORKSPACE.</source>
        <translation>Der Arbeitsbereich {} ist nicht benutzbar. {} Einen anderen wählt --workspace ORDNER oder die Variable W2S_WORKSPACE.</translation>
    </message>
    <message>
        <source>The workspace {} has {} free, and this needs about {}. Free some space, or choose another workspace.</source>
        <translation>Im Arbeitsbereich {} sind {} frei, gebraucht werden etwa {}. Platz schaffen oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>There are no predictions in {}.</source>
        <translation>In {} gibt es keine Vorhersagen.</translation>
    </message>
    <message>
        <source>There is no configuration file &quot;{}&quot;.</source>
        <translation>Es gibt keine Konfigurationsdatei „{}“.</translation>
    </message>
    <message>
        <source>There is no data set named &quot;{}&quot;. Did you mean &quot;{}&quot;? Known: {}.</source>
        <translation>Es gibt keinen Datensatz namens „{}“. Gemeint ist vielleicht „{}“? Bekannt: {}.</translation>
    </message>
    <message>
        <source>There is no preset &quot;{}&quot;{} Presets: {}.</source>
        <translation>Es gibt keine Vorlage „{}“{} Vorlagen: {}.</translation>
    </message>
    <message>
        <source>There is no run in {} any more.</source>
        <translation>In {} ist kein Lauf mehr.</translation>
    </message>
    <message>
        <source>There is no run {} in {}.</source>
        <translation>Es gibt keinen Lauf {} in {}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this run. Use fewer rows or a smaller model, or close other programs; then continue the run.</source>
        <translation>Der Arbeitsspeicher reicht für diesen Lauf nicht. Weniger Beispiele oder ein kleineres Modell nehmen oder andere Programme schließen; dann den Lauf fortsetzen.</translation>
    </message>
    <message>
        <source>There is not enough memory for this stage. Use a smaller batch, fewer rows or a smaller model, or close other programs.</source>
        <translation>Der Arbeitsspeicher reicht für diese Stufe nicht. Einen kleineren Batch, weniger Beispiele oder ein kleineres Modell nehmen oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>There is not enough memory to read {}. Close other programs.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um {} zu lesen. Andere Programme schließen.</translation>
    </message>
    <message>
        <source>&quot;color&quot; is {}, not 0 to {}</source>
        <translation>„color“ ist {}, nicht 0 bis {}</translation>
    </message>
    <message>
        <source>&quot;config&quot;: {}</source>
        <translation>„config“: {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot name a run&apos;s folder.</source>
        <translation>„{}“ taugt nicht als Name eines Laufordners.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is missing</source>
        <translation>„{}“ fehlt</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no fingerprint of a stage.</source>
        <translation>„{}“ ist kein Fingerabdruck einer Stufe.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a number</source>
        <translation>„{}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not {}</source>
        <translation>„{}“ ist nicht: {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; names no stage: &quot;{}&quot;</source>
        <translation>„{}“ nennt keine Stufe: „{}“</translation>
    </message>
    <message>
        <source>&quot;{}&quot; sets nothing: write key=value, for example objective.temperature=2.</source>
        <translation>„{}“ setzt nichts: Schlüssel=Wert schreiben, zum Beispiel objective.temperature=2.</translation>
    </message>
    <message>
        <source>a later version of W2S Lab wrote it</source>
        <translation>eine neuere Version von W2S Lab hat es geschrieben</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a number{}</source>
        <translation>eine Zahl{}</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a table of settings</source>
        <translation>eine Tabelle von Einstellungen</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a whole number{}</source>
        <translation>eine ganze Zahl{}</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>another version of the program wrote it</source>
        <translation>eine andere Version des Programms hat es geschrieben</translation>
    </message>
    <message>
        <source>are more than {} runs</source>
        <translation>sind mehr als {} Läufe</translation>
    </message>
    <message>
        <source>are not whole numbers from 0 to {}</source>
        <translation>sind keine ganzen Zahlen von 0 bis {}</translation>
    </message>
    <message>
        <source>ask for the free space of</source>
        <translation>Abfragen des freien Platzes</translation>
    </message>
    <message>
        <source>belongs to another configuration or another version of the program</source>
        <translation>gehört zu einer anderen Konfiguration oder einer anderen Version des Programms</translation>
    </message>
    <message>
        <source>common_ceiling.head is tree, but a tree cannot be trained through a loss, so only the weak model can be one; choose linear or mlp.</source>
        <translation>common_ceiling.head ist tree, aber ein Baum lässt sich nicht über einen Verlust trainieren, also kann nur das schwache Modell einer sein; linear oder mlp wählen.</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>device is &quot;{}&quot;, but must be auto, cpu, cuda or a numbered GPU such as cuda:0; auto picks the best there is.</source>
        <translation>device ist „{}“, muss aber auto, cpu, cuda oder eine nummerierte GPU wie cuda:0 sein; auto nimmt das Beste, was da ist.</translation>
    </message>
    <message>
        <source>device is &quot;{}&quot;, but {}. Set device = &quot;cpu&quot; or &quot;auto&quot;.</source>
        <translation>device ist „{}“, aber {}. device = &quot;cpu&quot; oder &quot;auto&quot; setzen.</translation>
    </message>
    <message>
        <source>device is &quot;{}&quot;. Allowed: auto, cpu, cuda:0, cuda:1, ...</source>
        <translation>device ist „{}“. Erlaubt: auto, cpu, cuda:0, cuda:1, ...</translation>
    </message>
    <message>
        <source>has bytes after the {} = {} values its header promises. Get the file again.</source>
        <translation>hat Bytes nach den {} = {} Werten, die der Kopf verspricht. Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>has step {} after step {}; steps must ascend.</source>
        <translation>hat Schritt {} nach Schritt {}; Schritte müssen aufsteigen.</translation>
    </message>
    <message>
        <source>has {} where {} expected (1 for labels, 3 for images). Are the image and label files swapped?</source>
        <translation>hat {}, wo {} zu erwarten waren (1 bei Labels, 3 bei Bildern). Sind Bild- und Labeldatei vertauscht?</translation>
    </message>
    <message>
        <source>have a range that ends before it begins</source>
        <translation>haben einen Bereich, der vor seinem Anfang endet</translation>
    </message>
    <message>
        <source>holds values of the type 0x{:02x} ({}); only unsigned bytes (0x08) are read.</source>
        <translation>enthält Werte des Typs 0x{:02x} ({}); gelesen werden nur vorzeichenlose Bytes (0x08).</translation>
    </message>
    <message>
        <source>is cut short or has a damaged header: the header promises {} = {} values, {} are there. Get the file again.</source>
        <translation>ist abgeschnitten oder hat einen beschädigten Kopf: Er verspricht {} = {} Werte, da sind {}. Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>is damaged: it does not begin with a step.</source>
        <translation>ist beschädigt: Sie beginnt nicht mit einem Schritt.</translation>
    </message>
    <message>
        <source>is damaged: {} numbers were expected.</source>
        <translation>ist beschädigt: {} Zahlen waren zu erwarten.</translation>
    </message>
    <message>
        <source>is empty: its header says {}.</source>
        <translation>ist leer: Ihr Kopf sagt {}.</translation>
    </message>
    <message>
        <source>is not an IDX file{}: it begins with the bytes {:02x}, not 00 00. Get the file again.</source>
        <translation>ist keine IDX-Datei{}: Sie beginnt mit den Bytes {:02x}, nicht 00 00. Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>is not the header of a series; is this another file?</source>
        <translation>ist nicht der Kopf einer Messreihe; ist es eine andere Datei?</translation>
    </message>
    <message>
        <source>is too short to hold an IDX header. Get the file again.</source>
        <translation>ist zu kurz für einen IDX-Kopf. Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>it has {} bytes, too few for a header</source>
        <translation>sie hat {} Bytes, zu wenige für einen Kopf</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>es ist kein Objekt</translation>
    </message>
    <message>
        <source>its header claims {} bytes, the file has {}</source>
        <translation>ihr Kopf gibt {} Bytes an, die Datei hat {}</translation>
    </message>
    <message>
        <source>its schema is {} and this program reads {}</source>
        <translation>das Schema ist {}, dieses Programm liest {}</translation>
    </message>
    <message>
        <source>its schema is {} and this program reads {}; {}</source>
        <translation>das Schema ist {}, dieses Programm liest {}; {}</translation>
    </message>
    <message>
        <source>lacks a part</source>
        <translation>ist unvollständig</translation>
    </message>
    <message>
        <source>line {}</source>
        <translation>Zeile {}</translation>
    </message>
    <message>
        <source>line {}, column {}</source>
        <translation>Zeile {}, Spalte {}</translation>
    </message>
    <message>
        <source>make the folder</source>
        <translation>Anlegen des Ordners</translation>
    </message>
    <message>
        <source>move {} to</source>
        <translation>Verschieben von {}</translation>
    </message>
    <message>
        <source>name is empty; give the experiment a name for lists and figures.</source>
        <translation>name ist leer; dem Experiment einen Namen für Listen und Abbildungen geben.</translation>
    </message>
    <message>
        <source>no GPU answers; check the driver with nvidia-smi</source>
        <translation>keine GPU antwortet; den Treiber mit nvidia-smi prüfen</translation>
    </message>
    <message>
        <source>objective.divergence.smoothing is 0, but the reverse KL of hard labels is infinite without smoothing; use a small value such as 1e-4, or soft labels.</source>
        <translation>objective.divergence.smoothing ist 0, aber die umgekehrte KL harter Labels ist ohne Glättung unendlich; einen kleinen Wert wie 1e-4 oder weiche Labels nehmen.</translation>
    </message>
    <message>
        <source>objective.ground_truth_fraction is 0, so no row has the ground truth that objective.ground_truth_weight weighs; raise the fraction, or set the weight to 0.</source>
        <translation>objective.ground_truth_fraction ist 0, also hat kein Beispiel die wahren Labels, die objective.ground_truth_weight gewichtet; den Anteil erhöhen oder das Gewicht auf 0 setzen.</translation>
    </message>
    <message>
        <source>one of {}</source>
        <translation>eines von {}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>read the folder</source>
        <translation>Lesen des Ordners</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>schema is {}, but the only schema there is so far is {}; write schema = {}.</source>
        <translation>schema ist {}, bisher gibt es aber nur {}; schema = {} schreiben.</translation>
    </message>
    <message>
        <source>schema is {}, but this version of W2S Lab reads schema {}; the configuration comes from a newer version, so update W2S Lab to use it.</source>
        <translation>schema ist {}, diese Version von W2S Lab liest aber Schema {}; die Konfiguration stammt von einer neueren Version, also W2S Lab aktualisieren.</translation>
    </message>
    <message>
        <source>seeds has {} entries, but at most {} are taken; split the study.</source>
        <translation>seeds hat {} Einträge, höchstens {} sind möglich; die Studie aufteilen.</translation>
    </message>
    <message>
        <source>seeds has {} more than once; equal seeds give equal runs, so keep one of them.</source>
        <translation>seeds enthält {} mehrfach; gleiche Startwerte geben gleiche Läufe, also nur einen behalten.</translation>
    </message>
    <message>
        <source>seeds is empty, so nothing would run; give at least one, for example seeds = [0].</source>
        <translation>seeds ist leer, also liefe nichts; mindestens einen angeben, zum Beispiel seeds = [0].</translation>
    </message>
    <message>
        <source>shorten</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>strong.head is tree, but a tree cannot be trained through a loss, so only the weak model can be one; choose linear or mlp.</source>
        <translation>strong.head ist tree, aber ein Baum lässt sich nicht über einen Verlust trainieren, also kann nur das schwache Modell einer sein; linear oder mlp wählen.</translation>
    </message>
    <message>
        <source>supervision.augmentation is {}, but stored weak labels belong to the images as they are; choose supervision.delivery = &quot;live&quot;, or augmentation = &quot;none&quot;.</source>
        <translation>supervision.augmentation ist {}, gespeicherte schwache Labels gehören aber zu den unveränderten Bildern; supervision.delivery = &quot;live&quot; oder augmentation = &quot;none&quot; wählen.</translation>
    </message>
    <message>
        <source>supervision.augmentation is {}, but with strong.tuning = &quot;head&quot; the student reads features computed once, never new images; choose strong.tuning = &quot;full&quot; or &quot;scratch&quot;, or augmentation = &quot;none&quot;.</source>
        <translation>supervision.augmentation ist {}, mit strong.tuning = &quot;head&quot; liest der Schüler aber einmal berechnete Merkmale, nie neue Bilder; strong.tuning = &quot;full&quot; oder &quot;scratch&quot; oder augmentation = &quot;none&quot; wählen.</translation>
    </message>
    <message>
        <source>supervision.shuffle permutes stored weak labels over the rows, and live delivery stores none; choose supervision.delivery = &quot;stored&quot;, or shuffle = false.</source>
        <translation>supervision.shuffle vertauscht gespeicherte schwache Labels, und die Lieferung im Schritt speichert keine; supervision.delivery = &quot;stored&quot; oder shuffle = false wählen.</translation>
    </message>
    <message>
        <source>task.dataset is empty; name a data set (`w2s data list` prints them).</source>
        <translation>task.dataset ist leer; einen Datensatz nennen (`w2s data list` zeigt sie).</translation>
    </message>
    <message>
        <source>task.weak_rows + task.transfer_rows = {} + {} = {}, but {} has {} rows.</source>
        <translation>task.weak_rows + task.transfer_rows = {} + {} = {}, aber {} hat {} Beispiele.</translation>
    </message>
    <message>
        <source>tensor &apos;{}&apos; ends at byte {} of {} bytes of data</source>
        <translation>der Tensor „{}“ endet bei Byte {} von {} Datenbytes</translation>
    </message>
    <message>
        <source>tensor &apos;{}&apos; has {} bytes, its shape and type need {}</source>
        <translation>der Tensor „{}“ hat {} Bytes, Form und Typ brauchen {}</translation>
    </message>
    <message>
        <source>tensor &apos;{}&apos; holds booleans other than 0 and 1</source>
        <translation>der Tensor „{}“ enthält andere Wahrheitswerte als 0 und 1</translation>
    </message>
    <message>
        <source>tensor &apos;{}&apos; {} the one before it</source>
        <translation>der Tensor „{}“ ({}) passt nicht zu dem vor ihm</translation>
    </message>
    <message>
        <source>text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>the header does not start with &apos;{&apos;</source>
        <translation>der Kopf beginnt nicht mit &apos;{&apos;</translation>
    </message>
    <message>
        <source>the number {}</source>
        <translation>die Zahl {}</translation>
    </message>
    <message>
        <source>the seeds &quot;{}&quot; {}; write numbers and ranges such as &quot;0-4,7&quot;.</source>
        <translation>die Startwerte „{}“ {}; Zahlen und Bereiche wie &quot;0-4,7&quot; schreiben.</translation>
    </message>
    <message>
        <source>the test file</source>
        <translation>die Testdatei</translation>
    </message>
    <message>
        <source>the text {}</source>
        <translation>der Text {}</translation>
    </message>
    <message>
        <source>the training file without its validation rows</source>
        <translation>die Trainingsdatei ohne ihre Validierungsbeispiele</translation>
    </message>
    <message>
        <source>the validation part of the training file</source>
        <translation>der Validierungsteil der Trainingsdatei</translation>
    </message>
    <message>
        <source>there are only {} GPUs</source>
        <translation>es gibt nur {} GPUs</translation>
    </message>
    <message>
        <source>there never was such a schema</source>
        <translation>ein solches Schema gab es nie</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>whole numbers from 0 to {}, as a list such as [0, 1, 2] or a text such as &quot;0-9&quot;</source>
        <translation>ganze Zahlen von 0 bis {}, als Liste wie [0, 1, 2] oder als Text wie &quot;0-9&quot;</translation>
    </message>
    <message>
        <source>write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>{0} is full, which starts from stored weights, but the backbone {1} has none; choose {0} = &quot;scratch&quot;, or a pre-trained backbone such as fashion-ssl.</source>
        <translation>{0} ist full und beginnt mit gespeicherten Gewichten, das Rückgrat {1} hat aber keine; {0} = &quot;scratch&quot; oder ein vortrainiertes Rückgrat wie fashion-ssl wählen.</translation>
    </message>
    <message>
        <source>{0} names its kind twice, as {1} and as {2}; keep one of them.</source>
        <translation>{0} nennt seine Art zweimal, als {1} und als {2}; eine davon behalten.</translation>
    </message>
    <message>
        <source>{0}.path is empty; name a .safetensors file that `w2s pretrain` wrote.</source>
        <translation>{0}.path ist leer; eine .safetensors-Datei nennen, die `w2s pretrain` geschrieben hat.</translation>
    </message>
    <message>
        <source>{0}.{1} is a setting of {2}, but {0} is {3}; choose {0} = &quot;{2}&quot; first, or leave it out.</source>
        <translation>{0}.{1} ist eine Einstellung von {2}, {0} ist aber {3}; zuerst {0} = &quot;{2}&quot; wählen oder sie weglassen.</translation>
    </message>
    <message>
        <source>{} = {}, but {} has {} rows.</source>
        <translation>{} = {}, aber {} hat {} Beispiele.</translation>
    </message>
    <message>
        <source>{} = {}: at least one row is needed.</source>
        <translation>{} = {}: Mindestens ein Beispiel ist nötig.</translation>
    </message>
    <message>
        <source>{} and its card {} do not belong together: the card is of weights with the hash {}, these have {}. Copy both from the same place.</source>
        <translation>{} und die Karte {} gehören nicht zusammen: Die Karte gehört zu Gewichten mit dem Hash {}, diese haben {}. Beide vom selben Ort kopieren.</translation>
    </message>
    <message>
        <source>{} are</source>
        <translation>{}</translation>
    </message>
    <message>
        <source>{} bytes at the end belong to no tensor (or the file is cut)</source>
        <translation>{} Bytes am Ende gehören zu keinem Tensor (oder die Datei ist abgeschnitten)</translation>
    </message>
    <message>
        <source>{} cannot be read: {}</source>
        <translation>{} kann nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation>{} kann nicht gelesen werden: {}.</translation>
    </message>
    <message>
        <source>{} dimensions</source>
        <translation>{} Dimensionen</translation>
    </message>
    <message>
        <source>{} ends at step {}, before the checkpoint at step {}: rows were lost. The stage {} has to start anew.</source>
        <translation>{} endet bei Schritt {}, vor dem Zwischenstand bei Schritt {}: Zeilen gingen verloren. Die Stufe {} muss neu beginnen.</translation>
    </message>
    <message>
        <source>{} exists already; move it away first.</source>
        <translation>{} gibt es bereits; zuerst wegräumen.</translation>
    </message>
    <message>
        <source>{} failed: {}</source>
        <translation>{} ist gescheitert: {}</translation>
    </message>
    <message>
        <source>{} has {} bytes after its gzip stream that do not belong there. Get the file again.</source>
        <translation>{} hat {} Bytes nach dem gzip-Strom, die nicht dorthin gehören. Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>{} has {} problems:</source>
        <translation>{} hat {} Fehler:</translation>
    </message>
    <message>
        <source>{} holds images of {} x {} pixels, but those of {} have {} x {}.</source>
        <translation>{} enthält Bilder von {} x {} Pixeln, die von {} haben aber {} x {}.</translation>
    </message>
    <message>
        <source>{} holds no float32 matrix named {}.</source>
        <translation>{} enthält keine float32-Matrix namens {}.</translation>
    </message>
    <message>
        <source>{} holds no tensor &apos;{}&apos;: it is no encoder of this architecture.</source>
        <translation>{} enthält keinen Tensor „{}“: Es ist kein Encoder dieser Architektur.</translation>
    </message>
    <message>
        <source>{} holds {} images, but {} holds {} labels: the two files do not belong together.</source>
        <translation>{} enthält {} Bilder, {} aber {} Labels: Die beiden Dateien gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>{} holds {} tensors, an encoder of this architecture has {}.</source>
        <translation>{} enthält {} Tensoren, ein Encoder dieser Architektur hat {}.</translation>
    </message>
    <message>
        <source>{} is a folder, not a file.</source>
        <translation>{} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{} is cut short: its gzip stream stops after {} unpacked bytes. Get the file again.</source>
        <translation>{} ist abgeschnitten: Der gzip-Strom endet nach {} entpackten Bytes. Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>{} is damaged: its gzip stream is wrong after {} unpacked bytes ({}). Get the file again.</source>
        <translation>{} ist beschädigt: Der gzip-Strom ist nach {} entpackten Bytes falsch ({}). Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>{} is no encoder that w2s pretrain wrote: its metadata do not name the architecture {}.</source>
        <translation>{} ist kein Encoder, den w2s pretrain geschrieben hat: Seine Metadaten nennen die Architektur {} nicht.</translation>
    </message>
    <message>
        <source>{} is no encoder: it lacks &apos;blocks.0.weight&apos; of shape [width, 1, 3, 3].</source>
        <translation>{} ist kein Encoder: Es fehlt „blocks.0.weight“ der Form [width, 1, 3, 3].</translation>
    </message>
    <message>
        <source>{} is no log of predictions, or it is damaged.</source>
        <translation>{} ist keine Aufzeichnung von Vorhersagen oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{} is not a setting{}</source>
        <translation>{} ist keine Einstellung{}</translation>
    </message>
    <message>
        <source>{} is not a sound safetensors file: {}.</source>
        <translation>{} ist keine unversehrte safetensors-Datei: {}.</translation>
    </message>
    <message>
        <source>{} is not in {}. Install it with `{}`, or name the folder that holds its files with --data or W2S_DATA.{}</source>
        <translation>{} ist nicht in {}. Mit `{}` installieren oder den Ordner mit seinen Dateien durch --data oder W2S_DATA angeben.{}</translation>
    </message>
    <message>
        <source>{} is {}, but must be {}.</source>
        <translation>{} ist {}, erlaubt ist: {}.</translation>
    </message>
    <message>
        <source>{} is {}, but must be {}{}</source>
        <translation>{} ist {}, erlaubt ist: {}{}</translation>
    </message>
    <message>
        <source>{} is {}, which is not a complete TOML value (or not UTF-8).</source>
        <translation>{} ist {}, und das ist kein vollständiger TOML-Wert (oder kein UTF-8).</translation>
    </message>
    <message>
        <source>{} lacks {} of {}. Get them with `{}`.{}</source>
        <translation>In {} fehlt {} von {}. Zu bekommen mit `{}`.{}</translation>
    </message>
    <message>
        <source>{} may be any of {}{}. Give more of the id.</source>
        <translation>{} kann jeder von {}{} sein. Mehr von der Kennung angeben.</translation>
    </message>
    <message>
        <source>{} was shortened by another.</source>
        <translation>{} wurde von einem anderen Programm gekürzt.</translation>
    </message>
    <message>
        <source>{}, last line: {}</source>
        <translation>{}, letzte Zeile: {}</translation>
    </message>
    <message>
        <source>{}, line {} {}</source>
        <translation>{}, Zeile {} {}</translation>
    </message>
    <message>
        <source>{}, line {}: {}</source>
        <translation>{}, Zeile {}: {}</translation>
    </message>
    <message>
        <source>{}, or a table with base, shape and warmup</source>
        <translation>{} oder eine Tabelle mit base, shape und warmup</translation>
    </message>
    <message>
        <source>{}: a configuration is one JSON object with settings.</source>
        <translation>{}: Eine Konfiguration ist ein JSON-Objekt mit Einstellungen.</translation>
    </message>
    <message>
        <source>{}: predictions need rows and 1 to {} classes.</source>
        <translation>{}: Vorhersagen brauchen Beispiele und 1 bis {} Klassen.</translation>
    </message>
    <message>
        <source>{}: row {} has the label {}, but {} has the classes 0 to {}.</source>
        <translation>{}: Beispiel {} hat das Label {}, {} hat aber die Klassen 0 bis {}.</translation>
    </message>
    <message>
        <source>{}: tensor &apos;{}&apos; has the shape [{}], expected are floating-point numbers of shape [{}].</source>
        <translation>{}: Der Tensor „{}“ hat die Form [{}], zu erwarten sind Gleitkommazahlen der Form [{}].</translation>
    </message>
    <message>
        <source>{}: tensor &apos;{}&apos; has the type &apos;{}&apos;, which is not supported.</source>
        <translation>{}: Der Tensor „{}“ hat den Typ „{}“, der nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>{}: tensor &apos;{}&apos; holds a negative variance.</source>
        <translation>{}: Der Tensor „{}“ enthält eine negative Varianz.</translation>
    </message>
    <message>
        <source>{}: tensor &apos;{}&apos; holds a value that is not finite.</source>
        <translation>{}: Der Tensor „{}“ enthält einen Wert, der nicht endlich ist.</translation>
    </message>
    <message>
        <source> The nearest: {}.</source>
        <translation> Am ähnlichsten: {}.</translation>
    </message>
    <message>
        <source>No run in {} is called {}. `w2s runs list` shows them.{}</source>
        <translation>Kein Lauf in {} heißt {}. `w2s runs list` zeigt sie.{}</translation>
    </message>
    <message>
        <source>--x, --y and --log-y speak of the chart &quot;{}&quot;, which is not among those of --chart: {}.</source>
        <translation>--x, --y und --log-y sprechen vom Diagramm „{}“, das nicht unter denen von --chart ist: {}.</translation>
    </message>
    <message>
        <source>A picture of {:.0f} x {:.0f} mm at {} dpi does not fit into memory. Choose fewer dots per inch, or SVG.</source>
        <translation>Ein Bild von {:.0f} x {:.0f} mm mit {} dpi passt nicht in den Speicher. Weniger Punkte pro Zoll wählen oder SVG.</translation>
    </message>
    <message>
        <source>A run is in progress. Stop it first.</source>
        <translation>Ein Lauf ist im Gange. Ihn zuerst anhalten.</translation>
    </message>
    <message>
        <source>No chart is chosen. There are {}.</source>
        <translation>Kein Diagramm ist gewählt. Es gibt {}.</translation>
    </message>
    <message>
        <source>Nothing of {} lies between {} and {}: its x axis ({}) goes from {} to {}.</source>
        <translation>Nichts von {} liegt zwischen {} und {}: Die x-Achse ({}) reicht von {} bis {}.</translation>
    </message>
    <message>
        <source>The picture could not be written as PNG.</source>
        <translation>Das Bild konnte nicht als PNG geschrieben werden.</translation>
    </message>
    <message>
        <source>The run has no predictions yet: they come with its first evaluation.</source>
        <translation>Der Lauf hat noch keine Vorhersagen: Sie kommen mit der ersten Auswertung.</translation>
    </message>
    <message>
        <source>The table cannot be a panel beside charts; export it to a file of its own.</source>
        <translation>Die Tabelle kann nicht neben Diagrammen stehen; sie in eine eigene Datei exportieren.</translation>
    </message>
    <message>
        <source>There is no chart &quot;{}&quot;{} There are {}.</source>
        <translation>Es gibt kein Diagramm „{}“{} Es gibt {}.</translation>
    </message>
    <message>
        <source>There is no font &quot;{}&quot; on this machine{} Without --font figures are set in {}.</source>
        <translation>Die Schrift „{}“ gibt es auf diesem Rechner nicht{} Ohne --font werden Abbildungen in {} gesetzt.</translation>
    </message>
    <message>
        <source>Unknown figure format.</source>
        <translation>Unbekanntes Format der Abbildung.</translation>
    </message>
    <message>
        <source>{} is over {} and {} over {}: they have no rows in common. Export them one by one, or with the tidy layout.</source>
        <translation>{} geht über {} und {} über {}: Sie haben keine gemeinsamen Zeilen. Einzeln exportieren oder als lange Tabelle.</translation>
    </message>
    <message>
        <source>{} {} is outside {} to {}{}.</source>
        <translation>{} {} liegt außerhalb von {} bis {}{}.</translation>
    </message>
    <message>
        <source>{} {}:{} is no range: the lower end comes first, and differs from the higher one.</source>
        <translation>{} {}:{} ist kein Bereich: Das untere Ende steht zuerst und ist nicht gleich dem oberen.</translation>
    </message>
    <message>
        <source>CPU, 1 core</source>
        <translation>CPU, 1 Kern</translation>
    </message>
    <message>
        <source>CPU, {} cores</source>
        <translation>CPU, {} Kerne</translation>
    </message>
    <message>
        <source>NVIDIA GPU {}</source>
        <translation>NVIDIA-GPU {}</translation>
    </message>
    <message>
        <source>Random weights from the run&apos;s seed.</source>
        <translation>Zufällige Gewichte aus dem Startwert des Laufs.</translation>
    </message>
    <message>
        <source>grey images of {} × {} pixels in [0, 1]</source>
        <translation>graue Bilder, {}&#xa0;×&#xa0;{} Pixel, Werte von 0 bis 1</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Common</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>common ceiling</source>
        <translation>gemeinsame Obergrenze</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>strong model on the weak rows</source>
        <translation>starkes Modell auf den schwachen Zeilen</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>weak labels</source>
        <translation>schwache Labels</translation>
    </message>
    <message>
        <source>weak supervisor</source>
        <translation>schwaches Modell</translation>
    </message>
    <message>
        <source>All weights of the objective switch off when the student passes the weak supervisor, and it has; without a loss the training ended after step {} of {}.</source>
        <translation>Alle Gewichte der Zielfunktion gehen auf 0, wenn der Schüler das schwache Modell übertrifft, und das hat er; ohne Verlust endete das Training nach Schritt {} von {}.</translation>
    </message>
    <message>
        <source>objective.kd_weight is 0, and so are the objective&apos;s other weights, so the student would have no loss; give one of them a value.</source>
        <translation>objective.kd_weight ist 0, und die anderen Gewichte der Zielfunktion auch; der Schüler hätte keinen Verlust. Geben Sie einem davon einen Wert.</translation>
    </message>
    <message>
        <source>{0} is off_when_student_passes, which only weights of the objective can be; choose {0} = &quot;constant&quot;, &quot;linear&quot; or &quot;cosine&quot;.</source>
        <translation>{0} ist off_when_student_passes, was nur Gewichte der Zielfunktion sein können; wählen Sie {0} = &quot;constant&quot;, &quot;linear&quot; oder &quot;cosine&quot;.</translation>
    </message>
    <message>
        <source>There is no data set named &quot;{}&quot;. Known: {}.</source>
        <translation>Es gibt keinen Datensatz namens „{}“. Bekannt: {}.</translation>
    </message>
    <message>
        <source>{} {} looks like {}: rename it if it is that file.</source>
        <translation>{} {} sieht aus wie {}: umbenennen, wenn es diese Datei ist.</translation>
    </message>
    <message>
        <source>The cached file {} is damaged: its content does not have the checksum it was written with. The entry is removed and its stage {} made anew.</source>
        <translation>Die Datei {} im Zwischenspeicher ist beschädigt: Ihr Inhalt hat nicht die Prüfsumme, mit der er geschrieben wurde. Der Eintrag wird entfernt und seine Stufe {} neu berechnet.</translation>
    </message>
    <message>
        <source>The folder {} was removed while its run was at work, or another process took it over. Nothing more is recorded.</source>
        <translation>Der Ordner {} wurde entfernt, während sein Lauf lief, oder ein anderer Prozess hat ihn übernommen. Es wird nichts mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>The preparation of the run</source>
        <translation>Die Vorbereitung des Laufs</translation>
    </message>
    <message>
        <source>The run {} has taken {} steps already; train it on to more than that, not to {}.</source>
        <translation>Der Lauf {} hat schon {} Schritte getan; trainieren Sie ihn auf mehr weiter, nicht auf {}.</translation>
    </message>
    <message>
        <source>The run {} is running on {} (process {}). Stop it there first, or wait for its end.</source>
        <translation>Der Lauf {} läuft auf {} (Prozess {}). Halten Sie ihn dort erst an, oder warten Sie auf sein Ende.</translation>
    </message>
    <message>
        <source>The stage {} is of the kind {}, which this program does not know.</source>
        <translation>Die Stufe {} ist von der Art {}, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>&quot;rows&quot; holds something else than lists of a step and a number for each further column</source>
        <translation>„rows“ enthält etwas anderes als Listen aus einem Schritt und einer Zahl für jede weitere Spalte</translation>
    </message>
    <message>
        <source>a list of tables of settings, each with a name</source>
        <translation>eine Liste von Tabellen mit Einstellungen, jede mit einem Namen</translation>
    </message>
    <message>
        <source>a table of settings, or a list of such tables, each with a name</source>
        <translation>eine Tabelle mit Einstellungen, oder eine Liste solcher Tabellen, jede mit einem Namen</translation>
    </message>
    <message>
        <source>is damaged: its content does not have the checksum it was written with</source>
        <translation>ist beschädigt: Sein Inhalt hat nicht die Prüfsumme, mit der er geschrieben wurde</translation>
    </message>
    <message>
        <source>its content does not have the checksum it was written with</source>
        <translation>ihr Inhalt hat nicht die Prüfsumme, mit der er geschrieben wurde</translation>
    </message>
    <message>
        <source>optimizer.batch_rows is {0}, but {1} = &quot;{2}&quot; balances the classes over a batch and needs at least {3} rows; raise it, or choose {1} = &quot;argmax&quot;.</source>
        <translation>optimizer.batch_rows ist {0}, aber {1} = &quot;{2}&quot; gleicht die Klassen über einen Batch ab und braucht mindestens {3} Zeilen; erhöhen Sie den Wert, oder wählen Sie {1} = &quot;argmax&quot;.</translation>
    </message>
    <message>
        <source>{0}.tuning is {1}, but a tree is grown on fixed features and cannot train its backbone; choose {0}.tuning = &quot;head&quot;, or {0}.head = &quot;linear&quot;.</source>
        <translation>{0}.tuning ist {1}, aber ein Baum wächst auf festen Merkmalen und kann seinen Backbone nicht trainieren; wählen Sie {0}.tuning = &quot;head&quot; oder {0}.head = &quot;linear&quot;.</translation>
    </message>
    <message>
        <source>{0}.{1} is no entry of {0}; add it first, with {0}.{1}.kind.</source>
        <translation>{0}.{1} ist kein Eintrag von {0}; fügen Sie ihn zuerst hinzu, mit {0}.{1}.kind.</translation>
    </message>
    <message>
        <source>{} has a name that columns of the record have already; choose another one.</source>
        <translation>{} hat einen Namen, den Spalten der Aufzeichnung schon haben; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{} has an entry whose name is &quot;{}&quot;; give each entry a name of small letters, digits, _ and -, which starts with a letter.</source>
        <translation>{} hat einen Eintrag mit dem Namen &quot;{}&quot;; geben Sie jedem Eintrag einen Namen aus kleinen Buchstaben, Ziffern, _ und -, der mit einem Buchstaben beginnt.</translation>
    </message>
    <message>
        <source>{} has two entries with the name &quot;{}&quot;; give each entry a name of its own.</source>
        <translation>{} hat zwei Einträge mit dem Namen &quot;{}&quot;; geben Sie jedem Eintrag einen eigenen Namen.</translation>
    </message>
    <message>
        <source>{} is openai_reference, which is defined for two classes, but {} has {}; choose threshold, which agrees with the paper for any number of classes.</source>
        <translation>{} ist openai_reference, das für zwei Klassen definiert ist, aber {} hat {}; wählen Sie threshold, das für jede Anzahl von Klassen mit dem Artikel übereinstimmt.</translation>
    </message>
    <message>
        <source>Every weak and transfer row was among the unlabelled images that {} was pre-trained on; validation and test rows were not.</source>
        <translation>Alle schwachen und alle Transferzeilen waren unter den Bildern ohne Label, auf denen {} vortrainiert ist; Validierungs- und Testzeilen waren es nicht.</translation>
    </message>
    <message>
        <source>The backbone {} needs {}; the data set has {}.</source>
        <translation>Das Rückgrat {} braucht {}; der Datensatz hat {}.</translation>
    </message>
    <message>
        <source>The files are not the published ones: any of their rows may have been among the unlabelled images that {} was pre-trained on.</source>
        <translation>Die Dateien sind nicht die veröffentlichten: Jedes ihrer Beispiele kann unter den Bildern ohne Label gewesen sein, auf denen {} vortrainiert ist.</translation>
    </message>
    <message>
        <source>The run was made with more test rows than {} holds now.</source>
        <translation>Der Lauf wurde mit mehr Testbeispielen gemacht, als {} jetzt enthält.</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>points of the plane</source>
        <translation>Punkte der Ebene</translation>
    </message>
    <message>
        <source>supervision.augmentation is {}, which changes {}, but the data set {} has {}; choose augmentation = &quot;none&quot;.</source>
        <translation>supervision.augmentation ist {}, was {} ändert, aber der Datensatz {} hat {}; augmentation = &quot;none&quot; wählen.</translation>
    </message>
    <message>
        <source>{} = {}, but {} leaves {} rows for it, because rows of one group stay in one split. Use fewer rows.</source>
        <translation>{} = {}, aber {} lässt dafür {} Beispiele übrig, weil Beispiele einer Gruppe beisammenbleiben. Weniger nehmen.</translation>
    </message>
    <message>
        <source>{} has no rows named &quot;{}&quot;.</source>
        <translation>{} hat keine Beispiele namens „{}“.</translation>
    </message>
    <message>
        <source>{} holds {} rows; there is no row {}.</source>
        <translation>{} enthält {} Beispiele; das Beispiel {} gibt es nicht.</translation>
    </message>
    <message>
        <source>{} is {}, but the backbone {} has no weights to train; choose {} = &quot;head&quot;, or another backbone.</source>
        <translation>{} ist {}, das Rückgrat {} hat aber keine Gewichte zu trainieren; {} = &quot;head&quot; oder ein anderes Rückgrat wählen.</translation>
    </message>
    <message>
        <source>{} is {}, which needs {}; the data set {} has {}: choose {}.</source>
        <translation>{} ist {}, was {} braucht; der Datensatz {} hat {}: {} wählen.</translation>
    </message>
    <message>
        <source>There is no folder {}: make it first, or write {} elsewhere.</source>
        <translation>Den Ordner {} gibt es nicht: Legen Sie ihn zuerst an, oder schreiben Sie {} an einen anderen Ort.</translation>
    </message>
    <message>
        <source>pdfLaTeX does not know {}: set the figure with LuaLaTeX or XeLaTeX and a font that has these signs, give the run another label, or export SVG or PDF.</source>
        <translation>pdfLaTeX kennt {} nicht: Setzen Sie die Abbildung mit LuaLaTeX oder XeLaTeX und einer Schrift, die diese Zeichen hat, geben Sie dem Lauf eine andere Beschriftung, oder exportieren Sie SVG oder PDF.</translation>
    </message>
    <message>
        <source>The run {} cannot be repeated or continued here: it was recorded by a later version of W2S Lab with settings that this version does not know ({}). It can be shown and exported. Update W2S Lab to go on with it.</source>
        <translation>Der Lauf {} kann hier weder wiederholt noch fortgesetzt werden: Eine neuere Version von W2S Lab hat ihn mit Einstellungen aufgezeichnet, die diese Version nicht kennt ({}). Er kann gezeigt und exportiert werden. Zum Weiterarbeiten mit ihm W2S Lab aktualisieren.</translation>
    </message>
    <message>
        <source>The run {} cannot be repeated: it has a stage {} that this version of W2S Lab does not have.</source>
        <translation>Der Lauf {} kann nicht wiederholt werden: Er hat eine Stufe {}, die es in dieser Version von W2S Lab nicht gibt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a list of [rows, right rows, mean probability]</source>
        <translation>„{}“ ist keine Liste von [Zeilen, richtige Zeilen, mittlere Wahrscheinlichkeit]</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a pair of numbers</source>
        <translation>„{}“ ist kein Paar von Zahlen</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>Schedules that run over the planned steps: {0}. Up to step {1} they are those of the shorter run, after it those of {2} steps, so a run of {2} steps from its start gives other numbers.</source>
        <translation>Verläufe, die sich über die geplanten Schritte erstrecken: {0}. Bis Schritt {1} sind es die des kürzeren Laufs, danach die von {2} Schritten; ein Lauf, der von Anfang an {2} Schritte hat, ergibt deshalb andere Zahlen.</translation>
    </message>
    <message>
        <source>weak has {} entries ({}), but a run has one supervisor: keep one [[weak]] section. To compare supervisors, write an experiment for each.</source>
        <translation>weak hat {} Einträge ({}), aber ein Lauf hat ein einziges schwaches Modell: Behalten Sie einen Abschnitt [[weak]]. Um schwache Modelle zu vergleichen, schreiben Sie für jedes ein Experiment.</translation>
    </message>
    <message>
        <source>No weights: nothing is learned.</source>
        <translation>Keine Gewichte: es wird nichts gelernt.</translation>
    </message>
    <message>
        <source>convolutional net, width {}</source>
        <translation>Faltungsnetz, Breite {}</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>encoder {}</source>
        <translation>Encoder {}</translation>
    </message>
    <message>
        <source>fashion-ssl encoder</source>
        <translation>fashion-ssl-Encoder</translation>
    </message>
    <message>
        <source>perceptron {0}×{1} on {2}×{2} pixels</source>
        <translation>Perzeptron {0}×{1} auf {2}×{2} Pixeln</translation>
    </message>
    <message>
        <source>pixels {0}×{0}</source>
        <translation>Pixel {0}×{0}</translation>
    </message>
    <message>
        <source>{} random Fourier features</source>
        <translation>{} zufällige Fourier-Merkmale</translation>
    </message>
    <message>
        <source>The backbone {} needs grey pictures; these have {} channels.</source>
        <translation>Das Backbone {} braucht graue Bilder; diese haben {} Kanäle.</translation>
    </message>
    <message>
        <source>{}, line 1 is longer than {} bytes: it is no header of a series.</source>
        <translation>{}, Zeile 1 ist länger als {} Bytes: Das ist keine Kopfzeile einer Messreihe.</translation>
    </message>
    <message>
        <source>{} seeds are too many for the window, which takes {}; w2s run --seeds takes them.</source>
        <translation>{} Startwerte sind zu viele für das Fenster, das {} nimmt; w2s run --seeds nimmt sie.</translation>
    </message>
    <message>
        <source>--mean: none of the other runs differs from {} in its seed alone, with the same settings and live changes.</source>
        <translation>--mean: Keiner der anderen Läufe unterscheidet sich von {} allein im Startwert, bei gleichen Einstellungen und Live-Änderungen.</translation>
    </message>
    <message>
        <source>The model card {}</source>
        <translation>Die Modellkarte {}</translation>
    </message>
    <message>
        <source>The predictions at step {} in {} name a class that is none of the {}.</source>
        <translation>Die Vorhersagen bei Schritt {} in {} nennen eine Klasse, die keine der {} ist.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is {}, not {} to {}</source>
        <translation>„{}“ ist {}, nicht {} bis {}</translation>
    </message>
    <message>
        <source>a number in it is beyond the range of double precision</source>
        <translation>eine Zahl darin liegt außerhalb des Bereichs doppelter Genauigkeit</translation>
    </message>
    <message>
        <source>a value in it is of another type than it should be</source>
        <translation>ein Wert darin hat einen anderen Typ, als er haben sollte</translation>
    </message>
    <message>
        <source>an object in it has more than {} keys</source>
        <translation>ein Objekt darin hat mehr als {} Schlüssel</translation>
    </message>
    <message>
        <source>has more than {} columns; is this another file?</source>
        <translation>hat mehr als {} Spalten; ist das eine andere Datei?</translation>
    </message>
    <message>
        <source>it has more than {} values</source>
        <translation>sie hat mehr als {} Werte</translation>
    </message>
    <message>
        <source>it is nested deeper than {} levels</source>
        <translation>sie ist tiefer als {} Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>more than {}</source>
        <translation>mehr als {}</translation>
    </message>
    <message>
        <source>parse error at line {}, column {}</source>
        <translation>Syntaxfehler in Zeile {}, Spalte {}</translation>
    </message>
    <message>
        <source>{} has {} bytes, but what is read here has at most {}; it seems to be another kind of file, or is damaged.</source>
        <translation>{} hat {} Bytes, aber was hier gelesen wird, hat höchstens {}; es scheint eine Datei anderer Art zu sein oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{} is a pipe, a device or a socket, not a file.</source>
        <translation>{} ist eine Pipe, ein Gerät oder ein Socket, keine Datei.</translation>
    </message>
    <message>
        <source>{}: not valid JSON: {}; the file is damaged or not a configuration.</source>
        <translation>{}: kein gültiges JSON: {}; die Datei ist beschädigt oder keine Konfiguration.</translation>
    </message>
    <message>
        <source>A key has more than {} parts.</source>
        <translation>Ein Schlüssel hat mehr als {} Teile.</translation>
    </message>
    <message>
        <source>Outside of quotes and comments only ASCII letters, digits and signs can stand.</source>
        <translation>Außerhalb von Anführungszeichen und Kommentaren können nur ASCII-Buchstaben, Ziffern und Zeichen stehen.</translation>
    </message>
    <message>
        <source>Tables and lists are nested deeper than {} levels.</source>
        <translation>Tabellen und Listen sind tiefer als {} Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>The byte 0x{:02x} is no part of a text in UTF-8; save the file as UTF-8.</source>
        <translation>Das Byte 0x{:02x} gehört zu keinem Text in UTF-8; die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The control character 0x{:02x} cannot stand in a TOML text.</source>
        <translation>Das Steuerzeichen 0x{:02x} kann in einem TOML-Text nicht stehen.</translation>
    </message>
    <message>
        <source>has a damaged header: {} rows cannot be, at most {} are read. Get the file again.</source>
        <translation>hat einen beschädigten Kopf: {} Zeilen kann es nicht geben, höchstens {} werden gelesen. Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>has a damaged header: {} values cannot be, at most {} are read. Get the file again.</source>
        <translation>hat einen beschädigten Kopf: {} Werte kann es nicht geben, höchstens {} werden gelesen. Die Datei neu beschaffen.</translation>
    </message>
    <message>
        <source>is damaged: its progress is beyond all steps</source>
        <translation>ist beschädigt: Sein Fortschritt liegt jenseits aller Schritte</translation>
    </message>
    <message>
        <source>{} has {} entries, but can have at most {}.</source>
        <translation>{} hat {} Einträge, kann aber höchstens {} haben.</translation>
    </message>
    <message>
        <source>{} is not a setting.</source>
        <translation>{} ist keine Einstellung.</translation>
    </message>
    <message>
        <source>{}
  and {} more.</source>
        <translation>{}
  und {} weitere.</translation>
    </message>
    <message>
        <source>it is no JSON ({})</source>
        <translation>es ist kein JSON ({})</translation>
    </message>
    <message>
        <source>This is no TOML: a sign stands where a key, a value or a bracket should be.</source>
        <translation>Das ist kein TOML: Ein Zeichen steht, wo ein Schlüssel, ein Wert oder eine Klammer stehen sollte.</translation>
    </message>
    <message>
        <source>a cell stands under [[cell]].</source>
        <translation>eine Zelle steht unter [[cell]].</translation>
    </message>
    <message>
        <source>a study begins with schema = {}.</source>
        <translation>eine Studie beginnt mit schema = {}.</translation>
    </message>
    <message>
        <source>a study needs a name, by which its runs are found again.</source>
        <translation>eine Studie braucht einen Namen (name), unter dem ihre Läufe wiedergefunden werden.</translation>
    </message>
    <message>
        <source>base names a preset or a configuration file.</source>
        <translation>base nennt eine Vorgabe oder eine Konfigurationsdatei.</translation>
    </message>
    <message>
        <source>random needs count, a whole number from 1, and takes seed.</source>
        <translation>random braucht count, eine ganze Zahl ab 1, und nimmt seed.</translation>
    </message>
    <message>
        <source>the study has more than {} cells for its seeds; split it.</source>
        <translation>die Studie hat mehr als {} Zellen für ihre Startwerte; sie ist aufzuteilen.</translation>
    </message>
    <message>
        <source>{} is a table: write [{}].</source>
        <translation>{} ist eine Tabelle: [{}] schreiben.</translation>
    </message>
    <message>
        <source>{} is not varied from cell to cell; it stands at the top of the file.</source>
        <translation>{} wird nicht von Zelle zu Zelle verändert; es steht am Anfang der Datei.</translation>
    </message>
    <message>
        <source>{} of a cell takes one value, not {}.</source>
        <translation>{} einer Zelle nimmt einen Wert, nicht {}.</translation>
    </message>
    <message>
        <source>{} takes a list of values to vary, such as [1, 2, 4], not {}.</source>
        <translation>{} nimmt eine Liste von Werten wie [1, 2, 4], nicht {}.</translation>
    </message>
    <message>
        <source>{} takes {{ low = a, high = b }} with a &lt;= b, or with log = true and 0 &lt; a &lt;= b.</source>
        <translation>{} nimmt {{ low = a, high = b }} mit a &lt;= b, oder mit log = true und 0 &lt; a &lt;= b.</translation>
    </message>
    <message>
        <source>{}, line {}: a study has no part &quot;{}&quot;{} Its parts are {}.</source>
        <translation>{}, Zeile {}: Eine Studie hat keinen Teil &quot;{}&quot;{} Ihre Teile sind {}.</translation>
    </message>
    <message>
        <source>{}: the cell {}: {}</source>
        <translation>{}: die Zelle {}: {}</translation>
    </message>
    <message>
        <source>A killed process left {}.</source>
        <translation>Ein abgebrochener Prozess hat {} zurückgelassen.</translation>
    </message>
    <message>
        <source>Cannot write {}: it is a link or a pipe, and only regular files are written to. Move it away, or put the file itself there.</source>
        <translation>{} kann nicht geschrieben werden: es ist ein Verweis oder eine Pipe, und geschrieben wird nur in gewöhnliche Dateien. Verschieben Sie es, oder legen Sie die Datei selbst dorthin.</translation>
    </message>
    <message>
        <source>The checkpoint {} is of step {}, and the series of its stage ends at step {}: rows were lost.</source>
        <translation>Der Zwischenstand {} ist von Schritt {}, und die Reihe seiner Stufe endet bei Schritt {}: Zeilen gingen verloren.</translation>
    </message>
    <message>
        <source>The checkpoint {} knows an evaluation at step {} that the log of the run does not have: events were lost.</source>
        <translation>Der Zwischenstand {} kennt eine Auswertung bei Schritt {}, die das Protokoll des Laufs nicht hat: Ereignisse gingen verloren.</translation>
    </message>
    <message>
        <source>The checkpoint {} {}.</source>
        <translation>Der Zwischenstand {} {}.</translation>
    </message>
    <message>
        <source>The event is damaged: its line does not have the hash it was written with. Take the file from a copy of the run, or repeat the run.</source>
        <translation>Das Ereignis ist beschädigt: Seine Zeile hat nicht die Prüfsumme, mit der sie geschrieben wurde. Nehmen Sie die Datei aus einer Kopie des Laufs, oder wiederholen Sie den Lauf.</translation>
    </message>
    <message>
        <source>The event is damaged: the number of its line does not ascend. Take the file from a copy of the run, or repeat the run.</source>
        <translation>Das Ereignis ist beschädigt: Die Nummer seiner Zeile steigt nicht. Nehmen Sie die Datei aus einer Kopie des Laufs, oder wiederholen Sie den Lauf.</translation>
    </message>
    <message>
        <source>The run {} is at work. Check it when it is over.</source>
        <translation>Der Lauf {} ist im Gange. Prüfen Sie ihn, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>There is no workspace in {}: it has neither a folder runs nor a folder cache. Another one is named with --workspace DIR.</source>
        <translation>In {} ist kein Arbeitsordner: Weder ein Ordner runs noch ein Ordner cache liegt darin. Einen anderen nennen Sie mit --workspace DIR.</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>{} ends before the run did: its last lines are missing.</source>
        <translation>{} endet vor dem Ende des Laufs: Die letzten Zeilen fehlen.</translation>
    </message>
    <message>
        <source>{} is damaged: it ends before its header does.</source>
        <translation>{} ist beschädigt: Die Datei endet vor ihrem Kopf.</translation>
    </message>
    <message>
        <source>{} is damaged: it is not what was written into it.</source>
        <translation>{} ist beschädigt: Der Inhalt ist nicht der, der geschrieben wurde.</translation>
    </message>
    <message>
        <source>{} is damaged: its content is not what the run wrote into it.</source>
        <translation>{} ist beschädigt: Der Inhalt ist nicht der, den der Lauf geschrieben hat.</translation>
    </message>
    <message>
        <source>{} is damaged: its content is not what the run wrote into it. Take the file from a copy of the run, or repeat the run.</source>
        <translation>{} ist beschädigt: Der Inhalt ist nicht der, den der Lauf geschrieben hat. Nehmen Sie die Datei aus einer Kopie des Laufs, oder wiederholen Sie den Lauf.</translation>
    </message>
    <message>
        <source>{} is missing or cannot be read.</source>
        <translation>{} fehlt oder lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{} is of the run {}: the folder was renamed, or the file is damaged.</source>
        <translation>{} ist vom Lauf {}: Der Ordner wurde umbenannt, oder die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>{} says other numbers than the log of the run.</source>
        <translation>{} nennt andere Zahlen als das Protokoll des Laufs.</translation>
    </message>
    <message>
        <source>{}: lines are missing that the run had written ({} of them), and with them evaluations, live changes or stages.</source>
        <translation>{}: Zeilen fehlen, die der Lauf geschrieben hatte (Anzahl: {}), und mit ihnen Auswertungen, Änderungen oder Stufen.</translation>
    </message>
    <message>
        <source>The system gives the engine no threads: {}. Close other programs, or ask for fewer workers.</source>
        <translation>Das System gibt dem Programm keine Threads: {}. Schließen Sie andere Programme, oder verlangen Sie weniger davon.</translation>
    </message>
    <message>
        <source>{} failed: {}.</source>
        <translation>{} ist gescheitert: {}.</translation>
    </message>
    <message>
        <source>The checkpoint after {} steps is of another model or optimiser.</source>
        <translation>Der Zwischenstand nach {} Schritten gehört zu einem anderen Modell oder Optimierer.</translation>
    </message>
    <message>
        <source>a range is written &quot;0.1 .. 10&quot; or &quot;0.1 .. 10 log&quot;, the smaller number first, above 0 with log.</source>
        <translation>ein Bereich wird &quot;0.1 .. 10&quot; oder &quot;0.1 .. 10 log&quot; geschrieben, die kleinere Zahl zuerst, mit log über 0.</translation>
    </message>
    <message>
        <source>values are written with commas between them, such as &quot;1, 2, 4&quot;.</source>
        <translation>Werte werden mit Kommas dazwischen geschrieben, etwa &quot;1, 2, 4&quot;.</translation>
    </message>
    <message>
        <source>{} does not differ among the cells of the study {}; what differs: {}.</source>
        <translation>{} ist in allen Zellen der Studie {} gleich; verschieden ist: {}.</translation>
    </message>
    <message>
        <source>{} does not differ among the cells of this study&apos;s grid{}{}; cells that differ in a further setting are a study of their own.</source>
        <translation>{} ist in allen Zellen des Gitters dieser Studie gleich{}{}; Zellen, die sich in einer weiteren Einstellung unterscheiden, sind eine eigene Studie.</translation>
    </message>
    <message>
        <source>{} is given more values, not a range; a random study is extended by a larger count in its file.</source>
        <translation>{} erhält weitere Werte, keinen Bereich; eine Zufallsstudie wird durch ein größeres count in ihrer Datei erweitert.</translation>
    </message>
    <message>
        <source>This workspace has a study {} around other settings, in {}. Give this one another name.</source>
        <translation>Dieser Arbeitsbereich hat eine Studie {} um andere Einstellungen, in {}. Dieser einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>{}: {} stands twice.</source>
        <translation>{}: {} steht zweimal da.</translation>
    </message>
    <message>
        <source>There is no file {}, and the workspace {} has no study of that name{}</source>
        <translation>Es gibt keine Datei {}, und der Arbeitsbereich {} hat keine Studie dieses Namens{}</translation>
    </message>
    <message>
        <source>{}, base: {}</source>
        <translation>{}, base: {}</translation>
    </message>
    <message>
        <source>The run {} is running; bundle it when it is over.</source>
        <translation>Der Lauf {} ist im Gang; bündeln, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a link or no file</source>
        <translation>„{}“ ist ein Verweis oder keine Datei</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged</source>
        <translation>„{}“ ist beschädigt</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is encrypted</source>
        <translation>„{}“ ist verschlüsselt</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is in it twice</source>
        <translation>„{}“ ist zweimal darin</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no name of a file in a bundle</source>
        <translation>„{}“ ist kein Name einer Datei in einem Bündel</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is packed in a way that is not used here</source>
        <translation>„{}“ ist auf eine Weise gepackt, die hier nicht verwendet wird</translation>
    </message>
    <message>
        <source>&quot;{}&quot; would have {} bytes, more than can be in it</source>
        <translation>„{}“ hätte {} Bytes, mehr als darin sein kann</translation>
    </message>
    <message>
        <source>a later version of W2S Lab made it, or another program</source>
        <translation>eine spätere Version von W2S Lab oder ein anderes Programm hat es gemacht</translation>
    </message>
    <message>
        <source>a name is in it twice</source>
        <translation>ein Name ist zweimal darin</translation>
    </message>
    <message>
        <source>it has no {}</source>
        <translation>es hat keine {}</translation>
    </message>
    <message>
        <source>it has {} entries, more than {}</source>
        <translation>es hat {} Einträge, mehr als {}</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>its entries are larger than the file can hold</source>
        <translation>seine Einträge sind größer, als die Datei enthalten kann</translation>
    </message>
    <message>
        <source>the run {} in it calls itself {}</source>
        <translation>der Lauf {} darin nennt sich selbst {}</translation>
    </message>
    <message>
        <source>the run {} in it has no sound manifest</source>
        <translation>der Lauf {} darin hat kein unversehrtes Manifest</translation>
    </message>
    <message>
        <source>there is no run in it</source>
        <translation>es ist kein Lauf darin</translation>
    </message>
    <message>
        <source>{} exists already; choose another name.</source>
        <translation>{} gibt es schon; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{} is no bundle that can be opened: {}.</source>
        <translation>{} ist kein Bündel, das geöffnet werden kann: {}.</translation>
    </message>
    <message>
        <source>{}: {} is not what was written into it.</source>
        <translation>{}: {} ist nicht, was hineingeschrieben wurde.</translation>
    </message>
    <message>
        <source>A comparison is one of 2 to {} runs or experiments; these are {}.</source>
        <translation>Verglichen werden 2 bis {} Läufe oder Experimente; dies sind {}.</translation>
    </message>
    <message>
        <source>McNemar over test rows</source>
        <translation>McNemar über Testzeilen</translation>
    </message>
    <message>
        <source>No run and no experiment in {} is called {}{}. `w2s runs list` shows the runs, `w2s runs show` a run&apos;s experiment.</source>
        <translation>Kein Lauf und kein Experiment in {} heißt {}{}. `w2s runs list` zeigt die Läufe, `w2s runs show` das Experiment eines Laufs.</translation>
    </message>
    <message>
        <source>Settings of {} were changed while it trained: they do not all stand in its configuration.</source>
        <translation>Einstellungen von {} wurden im Training geändert: Nicht alle stehen in seiner Konfiguration.</translation>
    </message>
    <message>
        <source>The rows of {} are not compared: {}</source>
        <translation>Die Zeilen von {} werden nicht verglichen: {}</translation>
    </message>
    <message>
        <source>The study {} has no cell {}: give a number from 1 to {}, or the settings of one, such as &quot;{}&quot;.</source>
        <translation>Die Studie {} hat keine Zelle {}: eine Nummer von 1 bis {} angeben oder die Einstellungen einer Zelle, etwa &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>The two runs were judged on different test rows, so that no row of the one has a partner.</source>
        <translation>Die beiden Läufe wurden an verschiedenen Testzeilen gemessen, sodass keine Zeile des einen einen Partner hat.</translation>
    </message>
    <message>
        <source>They have no seed in common, and a difference between unequal seeds is one of their luck as well</source>
        <translation>Sie haben keinen Seed gemeinsam, und ein Unterschied zwischen ungleichen Seeds ist auch einer ihres Glücks</translation>
    </message>
    <message>
        <source>They were judged on different test rows, which differ in difficulty as models do: they are neither averaged nor paired</source>
        <translation>Sie wurden an verschiedenen Testzeilen gemessen, die verschieden schwer sind wie Modelle verschieden gut: Sie werden weder gemittelt noch gepaart</translation>
    </message>
    <message>
        <source>They were made on different data, where an equal accuracy does not mean an equal model: they are neither averaged nor paired</source>
        <translation>Sie entstanden auf verschiedenen Daten, wo gleiche Genauigkeit nicht gleiches Modell heißt: Sie werden weder gemittelt noch gepaart</translation>
    </message>
    <message>
        <source>With one seed each the interval and McNemar&apos;s test are about these two models on these test rows; another seed may say the opposite.</source>
        <translation>Mit je einem Seed gelten Intervall und McNemar-Test für diese beiden Modelle auf diesen Testzeilen; ein anderer Seed kann das Gegenteil sagen.</translation>
    </message>
    <message>
        <source>With {} seeds a sign-flip test gives no p below {:.4g}, and in {} comparisons none below {:.4g} after Holm&apos;s correction: no difference can be called significant at .05, however large. With {} seeds one could.</source>
        <translation>Mit {} Seeds ergibt ein Vorzeichentest kein p unter {:.4g}, und bei {} Vergleichen keines unter {:.4g} nach Holms Korrektur: Kein Unterschied kann bei 0,05 signifikant genannt werden, so groß er ist. Mit {} Seeds ginge es.</translation>
    </message>
    <message>
        <source>With {} seeds a sign-flip test gives no p below {:.4g}: no difference can be called significant at .05, however large. With {} seeds one could.</source>
        <translation>Mit {} Seeds ergibt ein Vorzeichentest kein p unter {:.4g}: Kein Unterschied kann bei 0,05 signifikant genannt werden, so groß er ist. Mit {} Seeds ginge es.</translation>
    </message>
    <message>
        <source>it has {} labels for {} test rows</source>
        <translation>sie hat {} Labels für {} Testzeilen</translation>
    </message>
    <message>
        <source>it is not finished</source>
        <translation>er ist nicht fertig</translation>
    </message>
    <message>
        <source>it was made on other data, or judged on other test rows, than the runs before it, and numbers of different rows are not averaged</source>
        <translation>er entstand auf anderen Daten oder wurde an anderen Testzeilen gemessen als die Läufe davor, und Zahlen verschiedener Zeilen werden nicht gemittelt</translation>
    </message>
    <message>
        <source>settings were changed while it trained</source>
        <translation>Einstellungen wurden im Training geändert</translation>
    </message>
    <message>
        <source>sign-flip over seeds</source>
        <translation>Vorzeichentest über Seeds</translation>
    </message>
    <message>
        <source>{} and {} are paired over the {} of {}&apos;s {} seeds that both have.</source>
        <translation>{} und {} sind über die Seeds gepaart, die beide haben: {} der von {} vorhandenen {}.</translation>
    </message>
    <message>
        <source>{} and {}: {}.</source>
        <translation>{} und {}: {}.</translation>
    </message>
    <message>
        <source>{} does not hold the answers of a run: there is no sound &quot;{}&quot; in it.</source>
        <translation>{} enthält nicht die Antworten eines Laufs: Es gibt darin kein heiles &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} has no finished run, so that there is nothing to compare.</source>
        <translation>{} hat keinen fertigen Lauf, sodass es nichts zu vergleichen gibt.</translation>
    </message>
    <message>
        <source>{} is left out: {}.</source>
        <translation>{} bleibt weg: {}.</translation>
    </message>
    <message>
        <source>{} is named twice: it differs from itself in nothing.</source>
        <translation>{} ist zweimal genannt: Von sich selbst unterscheidet es sich in nichts.</translation>
    </message>
    <message>
        <source>{} may be any of the experiments {}{}. Give more of the id.</source>
        <translation>{} kann jedes der Experimente {}{} sein. Mehr von der Kennung angeben.</translation>
    </message>
    <message>
        <source>{}: these runs are of {} experiments, which are not averaged.</source>
        <translation>{}: Diese Läufe gehören zu {} Experimenten, die nicht gemittelt werden.</translation>
    </message>
    <message>
        <source>A key has {} characters, more than {}.</source>
        <translation>Ein Schlüssel hat {} Zeichen, mehr als {}.</translation>
    </message>
    <message>
        <source>{} does not hold features of {} rows.</source>
        <translation>{} enthält keine Merkmale von {} Zeilen.</translation>
    </message>
    <message>
        <source>1 live change</source>
        <translation>1 Live-Änderung</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation>Startwert {}</translation>
    </message>
    <message>
        <source>{} live changes</source>
        <translation>{} Live-Änderungen</translation>
    </message>
    <message>
        <source>it is no zip archive, or the first part of one</source>
        <translation>sie ist kein Zip-Archiv oder nur dessen Anfang</translation>
    </message>
    <message>
        <source>its content is damaged</source>
        <translation>ihr Inhalt ist beschädigt</translation>
    </message>
    <message>
        <source>read or write</source>
        <translation>Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>the zip library gives up, with its error {}</source>
        <translation>die Zip-Bibliothek bricht ab, mit ihrem Fehler {}</translation>
    </message>
    <message>
        <source>{} does not fit into memory.</source>
        <translation>{} passt nicht in den Speicher.</translation>
    </message>
    <message>
        <source>an integer that a run can reach</source>
        <translation>eine ganze Zahl, die ein Lauf erreichen kann</translation>
    </message>
    <message>
        <source>{} is no entry of the cache, and is left alone.</source>
        <translation>{} ist kein Eintrag des Zwischenspeichers und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{} was written by another version of the program.</source>
        <translation>{} wurde von einer anderen Version des Programms geschrieben.</translation>
    </message>
    <message>
        <source>The course of {} is not drawn: {}</source>
        <translation>Der Verlauf von {} ist nicht gezeichnet: {}</translation>
    </message>
    <message>
        <source>{} differs in what a cell of a study cannot say: {}.</source>
        <translation>{} unterscheidet sich in etwas, das eine Zelle einer Studie nicht sagen kann: {}.</translation>
    </message>
    <message>
        <source>A fork after step {} has no step left to train: its student takes {}. Fork earlier, or raise optimizer.steps.</source>
        <translation>Nach dem Abzweigen bei Schritt {} bleibt kein Schritt zu trainieren: Der Schüler hat {}. Früher abzweigen oder optimizer.steps erhöhen.</translation>
    </message>
    <message>
        <source>A fork cannot change {}: only weights, temperature, learning rate and other numbers that may change while a student trains. Start a run of its own with it.</source>
        <translation>Beim Abzweigen lässt sich {} nicht ändern: nur Gewichte, Temperatur, Lernrate und andere Zahlen, die sich ändern dürfen, während ein Schüler trainiert. Dafür einen eigenen Lauf starten.</translation>
    </message>
    <message>
        <source>A fork of the run {} after step {}, from its checkpoint after step {}.</source>
        <translation>Abgezweigt vom Lauf {} nach Schritt {}, von seinem Sicherungspunkt nach Schritt {} aus.</translation>
    </message>
    <message>
        <source>A fork of the run {} after step {}; it has no checkpoint before, so the steps up to there were trained again.</source>
        <translation>Abgezweigt vom Lauf {} nach Schritt {}; davor hat er keinen Sicherungspunkt, darum wurden die Schritte bis dorthin noch einmal trainiert.</translation>
    </message>
    <message>
        <source>It has no step in common with the run {}.</source>
        <translation>Er hat keinen Schritt mit dem Lauf {} gemeinsam.</translation>
    </message>
    <message>
        <source>Step {} is not that of the run {}, although nothing was changed before it: another processor, library or version of W2S Lab computed it.</source>
        <translation>Schritt {} ist nicht der des Laufs {}, obwohl davor nichts geändert wurde: Ein anderer Prozessor, eine andere Bibliothek oder Version von W2S Lab hat ihn berechnet.</translation>
    </message>
    <message>
        <source>Steps 1 to {} are those of the run {}, bit for bit.</source>
        <translation>Die Schritte 1 bis {} sind bis aufs Bit die des Laufs {}.</translation>
    </message>
    <message>
        <source>Steps 1 to {} are those of the run {}, bit for bit; step {} is not.</source>
        <translation>Die Schritte 1 bis {} sind bis aufs Bit die des Laufs {}; Schritt {} ist es nicht.</translation>
    </message>
    <message>
        <source>The run {} ended before the first step of its student: there is nothing to branch off from.</source>
        <translation>Der Lauf {} endete vor dem ersten Schritt seines Schülers: Es gibt nichts, wovon sich abzweigen ließe.</translation>
    </message>
    <message>
        <source>The run {} has taken {} steps; it can be forked after 0 to {} of them, not after {}.</source>
        <translation>Der Lauf {} hat {} Schritte gemacht; abzweigen lässt sich nach 0 bis {} davon, nicht nach {}.</translation>
    </message>
    <message>
        <source>The run {} is no fork.</source>
        <translation>Der Lauf {} ist nicht abgezweigt.</translation>
    </message>
    <message>
        <source>{} is damaged ({}). It is made anew from the runs.</source>
        <translation>{} ist beschädigt ({}). Sie wird aus den Läufen neu gemacht.</translation>
    </message>
    <message>
        <source>{} is not used: {}.</source>
        <translation>{} wird nicht benutzt: {}.</translation>
    </message>
    <message>
        <source>{} says of the run {} what its folder does not.</source>
        <translation>{} sagt über den Lauf {}, was sein Ordner nicht sagt.</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>{}: log of a range is true or false.</source>
        <translation>{}: log eines Bereichs ist true oder false.</translation>
    </message>
    <message>
        <source>1, the version of the format</source>
        <translation>1, die Version des Formats</translation>
    </message>
    <message>
        <source>A card has no key {}{}; known here: {}.</source>
        <translation>Eine Karte hat keinen Schlüssel {}{}; hier bekannt: {}.</translation>
    </message>
    <message>
        <source>The card names no labels; add labels = &quot;FILE&quot; to its section [rows].</source>
        <translation>Die Karte nennt keine Labels; in ihrem Abschnitt [rows] labels = &quot;DATEI&quot; ergänzen.</translation>
    </message>
    <message>
        <source>The card {} was not read yet.</source>
        <translation>Die Karte {} wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The features {} have ids, but the rows have none; add ids to [rows].</source>
        <translation>Die Merkmale {} haben Kennungen, aber die Zeilen haben keine; in [rows] ids ergänzen.</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>eine Liste von Namen</translation>
    </message>
    <message>
        <source>a section, [rows]</source>
        <translation>ein Abschnitt, [rows]</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>classes has &quot;{}&quot; more than once.</source>
        <translation>classes enthält „{}“ mehrmals.</translation>
    </message>
    <message>
        <source>classes has {} names, but at least two are needed.</source>
        <translation>classes hat {} Namen, aber mindestens zwei sind nötig.</translation>
    </message>
    <message>
        <source>classes has {}, but must be a list of names in quotes.</source>
        <translation>classes enthält {}, muss aber eine Liste von Namen in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>features of the card</source>
        <translation>Merkmale der Karte</translation>
    </message>
    <message>
        <source>features {}</source>
        <translation>Merkmale {}</translation>
    </message>
    <message>
        <source>it does not begin with the bytes of numpy.save</source>
        <translation>sie beginnt nicht mit den Bytes von numpy.save</translation>
    </message>
    <message>
        <source>it holds Python objects; write an array of numbers or of texts</source>
        <translation>sie enthält Python-Objekte; ein Feld von Zahlen oder Texten schreiben</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>its header asks for {} bytes of values, but {} follow</source>
        <translation>ihr Kopf verlangt {} Bytes Werte, aber {} folgen</translation>
    </message>
    <message>
        <source>its header has {} bytes, more than the file or than {}</source>
        <translation>ihr Kopf hat {} Bytes, mehr als die Datei oder als {}</translation>
    </message>
    <message>
        <source>its shape has more values than any file</source>
        <translation>ihre Form hat mehr Werte als irgendeine Datei</translation>
    </message>
    <message>
        <source>its values ({}) have the high byte first; write array.astype(&apos;&lt;{}&apos;)</source>
        <translation>ihre Werte ({}) haben das hohe Byte zuerst; array.astype(&apos;&lt;{}&apos;) schreiben</translation>
    </message>
    <message>
        <source>its values go column by column; write numpy.ascontiguousarray(array)</source>
        <translation>ihre Werte stehen spaltenweise; numpy.ascontiguousarray(array) schreiben</translation>
    </message>
    <message>
        <source>its values have the type {}, which is none of bool, integers, float16, float32, float64 and texts</source>
        <translation>ihre Werte haben den Typ {}, der keiner von bool, ganzen Zahlen, float16, float32, float64 und Texten ist</translation>
    </message>
    <message>
        <source>its version is {}</source>
        <translation>ihre Version ist {}</translation>
    </message>
    <message>
        <source>line {}: a field has more than {} bytes</source>
        <translation>Zeile {}: Ein Feld hat mehr als {} Bytes</translation>
    </message>
    <message>
        <source>line {}: a quote stands inside a field that does not begin with one; put the field in quotes and double the quotes inside</source>
        <translation>Zeile {}: Ein Anführungszeichen steht in einem Feld, das nicht mit einem beginnt; das Feld in Anführungszeichen setzen und die inneren verdoppeln</translation>
    </message>
    <message>
        <source>line {}: a quote that begins here is never closed</source>
        <translation>Zeile {}: Ein Anführungszeichen, das hier beginnt, wird nie geschlossen</translation>
    </message>
    <message>
        <source>line {}: a quote that begins here is not closed within {} bytes</source>
        <translation>Zeile {}: Ein Anführungszeichen, das hier beginnt, wird innerhalb von {} Bytes nicht geschlossen</translation>
    </message>
    <message>
        <source>line {}: text follows a closing quote before the next separator</source>
        <translation>Zeile {}: Nach einem schließenden Anführungszeichen folgt Text vor dem nächsten Trennzeichen</translation>
    </message>
    <message>
        <source>lines {}</source>
        <translation>Zeilen {}</translation>
    </message>
    <message>
        <source>lines {} and {} more</source>
        <translation>Zeilen {} und {} weitere</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Abbilden</translation>
    </message>
    <message>
        <source>name is &quot;{}&quot;; use letters, digits, -, _ and . alone.</source>
        <translation>name ist „{}“; nur Buchstaben, Ziffern, -, _ und Punkt verwenden.</translation>
    </message>
    <message>
        <source>of its header, {}</source>
        <translation>zu ihrem Kopf: {}</translation>
    </message>
    <message>
        <source>row {} (the first is 0)</source>
        <translation>Zeile {} (die erste ist 0)</translation>
    </message>
    <message>
        <source>rows {} (the first is 0)</source>
        <translation>Zeilen {} (die erste ist 0)</translation>
    </message>
    <message>
        <source>rows {} and {} more (the first is 0)</source>
        <translation>Zeilen {} und {} weitere (die erste ist 0)</translation>
    </message>
    <message>
        <source>vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>vectors of {} numbers</source>
        <translation>Vektoren von {} Zahlen</translation>
    </message>
    <message>
        <source>{} has more than {} different labels; it seems to be no column of classes.</source>
        <translation>{} hat mehr als {} verschiedene Labels; es scheint keine Spalte von Klassen zu sein.</translation>
    </message>
    <message>
        <source>{} has no column &quot;{}&quot;{}; it has {}.</source>
        <translation>{} hat keine Spalte „{}“{}; vorhanden sind {}.</translation>
    </message>
    <message>
        <source>{} has no features named &quot;{}&quot;.</source>
        <translation>{} hat keine Merkmale namens „{}“.</translation>
    </message>
    <message>
        <source>{} has no rows.</source>
        <translation>{} hat keine Zeilen.</translation>
    </message>
    <message>
        <source>{} has no tensor &quot;{}&quot;; it has {}.</source>
        <translation>{} hat keinen Tensor „{}“; vorhanden sind {}.</translation>
    </message>
    <message>
        <source>{} has the shape ({}) and the type {}, but features are [rows, numbers] of float16, bfloat16, float32 or float64.</source>
        <translation>{} hat die Form ({}) und den Typ {}, aber Merkmale sind [Zeilen, Zahlen] aus float16, bfloat16, float32 oder float64.</translation>
    </message>
    <message>
        <source>{} has the shape ({}), but a column is one value a row.</source>
        <translation>{} hat die Form ({}), aber eine Spalte ist ein Wert je Zeile.</translation>
    </message>
    <message>
        <source>{} has two columns named &quot;{}&quot;.</source>
        <translation>{} hat zwei Spalten namens „{}“.</translation>
    </message>
    <message>
        <source>{} has {} columns; say which one as {}#COLUMN: {}.</source>
        <translation>{} hat {} Spalten; als {}#SPALTE sagen, welche: {}.</translation>
    </message>
    <message>
        <source>{} has {} more ids that are there more than once.</source>
        <translation>{} hat {} weitere Kennungen, die mehrmals vorkommen.</translation>
    </message>
    <message>
        <source>{} has {} rows, but {} has {}.</source>
        <translation>{} hat {} Zeilen, aber {} hat {}.</translation>
    </message>
    <message>
        <source>{} has {} rows, but {} has {}; if it belongs to this data set, give ids to both, rows.ids and features.ids.</source>
        <translation>{} hat {} Zeilen, aber {} hat {}; wenn sie zu diesem Datensatz gehört, beiden Kennungen geben, rows.ids und features.ids.</translation>
    </message>
    <message>
        <source>{} has {} rows, more than a column can have.</source>
        <translation>{} hat {} Zeilen, mehr als eine Spalte haben kann.</translation>
    </message>
    <message>
        <source>{} holds {} tensors; say which one as {}#NAME: {}.</source>
        <translation>{} enthält {} Tensoren; als {}#NAME sagen, welcher: {}.</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, which names no file.</source>
        <translation>{} ist „{}“ und nennt damit keine Datei.</translation>
    </message>
    <message>
        <source>{} is empty; its first line names the columns.</source>
        <translation>{} ist leer; ihre erste Zeile nennt die Spalten.</translation>
    </message>
    <message>
        <source>{} is features, but the card {} names none; add a section [[features]] to it.</source>
        <translation>{} ist features, aber die Karte {} nennt keine; ihr einen Abschnitt [[features]] hinzufügen.</translation>
    </message>
    <message>
        <source>{} is no NPY file that is read here: {}.</source>
        <translation>{} ist keine NPY-Datei, die hier gelesen wird: {}.</translation>
    </message>
    <message>
        <source>{} is no kind of file that a card reads; those are .csv, .tsv, .jsonl, .npy and .safetensors.</source>
        <translation>{} ist keine Art von Datei, die eine Karte liest; das sind .csv, .tsv, .jsonl, .npy und .safetensors.</translation>
    </message>
    <message>
        <source>{} marks every row as test; none is left to train on.</source>
        <translation>{} kennzeichnet jede Zeile als Test; keine bleibt zum Trainieren.</translation>
    </message>
    <message>
        <source>{} marks no row as test; mark some, or leave rows.split out, and one row of {} is kept for the test.</source>
        <translation>{} kennzeichnet keine Zeile als Test; einige kennzeichnen oder rows.split weglassen, dann wird eine Zeile von {} für den Test zurückgehalten.</translation>
    </message>
    <message>
        <source>{} was changed while it was in use, so what was read of it does not belong together; let the file rest, and start again.</source>
        <translation>{} wurde geändert, während sie in Gebrauch war; was davon gelesen wurde, gehört nicht zusammen. Die Datei ruhen lassen und neu beginnen.</translation>
    </message>
    <message>
        <source>{} was changed while it was opened; open it again.</source>
        <translation>{} wurde beim Öffnen geändert; noch einmal öffnen.</translation>
    </message>
    <message>
        <source>{}, line {}: longer than {} bytes.</source>
        <translation>{}, Zeile {}: länger als {} Bytes.</translation>
    </message>
    <message>
        <source>{}, {}: no JSON object ({}).</source>
        <translation>{}, {}: kein JSON-Objekt ({}).</translation>
    </message>
    <message>
        <source>{}, {}: no &quot;{}&quot;.</source>
        <translation>{}, {}: kein „{}“.</translation>
    </message>
    <message>
        <source>{}, {}: not {} fields as in the header, but {}.</source>
        <translation>{}, {}: nicht {} Felder wie in der Kopfzeile, sondern {}.</translation>
    </message>
    <message>
        <source>{}.set is &quot;{}&quot;, but the card {} has no features of that name{}; it has {}.</source>
        <translation>{}.set ist „{}“, aber die Karte {} hat keine Merkmale dieses Namens{}; vorhanden sind {}.</translation>
    </message>
    <message>
        <source>{}: a group has rows in two splits, &quot;{}&quot; for one; rows of a group belong into one split.</source>
        <translation>{}: Eine Gruppe hat Zeilen in zwei Teilen, zum Beispiel „{}“; Zeilen einer Gruppe gehören in einen Teil.</translation>
    </message>
    <message>
        <source>{}: all {} rows have one class, so there is nothing to learn; at least two classes are needed.</source>
        <translation>{}: Alle {} Zeilen haben eine Klasse, also gibt es nichts zu lernen; mindestens zwei Klassen sind nötig.</translation>
    </message>
    <message>
        <source>{}: no group.</source>
        <translation>{}: keine Gruppe.</translation>
    </message>
    <message>
        <source>{}: no id.</source>
        <translation>{}: keine Kennung.</translation>
    </message>
    <message>
        <source>{}: no label.</source>
        <translation>{}: kein Label.</translation>
    </message>
    <message>
        <source>{}: the column &quot;{}&quot; is no UTF-8; save the file as UTF-8.</source>
        <translation>{}: Die Spalte „{}“ ist kein UTF-8; die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{}: the id &quot;{}&quot; is there more than once.</source>
        <translation>{}: Die Kennung „{}“ kommt mehrmals vor.</translation>
    </message>
    <message>
        <source>{}: the label &quot;{}&quot; is no class; the classes are {}.</source>
        <translation>{}: Das Label „{}“ ist keine Klasse; die Klassen sind {}.</translation>
    </message>
    <message>
        <source>{}: the split &quot;{}&quot; is none of train, weak, transfer, validation and test.</source>
        <translation>{}: Der Teil „{}“ ist keiner von train, weak, transfer, validation und test.</translation>
    </message>
    <message>
        <source>{}: {} has no features of these ids, of {} of {} rows.</source>
        <translation>{}: {} hat keine Merkmale dieser Kennungen, von {} der {} Zeilen.</translation>
    </message>
    <message>
        <source>{}, {}: a value is no finite number that float32 holds. {} of {} rows have such values; mend them where the file is made.</source>
        <translation>{}, {}: Ein Wert ist keine endliche Zahl, die float32 fasst. {} von {} Zeilen haben solche Werte; dort berichtigen, wo die Datei entsteht.</translation>
    </message>
    <message>
        <source>{}: its column of splits leaves no rows for validation; mark some as &quot;validation&quot;, or as &quot;train&quot;, from which they are drawn.</source>
        <translation>{}: Die Spalte der Teilmengen lässt keine Zeilen für die Validierung; einige als &quot;validation&quot; kennzeichnen, oder als &quot;train&quot;, woraus sie gezogen werden.</translation>
    </message>
    <message>
        <source>The study in {} has no study.toml. Take it from a copy, or run the study from its file again.</source>
        <translation>Die Studie in {} hat keine study.toml. Sie aus einer Kopie holen oder die Studie aus ihrer Datei erneut starten.</translation>
    </message>
    <message>
        <source>{} is of the study {}: the folder was renamed, or the file was changed.</source>
        <translation>{} gehört zur Studie {}: Der Ordner wurde umbenannt oder die Datei geändert.</translation>
    </message>
    <message>
        <source>{} names other runs than submission.json beside it.</source>
        <translation>{} nennt andere Läufe als submission.json daneben.</translation>
    </message>
    <message>
        <source>{} was never handed to the queue.</source>
        <translation>{} wurde der Warteschlange nie übergeben.</translation>
    </message>
    <message>
        <source>{}, line {} is longer than {} bytes; it seems to be another kind of file, or is damaged.</source>
        <translation>{}, Zeile {} ist länger als {} Bytes; es scheint eine andere Art von Datei zu sein, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>&quot;event&quot; is of an unknown kind: &quot;{}&quot;</source>
        <translation>„event“ ist von unbekannter Art: „{}“</translation>
    </message>
    <message>
        <source>The mean distance of confidence and accuracy over bins of equal width (expected calibration error).</source>
        <translation>Der mittlere Abstand von Konfidenz und Genauigkeit über Klassen gleicher Breite (erwarteter Kalibrierungsfehler).</translation>
    </message>
    <message>
        <source>The mean of -log p over the test rows, p the probability of the right class.</source>
        <translation>Der Mittelwert von -log p über die Testzeilen, p die Wahrscheinlichkeit der richtigen Klasse.</translation>
    </message>
    <message>
        <source>The share of test rows whose most probable class is the right one.</source>
        <translation>Der Anteil der Testzeilen, deren wahrscheinlichste Klasse die richtige ist.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>The run {} cannot be repeated: the rows of its splits ({}) are not those that this version of W2S Lab or these settings draw from the data here.</source>
        <translation>Der Lauf {} kann nicht wiederholt werden: Die Zeilen seiner Teilmengen ({}) sind nicht die, die diese Version von W2S Lab oder diese Einstellungen aus den Daten hier ziehen.</translation>
    </message>
    <message>
        <source>The run {} was made with other data (fingerprint {}) than {} names now (fingerprint {}). Put back the card and the files that it had then.</source>
        <translation>Der Lauf {} wurde mit anderen Daten gemacht (Fingerabdruck {}), als {} jetzt nennt (Fingerabdruck {}). Die Karte und die Dateien von damals zurücklegen.</translation>
    </message>
    <message>
        <source>The run {} was made with other data (fingerprint {}, then in {}) than those in {} (fingerprint {}). Name the folder that holds its data with --data.</source>
        <translation>Der Lauf {} wurde mit anderen Daten gemacht (Fingerabdruck {}, damals in {}) als denen in {} (Fingerabdruck {}). Den Ordner mit seinen Daten mit --data nennen.</translation>
    </message>
    <message>
        <source>The run {} was made with other data: an earlier or later version of W2S Lab drew other points (fingerprint {}, here {}).</source>
        <translation>Der Lauf {} wurde mit anderen Daten gemacht: Eine frühere oder spätere Version von W2S Lab zog andere Punkte (Fingerabdruck {}, hier {}).</translation>
    </message>
    <message>
        <source>The run was made with more rows than {} holds now.</source>
        <translation>Der Lauf wurde mit mehr Zeilen gemacht, als {} jetzt enthält.</translation>
    </message>
    <message>
        <source>This run has recorded no predictions: it ended before its first evaluation, or another program has made it.</source>
        <translation>Dieser Lauf hat keine Vorhersagen aufgezeichnet: Er endete vor seiner ersten Auswertung, oder ein anderes Programm hat ihn gemacht.</translation>
    </message>
    <message>
        <source>What models say of transfer rows is recorded when a run finishes, and this one did not.</source>
        <translation>Was Modelle zu Transferzeilen sagen, wird aufgezeichnet, wenn ein Lauf fertig wird, und dieser wurde es nicht.</translation>
    </message>
    <message>
        <source>What models say of transfer rows is recorded when the run finishes.</source>
        <translation>Was Modelle zu Transferzeilen sagen, wird aufgezeichnet, wenn der Lauf fertig wird.</translation>
    </message>
    <message>
        <source>it does not say of which step its student is</source>
        <translation>sie sagt nicht, von welchem Schritt ihr Schüler ist</translation>
    </message>
    <message>
        <source>A section [[{}]] has the name &quot;{}&quot;; give it one of letters, digits, -, _ and . alone.</source>
        <translation>Ein Abschnitt [[{}]] hat den Namen „{}“; Namen bestehen nur aus Buchstaben, Ziffern, -, _ und Punkt.</translation>
    </message>
    <message>
        <source>A section [[{}]] names no file; add file = &quot;FILE&quot;.</source>
        <translation>Ein Abschnitt [[{}]] nennt keine Datei; file = &quot;DATEI&quot; ergänzen.</translation>
    </message>
    <message>
        <source>A weight of the objective is off_when_student_passes, but validation rows have no weak labels {} to pass; choose another shape.</source>
        <translation>Ein Gewicht der Zielfunktion ist off_when_student_passes, aber Validierungszeilen haben keine schwachen Labels {}, die zu übertreffen wären; eine andere Form wählen.</translation>
    </message>
    <message>
        <source>The weak labels {} do not say which row each belongs to; give ids to them and to [rows], or say in_order = true if {} has the rows of {} in their order.</source>
        <translation>Die schwachen Labels {} sagen nicht, zu welcher Zeile jedes gehört; ihnen und [rows] Kennungen geben, oder in_order = true, wenn {} die Zeilen von {} in deren Reihenfolge hat.</translation>
    </message>
    <message>
        <source>The weak labels {} have ids, but the rows have none; add ids to [rows].</source>
        <translation>Die schwachen Labels {} haben Kennungen, aber die Zeilen haben keine; in [rows] ids ergänzen.</translation>
    </message>
    <message>
        <source>Two sections [[{}]] have the name &quot;{}&quot;.</source>
        <translation>Zwei Abschnitte [[{}]] haben den Namen „{}“.</translation>
    </message>
    <message>
        <source>&quot;probabilities&quot;, &quot;logits&quot; or &quot;classes&quot;</source>
        <translation>&quot;probabilities&quot;, &quot;logits&quot; oder &quot;classes&quot;</translation>
    </message>
    <message>
        <source>evaluation.selection is best_agreement, but validation rows have no weak labels {}; choose evaluation.selection = &quot;final&quot;.</source>
        <translation>evaluation.selection ist best_agreement, aber Validierungszeilen haben keine schwachen Labels {}; evaluation.selection = &quot;final&quot; wählen.</translation>
    </message>
    <message>
        <source>one or more sections [[{}]]</source>
        <translation>ein oder mehrere Abschnitte [[{}]]</translation>
    </message>
    <message>
        <source>supervision.delivery is live, which runs the weak model in each step, but {} names labels without a model; choose supervision.delivery = &quot;stored&quot;.</source>
        <translation>supervision.delivery ist live, was das schwache Modell in jedem Schritt ausführt, aber {} nennt Labels ohne Modell; supervision.delivery = &quot;stored&quot; wählen.</translation>
    </message>
    <message>
        <source>{} has no weak labels named &quot;{}&quot;.</source>
        <translation>{} hat keine schwachen Labels namens „{}“.</translation>
    </message>
    <message>
        <source>{} has {} numbers a row, but a class is one.</source>
        <translation>{} hat {} Zahlen je Zeile, aber eine Klasse ist eine.</translation>
    </message>
    <message>
        <source>{} has {} numbers a row, but there are {} classes.</source>
        <translation>{} hat {} Zahlen je Zeile, aber es gibt {} Klassen.</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, but the card {} has no weak labels of that name{}; it has {}.</source>
        <translation>{} ist „{}“, aber die Karte {} hat keine schwachen Labels dieses Namens{}; vorhanden sind {}.</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, but the data set {} has no weak labels; empty it, or name a card with a section [[weak_labels]].</source>
        <translation>{} ist „{}“, aber der Datensatz {} hat keine schwachen Labels; leeren oder eine Karte mit einem Abschnitt [[weak_labels]] nennen.</translation>
    </message>
    <message>
        <source>{}: gt_label is not the label of the card&apos;s row; {} of {} rows differ, so the weak labels {} belong to other rows or other classes.</source>
        <translation>{}: gt_label ist nicht das Label der Zeile der Karte; {} von {} Zeilen weichen ab, also gehören die schwachen Labels {} zu anderen Zeilen oder anderen Klassen.</translation>
    </message>
    <message>
        <source>{}: none of its {} ids is one of the card&apos;s rows; the weak labels {} seem to be of another data set.</source>
        <translation>{}: Keine ihrer {} Kennungen ist eine Zeile der Karte; die schwachen Labels {} scheinen zu einem anderen Datensatz zu gehören.</translation>
    </message>
    <message>
        <source>{} has {} bytes; a file in a bundle has at most {}, so it is damaged.</source>
        <translation>{} hat {} Bytes; eine Datei in einem Bündel hat höchstens {}, sie ist also beschädigt.</translation>
    </message>
    <message>
        <source>A later version of W2S Lab wrote {}; it stays as it is, and colours of new experiments are not kept.</source>
        <translation>Eine spätere Version von W2S Lab hat {} geschrieben; die Datei bleibt, wie sie ist, und Farben neuer Experimente werden nicht behalten.</translation>
    </message>
    <message>
        <source>Another program changes the labels or figures of {} and does not come to an end; nothing is changed. Try again when it is over.</source>
        <translation>Ein anderes Programm ändert die Beschriftungen oder Abbildungen von {} und kommt zu keinem Ende; es wird nichts geändert. Danach noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Features of the kind {} have no {}; they have {}.</source>
        <translation>Merkmale der Art {} haben kein {}; sie haben {}.</translation>
    </message>
    <message>
        <source>The descriptions of packages come from apt, which does not answer here: {} Name a folder with a file Packages of Debian&apos;s archive with --data or W2S_DATA.</source>
        <translation>Die Beschreibungen von Paketen kommen von apt, das hier nicht antwortet: {} Nennen Sie mit --data oder W2S_DATA einen Ordner mit einer Datei Packages aus dem Archiv von Debian.</translation>
    </message>
    <message>
        <source>Words are counted in rows.text, which the card does not name; add text = &quot;FILE#COLUMN&quot; to its section [rows].</source>
        <translation>Wörter werden in rows.text gezählt, das die Karte nicht nennt; ergänzen Sie text = &quot;DATEI#SPALTE&quot; in ihrem Abschnitt [rows].</translation>
    </message>
    <message>
        <source>&quot;presence&quot;, &quot;counts&quot; or &quot;tf_idf&quot;</source>
        <translation>&quot;presence&quot;, &quot;counts&quot; oder &quot;tf_idf&quot;</translation>
    </message>
    <message>
        <source>a list of different names in quotes</source>
        <translation>eine Liste verschiedener Namen in Anführungszeichen</translation>
    </message>
    <message>
        <source>a whole number from 1 to {}</source>
        <translation>eine ganze Zahl von 1 bis {}</translation>
    </message>
    <message>
        <source>features.kind is &quot;{}&quot;; the kinds of features are {}.</source>
        <translation>features.kind ist &quot;{}&quot;; die Arten von Merkmalen sind {}.</translation>
    </message>
    <message>
        <source>{} has neither {} nor a file Packages of Debian&apos;s archive.</source>
        <translation>{} hat weder {} noch eine Datei Packages aus dem Archiv von Debian.</translation>
    </message>
    <message>
        <source>{} has no column beside those that [rows] names.</source>
        <translation>{} hat keine Spalte neben denen, die in [rows] genannt sind.</translation>
    </message>
    <message>
        <source>{} has no descriptions of packages. Run `sudo apt-get update`, or name a folder with a file Packages of Debian with --data or W2S_DATA.</source>
        <translation>{} hat keine Beschreibungen von Paketen. Rufen Sie `sudo apt-get update` auf, oder nennen Sie mit --data oder W2S_DATA einen Ordner mit einer Datei Packages von Debian.</translation>
    </message>
    <message>
        <source>{} has no words in its training rows.</source>
        <translation>{} hat in seinen Trainingszeilen keine Wörter.</translation>
    </message>
    <message>
        <source>{} has {} MB, more than the {} MB of a table that features are read from; save them as an array (.npy), which is read row by row.</source>
        <translation>{} hat {} MB, mehr als die {} MB einer Tabelle, aus der Merkmale gelesen werden; speichern Sie sie als Feld (.npy), das Zeile für Zeile gelesen wird.</translation>
    </message>
    <message>
        <source>{}: no list of numbers, as features are.</source>
        <translation>{}: keine Liste von Zahlen, wie Merkmale es sind.</translation>
    </message>
    <message>
        <source>{}: not {} numbers as in the rows before.</source>
        <translation>{}: nicht {} Zahlen wie in den Zeilen davor.</translation>
    </message>
    <message>
        <source>{}: the column &quot;{}&quot; has no number there, but features are numbers; choose columns of numbers with features.columns.</source>
        <translation>{}: Die Spalte &quot;{}&quot; hat dort keine Zahl, aber Merkmale sind Zahlen; wählen Sie mit features.columns Spalten von Zahlen.</translation>
    </message>
    <message>
        <source>{}: {} rows of {} numbers are {} MB, more than the {} MB that are held in memory; save them as an array (.npy), which is read row by row.</source>
        <translation>{}: {} Zeilen von {} Zahlen sind {} MB, mehr als die {} MB, die im Speicher gehalten werden; speichern Sie sie als Feld (.npy), das Zeile für Zeile gelesen wird.</translation>
    </message>
    <message>
        <source>The run {} was made with other weak labels {} (hash {}) than {} names now (hash {}). Put back the file of weak labels that it had then.</source>
        <translation>Der Lauf {} wurde mit anderen schwachen Labels {} gemacht (Hash {}), als {} jetzt nennt (Hash {}). Die Datei mit den schwachen Labels, die er damals hatte, muss wieder an ihre Stelle.</translation>
    </message>
    <message>
        <source>reference.weak_rows trains the strong model on the rows that trained the weak supervisor, but {} names labels whose training rows are not known; choose reference.weak_rows = false.</source>
        <translation>reference.weak_rows trainiert das starke Modell auf den Beispielen, auf denen der schwache Lehrer trainiert ist, aber {} nennt Labels, deren Trainingsbeispiele nicht bekannt sind; reference.weak_rows = false wählen.</translation>
    </message>
    <message>
        <source>the part of the training file that has weak labels {}, without its validation rows,</source>
        <translation>der Teil der Trainingsdatei, der schwache Labels {} hat, ohne seine Validierungsbeispiele,</translation>
    </message>
    <message>
        <source>{} If they are logits, say values = &quot;logits&quot; in the card.</source>
        <translation>{} Sind es Logits, gehört values = &quot;logits&quot; in die Karte.</translation>
    </message>
    <message>
        <source>{} has the shape ({}) and the type {}, but weak labels are [rows, classes] of float16, bfloat16 (safetensors), float32 or float64, or a column of classes.</source>
        <translation>{} hat die Form ({}) und den Typ {}, aber schwache Labels sind [Zeilen, Klassen] aus float16, bfloat16 (safetensors), float32 oder float64, oder eine Spalte von Klassen.</translation>
    </message>
    <message>
        <source>{}: a value is no finite number; mend it where the file is made.</source>
        <translation>{}: Ein Wert ist keine endliche Zahl; das ist dort zu beheben, wo die Datei entsteht.</translation>
    </message>
    <message>
        <source>{}: no list of {} numbers. There are {} classes; a row is written as [0.1, 0.9, ...], a number for each of them in the order of the classes.</source>
        <translation>{}: keine Liste von {} Zahlen. Es gibt {} Klassen; eine Zeile wird als [0.1, 0.9, ...] geschrieben, mit einer Zahl für jede in der Reihenfolge der Klassen.</translation>
    </message>
    <message>
        <source>{}: the numbers are no probabilities, which are from 0 to 1 and sum to 1, in {} of {} rows.</source>
        <translation>{}: Die Zahlen sind in {} von {} Zeilen keine Wahrscheinlichkeiten, die von 0 bis 1 reichen und zusammen 1 ergeben.</translation>
    </message>
    <message>
        <source>{}: {} of {} training rows have a weak label of {}, which leaves {} weak rows, {} transfer rows and {} validation rows; each split needs {}. Give weak labels to more rows.</source>
        <translation>{}: {} von {} Trainingsbeispielen haben ein schwaches Label von {}; das lässt {} schwache Beispiele, {} Transferzeilen und {} Validierungsbeispiele, und jeder Teil braucht {}. Mehr Beispiele brauchen schwache Labels.</translation>
    </message>
    <message>
        <source>There is no file or folder {}.</source>
        <translation>Eine Datei oder einen Ordner {} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no reference result {}{}. `w2s references` lists them.</source>
        <translation>Ein Vergleichsergebnis {} gibt es nicht{}. `w2s references` zählt sie auf.</translation>
    </message>
    <message>
        <source>&quot;name&quot; is {}; it has small letters, digits, -, . and _ alone</source>
        <translation>„name“ ist {}; erlaubt sind nur Kleinbuchstaben, Ziffern, -, . und _</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has no or too many letters</source>
        <translation>„{}“ hat keine oder zu viele Zeichen</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is empty</source>
        <translation>„{}“ ist leer</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is {}; an accuracy lies between 0 and 1</source>
        <translation>„{}“ ist {}; eine Genauigkeit liegt zwischen 0 und 1</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is {}; it is empty or a number from {} to {}</source>
        <translation>„{}“ ist {}; erlaubt ist nichts oder eine Zahl von {} bis {}</translation>
    </message>
    <message>
        <source>it has no &quot;{}...&quot;</source>
        <translation>„{}...“ fehlt</translation>
    </message>
    <message>
        <source>there is another result {}</source>
        <translation>es gibt ein anderes Ergebnis {}</translation>
    </message>
    <message>
        <source>{} has no column &quot;{}&quot;; it needs {}.</source>
        <translation>{} hat keine Spalte „{}“; nötig sind {}.</translation>
    </message>
    <message>
        <source>{} has no results of weak-to-strong training: a {} beside a {} whose configuration names a weak model, or a file that ends in {}.</source>
        <translation>{} enthält keine Ergebnisse eines Weak-to-Strong-Trainings: eine {} neben einer {}, deren Konfiguration ein schwaches Modell nennt, oder eine Datei, die auf {} endet.</translation>
    </message>
    <message>
        <source>{} holds more than {} results or {} files: the others are left out.</source>
        <translation>{} enthält mehr als {} Ergebnisse oder {} Dateien: Die übrigen sind ausgelassen.</translation>
    </message>
    <message>
        <source>{} more files were left out.</source>
        <translation>{} weitere Dateien wurden ausgelassen.</translation>
    </message>
    <message>
        <source>{}, line {}: {}.</source>
        <translation>{}, Zeile {}: {}.</translation>
    </message>
    <message>
        <source>a range with a number of values is written &quot;0.1 .. 10 in 5&quot; or &quot;0.1 .. 10 log in 5&quot;, with a whole number from 1 to {}.</source>
        <translation>Ein Bereich mit einer Anzahl von Werten wird „0.1 .. 10 in 5“ oder „0.1 .. 10 log in 5“ geschrieben, mit einer ganzen Zahl von 1 bis {}.</translation>
    </message>
    <message>
        <source>{}: a range has no &quot;{}&quot;{} It has low, high, log and, in a grid, count.</source>
        <translation>{}: Ein Bereich hat kein „{}“{} Er hat low, high, log und in einem Gitter count.</translation>
    </message>
    <message>
        <source>{}: a range of a grid says how many values it has: count = n, a whole number from 1 to {}.</source>
        <translation>{}: Ein Bereich eines Gitters sagt, wie viele Werte er hat: count = n, eine ganze Zahl von 1 bis {}.</translation>
    </message>
    <message>
        <source>{}: a range that is drawn from has no count; random has one.</source>
        <translation>{}: Ein Bereich, aus dem gezogen wird, hat kein count; random hat eines.</translation>
    </message>
    <message>
        <source>A report in Markdown keeps its picture in a file beside it: give it a file with --out, or choose HTML.</source>
        <translation>Ein Bericht in Markdown legt sein Bild in eine Datei neben sich: mit --out eine Datei nennen oder HTML wählen.</translation>
    </message>
    <message>
        <source>There is no run and no study in {}: figures cannot be kept there.</source>
        <translation>In {} ist kein Lauf und keine Studie: Dort können keine Abbildungen behalten werden.</translation>
    </message>
    <message>
        <source>a list of figures</source>
        <translation>eine Liste von Abbildungen</translation>
    </message>
    <message>
        <source>Name the runs to draw, or a study with --study, or what to compare with --compare.</source>
        <translation>Die Läufe nennen, die zu zeichnen sind, oder mit --study eine Studie oder mit --compare, was zu vergleichen ist.</translation>
    </message>
    <message>
        <source>it does not begin with &quot;w2slab export&quot;</source>
        <translation>er beginnt nicht mit &quot;w2slab export&quot;</translation>
    </message>
    <message>
        <source>{}: {} rows to train on are too few to be split into weak, transfer and validation rows.</source>
        <translation>{}: {} Zeilen zum Trainieren sind zu wenige, um sie in schwache, Transfer- und Validierungszeilen zu teilen.</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>PGR</source>
        <translation>PGR</translation>
    </message>
    <message>
        <source>95 % CI</source>
        <translation>95-%-KI</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation>Startwert {}</translation>
    </message>
    <message>
        <source>n = {} of {}</source>
        <translation>n = {} von {}</translation>
    </message>
    <message>
        <source>stopped before its end: its latest numbers</source>
        <translation>vor dem Ende gestoppt: die letzten Zahlen</translation>
    </message>
    <message>
        <source>did not finish: its latest numbers</source>
        <translation>nicht beendet: die letzten Zahlen</translation>
    </message>
    <message>
        <source>settings changed while it trained</source>
        <translation>Einstellungen während des Trainings geändert</translation>
    </message>
    <message>
        <source>Table of runs</source>
        <translation>Tabelle der Läufe</translation>
    </message>
    <message>
        <source>Nothing to export yet: start a run, or open one from the list.</source>
        <translation>Noch nichts zu exportieren: einen Lauf starten oder einen aus der Liste öffnen.</translation>
    </message>
    <message>
        <source>{} ({} to {})</source>
        <translation>{} ({} bis {})</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>PGR (95 %)</source>
        <translation>PGR (95 %)</translation>
    </message>
    <message>
        <source>Map of two settings</source>
        <translation>Karte zweier Einstellungen</translation>
    </message>
    <message>
        <source>Line over one setting</source>
        <translation>Linie über eine Einstellung</translation>
    </message>
    <message>
        <source>Every run</source>
        <translation>Jeder Lauf</translation>
    </message>
    <message>
        <source>Table of cells</source>
        <translation>Tabelle der Zellen</translation>
    </message>
    <message>
        <source>Nothing to export yet: no study is open.</source>
        <translation>Noch nichts zu exportieren: Keine Studie ist offen.</translation>
    </message>
    <message>
        <source>{} on {}</source>
        <translation>{} auf {}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>{0}; weak supervisor: {1}, trained on {2} rows; student and ceiling: {3}, trained on {4} rows for {5} steps.</source>
        <translation>{0}; schwaches Modell: {1}, trainiert auf {2} Zeilen; Schüler und Obergrenze: {3}, trainiert auf {4} Zeilen, {5} Schritte.</translation>
    </message>
    <message>
        <source>Objective: {}, T = {}, k = {}</source>
        <translation>Zielfunktion: {}, T = {}, k = {}</translation>
    </message>
    <message>
        <source>, no confidence term</source>
        <translation>, ohne Konfidenzterm</translation>
    </message>
    <message>
        <source>, confidence term: {}, a = {}</source>
        <translation>, Konfidenzterm: {}, a = {}</translation>
    </message>
    <message>
        <source>, ground truth with g = {}</source>
        <translation>, wahre Labels mit g = {}</translation>
    </message>
    <message>
        <source>, entropy with e = {}</source>
        <translation>, Entropie mit e = {}</translation>
    </message>
    <message>
        <source>PGR of the means {:.2f}</source>
        <translation>PGR der Mittelwerte {:.2f}</translation>
    </message>
    <message>
        <source>PGR {:.2f}</source>
        <translation>PGR {:.2f}</translation>
    </message>
    <message>
        <source> (95 % interval over seeds {:.2f} to {:.2f})</source>
        <translation> (95-%-Intervall über Startwerte {:.2f} bis {:.2f})</translation>
    </message>
    <message>
        <source> (95 % interval over test rows {:.2f} to {:.2f})</source>
        <translation> (95-%-Intervall über Testzeilen {:.2f} bis {:.2f})</translation>
    </message>
    <message>
        <source> {}: {}.</source>
        <translation> {}: {}.</translation>
    </message>
    <message>
        <source>Settings were changed while it trained.</source>
        <translation>Einstellungen wurden im Training geändert.</translation>
    </message>
    <message>
        <source>Line: mean of {} seeds ({}); band: {}.</source>
        <translation>Linie: Mittelwert von {} Startwerten ({}); Band: {}.</translation>
    </message>
    <message>
        <source>One run, seed {}.</source>
        <translation>Ein Lauf, Startwert {}.</translation>
    </message>
    <message>
        <source>Varied: {}; {} experiments with {} seeds each.</source>
        <translation>Variiert: {}; {} Experimente mit je {} Startwerten.</translation>
    </message>
    <message>
        <source>All other settings are the same.</source>
        <translation>Alle anderen Einstellungen sind gleich.</translation>
    </message>
    <message>
        <source>Intervals: 95 % over seeds (Student&apos;s t); PGR is that of the means.</source>
        <translation>Intervalle: 95 % über Startwerte (Students t); PGR ist der der Mittelwerte.</translation>
    </message>
    <message>
        <source>{} of {} runs are finished.</source>
        <translation>{} von {} Läufen sind fertig.</translation>
    </message>
    <message>
        <source>Settings of the first run</source>
        <translation>Einstellungen des ersten Laufs</translation>
    </message>
    <message>
        <source>Where the numbers come from</source>
        <translation>Woher die Zahlen kommen</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Settings that it is based on</source>
        <translation>Einstellungen, auf denen sie beruht</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>{}: {} points of accuracy</source>
        <translation>{}: {} Punkte Genauigkeit</translation>
    </message>
    <message>
        <source>, p {} ({} after Holm&apos;s correction), {}, n = {}</source>
        <translation>, p {} ({} nach der Holm-Korrektur), {}, n = {}</translation>
    </message>
    <message>
        <source>Students over the steps</source>
        <translation>Schüler über die Schritte</translation>
    </message>
    <message>
        <source>PGR over the steps</source>
        <translation>PGR über die Schritte</translation>
    </message>
    <message>
        <source>Differences of accuracy</source>
        <translation>Differenzen der Genauigkeit</translation>
    </message>
    <message>
        <source>Differences of PGR</source>
        <translation>Differenzen der PGR</translation>
    </message>
    <message>
        <source>Agreement of the students</source>
        <translation>Übereinstimmung der Schüler</translation>
    </message>
    <message>
        <source>Table of the comparison</source>
        <translation>Tabelle des Vergleichs</translation>
    </message>
    <message>
        <source>Nothing to export yet: nothing is compared.</source>
        <translation>Noch nichts zu exportieren: Nichts wird verglichen.</translation>
    </message>
    <message>
        <source>{} (n = {}).</source>
        <translation>{} (n = {}).</translation>
    </message>
    <message>
        <source>Intervals: 95 %, over the seeds that both have (paired t) or, of one seed each, over test rows.</source>
        <translation>Intervalle: 95 %, über die Seeds, die beide haben (gepaartes t), oder bei je einem Seed über Testzeilen.</translation>
    </message>
    <message>
        <source>{0}; weak labels that were made elsewhere: {1}; student and ceiling: {2}, trained on {3} rows for {4} steps.</source>
        <translation>{0}; schwache Labels, die anderswo gemacht wurden: {1}; Schüler und Obergrenze: {2}, trainiert auf {3} Zeilen, {4} Schritte.</translation>
    </message>
    <message>
        <source>Comparison of {} sets of runs</source>
        <translation>Vergleich von {} Mengen von Läufen</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Mengen</translation>
    </message>
    <message>
        <source>Differences are the first set&apos;s less the second&apos;s. p is two-sided; p (Holm) is corrected for all comparisons of its column.</source>
        <translation>Differenzen sind die der ersten Menge minus die der zweiten. p ist zweiseitig; p (Holm) ist für alle Vergleiche seiner Spalte korrigiert.</translation>
    </message>
    <message>
        <source>Paired differences</source>
        <translation>Gepaarte Differenzen</translation>
    </message>
    <message>
        <source>Per cent of the test rows to which two students give the same class; on the diagonal those of two seeds of one set.</source>
        <translation>Prozent der Testzeilen, denen zwei Schüler dieselbe Klasse geben; auf der Diagonale die von zwei Seeds einer Menge.</translation>
    </message>
    <message>
        <source>Settings of {}</source>
        <translation>Einstellungen von {}</translation>
    </message>
    <message>
        <source>Settings of {} that are not those of A</source>
        <translation>Einstellungen von {}, die nicht die von A sind</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Points of accuracy</source>
        <translation>Punkte Genauigkeit</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p (Holm)</translation>
    </message>
    <message>
        <source>Difference of PGR</source>
        <translation>Differenz der PGR</translation>
    </message>
    <message>
        <source>p (PGR)</source>
        <translation>p (PGR)</translation>
    </message>
    <message>
        <source>p (PGR, Holm)</source>
        <translation>p (PGR, Holm)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Agreement %</source>
        <translation>Übereinstimmung %</translation>
    </message>
    <message>
        <source>First alone right</source>
        <translation>Nur erster richtig</translation>
    </message>
    <message>
        <source>Second alone right</source>
        <translation>Nur zweiter richtig</translation>
    </message>
    <message>
        <source>not paired</source>
        <translation>nicht gepaart</translation>
    </message>
    <message>
        <source>{}, n = {}</source>
        <translation>{}, n = {}</translation>
    </message>
    <message>
        <source>{}, seed {}</source>
        <translation>{}, Seed {}</translation>
    </message>
    <message>
        <source>{}, {} runs</source>
        <translation>{}, {} Läufe</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Einstellungen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>This command makes the page again:</source>
        <translation>Dieser Befehl macht die Seite wieder:</translation>
    </message>
    <message>
        <source>Study {}</source>
        <translation>Studie {}</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Runs that the figure showed are not there any more: {}.</source>
        <translation>Läufe, die die Abbildung zeigte, sind nicht mehr da: {}.</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>{} is {}, but {} has {} rows {}; use {} at most.</source>
        <translation>{} ist {}, aber {} hat {} Beispiele {}; höchstens {} nehmen.</translation>
    </message>
    <message>
        <source>for weak supervisor and transfer together</source>
        <translation>für schwaches Modell und Transfer zusammen</translation>
    </message>
    <message>
        <source>for validation</source>
        <translation>für die Validierung</translation>
    </message>
    <message>
        <source>in its test file</source>
        <translation>in der Testdatei</translation>
    </message>
    <message>
        <source>task.weak_rows and task.transfer_rows are {} together, but {} has {} rows {}; use {} transfer rows at most.</source>
        <translation>task.weak_rows und task.transfer_rows sind zusammen {}, aber {} hat {} Beispiele {}; höchstens {} Transferzeilen nehmen.</translation>
    </message>
    <message>
        <source>with a weak label</source>
        <translation>mit einem schwachen Label</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>Run {} with seed {} started on {}.</source>
        <translation>Lauf {} mit Startwert {} auf {} gestartet.</translation>
    </message>
    <message>
        <source>The {} continues after step {}.</source>
        <translation>{}: weiter nach Schritt {}.</translation>
    </message>
    <message>
        <source>The {} started.</source>
        <translation>{}: begonnen.</translation>
    </message>
    <message>
        <source>The {} diverged: {} is not finite at step {}. The last good step is {}.</source>
        <translation>{}: divergiert, {} ist bei Schritt {} nicht endlich. Der letzte gute Schritt ist {}.</translation>
    </message>
    <message>
        <source>The {} went back to step {}.</source>
        <translation>{}: zurück zu Schritt {}.</translation>
    </message>
    <message>
        <source>came from the cache</source>
        <translation>aus dem Speicher</translation>
    </message>
    <message>
        <source>finished in {:.1f} s</source>
        <translation>fertig in {:.1f} s</translation>
    </message>
    <message>
        <source>The {} {}: {:.1f} % of {} test rows right.</source>
        <translation>{} {}: {:.1f} % von {} Testbeispielen richtig.</translation>
    </message>
    <message>
        <source>The {} {}.</source>
        <translation>{} {}.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Continued.</source>
        <translation>Fortgesetzt.</translation>
    </message>
    <message>
        <source>Run finished in {:.1f} s.</source>
        <translation>Lauf fertig in {:.1f} s.</translation>
    </message>
    <message>
        <source>Run stopped and kept.</source>
        <translation>Lauf angehalten und behalten.</translation>
    </message>
    <message>
        <source>Run stopped and discarded.</source>
        <translation>Lauf angehalten und verworfen.</translation>
    </message>
    <message>
        <source>The {} is trained again, to the student&apos;s number of steps.</source>
        <translation>{} wird noch einmal trainiert, auf die Schrittzahl des Schülers.</translation>
    </message>
    <message>
        <source>There is not enough memory for what was asked for. Close other programs; the runs in progress go on.</source>
        <translation>Für das Verlangte reicht der Speicher nicht. Andere Programme schließen; die laufenden Läufe gehen weiter.</translation>
    </message>
    <message>
        <source>The system refused what was asked for: {}.</source>
        <translation>Das System hat das Verlangte abgelehnt: {}.</translation>
    </message>
    <message>
        <source>What was asked for failed: {}</source>
        <translation>Das Verlangte ist fehlgeschlagen: {}</translation>
    </message>
    <message>
        <source>What was asked for failed.</source>
        <translation>Das Verlangte ist fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Click to sort</source>
        <translation>Klick sortiert</translation>
    </message>
    <message>
        <source>Share of the test rows that are right, in per cent</source>
        <translation>Anteil der richtigen Testzeilen in Prozent</translation>
    </message>
    <message>
        <source>Shown on the charts. Space shows and hides the selected runs.</source>
        <translation>Auf den Diagrammen gezeigt. Die Leertaste zeigt und verbirgt die ausgewählten Läufe.</translation>
    </message>
    <message>
        <source>Colour on the charts</source>
        <translation>Farbe auf den Diagrammen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>What tells the run from the others; F2 gives it a name of its own</source>
        <translation>Was den Lauf von den anderen unterscheidet; F2 gibt ihm einen eigenen Namen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>PGR</source>
        <translation>PGR</translation>
    </message>
    <message>
        <source>Signed performance gap recovered: (student − weak) / (ceiling − weak)</source>
        <translation>Zurückgewonnener Anteil der Lücke, mit Vorzeichen: (Schüler − schwach) / (Obergrenze − schwach)</translation>
    </message>
    <message>
        <source>PGR, common</source>
        <translation>PGR, gemeinsam</translation>
    </message>
    <message>
        <source>The same against the common ceiling, a reference that several experiments share: on one scale whatever their strong models</source>
        <translation>Dasselbe gegen die gemeinsame Obergrenze, eine Referenz mehrerer Experimente: auf einer Skala, gleich welche starken Modelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>How long the run was worked on, without pauses; of one that continues another run: all its steps, those of that run too</source>
        <translation>Wie lange an dem Lauf gearbeitet wurde, ohne Pausen; setzt er einen anderen fort: alle Schritte, auch die des anderen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>When the run was started</source>
        <translation>Wann der Lauf gestartet wurde</translation>
    </message>
    <message>
        <source>Initial student</source>
        <translation>Schüler am Anfang</translation>
    </message>
    <message>
        <source>The student before its first step, in per cent of the test rows</source>
        <translation>Der Schüler vor seinem ersten Schritt, in Prozent der Testzeilen</translation>
    </message>
    <message>
        <source>On weak rows</source>
        <translation>Auf schwachen Zeilen</translation>
    </message>
    <message>
        <source>The strong model trained on the weak supervisor&apos;s own labels</source>
        <translation>Das starke Modell, trainiert auf den eigenen Labels des schwachen Modells</translation>
    </message>
    <message>
        <source>Common ceiling</source>
        <translation>Gemeinsame Obergrenze</translation>
    </message>
    <message>
        <source>PGR, lower</source>
        <translation>PGR, unten</translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval</source>
        <translation>Unteres Ende des 95-%-Intervalls</translation>
    </message>
    <message>
        <source>PGR, upper</source>
        <translation>PGR, oben</translation>
    </message>
    <message>
        <source>Upper end of its 95 % interval</source>
        <translation>Oberes Ende des 95-%-Intervalls</translation>
    </message>
    <message>
        <source>PGR, book</source>
        <translation>PGR, Buch</translation>
    </message>
    <message>
        <source>PGR, at least 0</source>
        <translation>PGR, mindestens 0</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Share of the test rows on which student and weak supervisor agree</source>
        <translation>Anteil der Testzeilen, bei denen Schüler und schwaches Modell übereinstimmen</translation>
    </message>
    <message>
        <source>Agreement, weak right</source>
        <translation>Übereinstimmung, schwach richtig</translation>
    </message>
    <message>
        <source>The same among rows on which the weak supervisor is right</source>
        <translation>Dasselbe unter den Zeilen, bei denen das schwache Modell richtig liegt</translation>
    </message>
    <message>
        <source>Agreement, weak wrong</source>
        <translation>Übereinstimmung, schwach falsch</translation>
    </message>
    <message>
        <source>The same among rows on which the weak supervisor is wrong: copied mistakes</source>
        <translation>Dasselbe unter den Zeilen, bei denen das schwache Modell falsch liegt: übernommene Fehler</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Share of the weak supervisor&apos;s mistakes that the student gets right</source>
        <translation>Anteil der Fehler des schwachen Modells, die der Schüler richtig macht</translation>
    </message>
    <message>
        <source>Harm</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>Share of what the weak supervisor gets right that the student gets wrong</source>
        <translation>Anteil dessen, was das schwache Modell richtig macht und der Schüler falsch</translation>
    </message>
    <message>
        <source>Honest stop</source>
        <translation>Ehrlicher Halt</translation>
    </message>
    <message>
        <source>The student at the step that agrees best with weak labels on validation rows</source>
        <translation>Der Schüler bei dem Schritt, der auf Validierungszeilen am besten mit den schwachen Labels übereinstimmt</translation>
    </message>
    <message>
        <source>Step of honest stop</source>
        <translation>Schritt des ehrlichen Halts</translation>
    </message>
    <message>
        <source>Oracle stop</source>
        <translation>Orakel-Halt</translation>
    </message>
    <message>
        <source>The student at its best step on the test rows: reads ground truth</source>
        <translation>Der Schüler bei seinem besten Schritt auf den Testzeilen: liest die Wahrheit</translation>
    </message>
    <message>
        <source>Step of oracle stop</source>
        <translation>Schritt des Orakel-Halts</translation>
    </message>
    <message>
        <source>Weak loss</source>
        <translation>Verlust schwach</translation>
    </message>
    <message>
        <source>Mean cross-entropy on the test rows, in nats</source>
        <translation>Mittlere Kreuzentropie auf den Testzeilen, in Nat</translation>
    </message>
    <message>
        <source>Student loss</source>
        <translation>Verlust Schüler</translation>
    </message>
    <message>
        <source>Ceiling loss</source>
        <translation>Verlust Obergrenze</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Schritte getan</translation>
    </message>
    <message>
        <source>The student&apos;s steps</source>
        <translation>Die Schritte des Schülers</translation>
    </message>
    <message>
        <source>Live changes</source>
        <translation>Live-Änderungen</translation>
    </message>
    <message>
        <source>Settings that were changed while it trained</source>
        <translation>Einstellungen, die beim Training geändert wurden</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>The name of its folder, as w2s takes it</source>
        <translation>Der Name seines Ordners, wie w2s ihn nimmt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>What the run was tagged with; T gives and takes tags</source>
        <translation>Die Schlagwörter des Laufs; T gibt und nimmt welche</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Runs that differ in their seed alone are one experiment</source>
        <translation>Läufe, die sich nur im Seed unterscheiden, sind ein Experiment</translation>
    </message>
</context>
<context>
    <name>w2s::ui::AboutDialog</name>
    <message>
        <source>&lt;h3&gt;W2S Lab %1&lt;/h3&gt;&lt;p&gt;A laboratory for weak-to-strong generalization, under the GNU General Public License, version 3 or later. It runs on Qt %2 and LibTorch %3.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;W2S Lab %1&lt;/h3&gt;&lt;p&gt;Ein Labor für Weak-to-strong-Generalisierung, unter der GNU General Public License, Version 3 oder später. Es läuft mit Qt %2 und LibTorch %3.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Devices: asking the drivers…</source>
        <translation>Geräte: Die Treiber werden gefragt …</translation>
    </message>
    <message>
        <source>About W2S Lab</source>
        <translation>Über W2S Lab</translation>
    </message>
    <message>
        <source>Licences of the parts</source>
        <translation>Lizenzen der Teile</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: not usable, because %2</source>
        <translation>%1: nicht nutzbar, denn %2</translation>
    </message>
    <message>
        <source>Devices: %1</source>
        <translation>Geräte: %1</translation>
    </message>
    <message>
        <source>Closes this window (Esc)</source>
        <translation>Schließt dieses Fenster (Esc)</translation>
    </message>
    <message>
        <source>Third-party parts</source>
        <translation>Teile von Dritten</translation>
    </message>
    <message>
        <source>W2S Lab is licensed under the GNU General Public License, version 3 or later: Qt Charts, which it links, is offered under that licence or a commercial one. The parts below keep their own licences. None is copied into this repository; they come from Debian packages, LibTorch from its wheel.</source>
        <translation>W2S Lab steht unter der GNU General Public License, Version 3 oder später: Qt Charts, gegen das es gelinkt ist, gibt es unter dieser oder einer kommerziellen Lizenz. Die Teile unten behalten ihre eigenen Lizenzen. Keiner liegt in diesem Repository; sie kommen aus Debian-Paketen, LibTorch aus seinem Wheel.</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>used for</source>
        <translation>wofür</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>w2s::ui::Appearance</name>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>Weniger &amp;Bewegung</translation>
    </message>
    <message>
        <source>Nothing glides or blinks by itself</source>
        <translation>Nichts gleitet oder blinkt von selbst</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>Larger text and symbols</source>
        <translation>Größere Texte und Symbole</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>Smaller text and symbols</source>
        <translation>Kleinere Texte und Symbole</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>Text and symbols in first size</source>
        <translation>Texte und Symbole in erster Größe</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language of the window, from its next start on</source>
        <translation>Die Sprache des Fensters, ab seinem nächsten Start</translation>
    </message>
</context>
<context>
    <name>w2s::ui::Banner</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Can be selected and copied</source>
        <translation>Kann markiert und kopiert werden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the message with its details</source>
        <translation>Kopiert die Meldung mit ihren Einzelheiten</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Hides this message; it stays in the log</source>
        <translation>Verbirgt die Meldung; sie bleibt im Protokoll</translation>
    </message>
    <message>
        <source>Hide the message</source>
        <translation>Meldung verbergen</translation>
    </message>
</context>
<context>
    <name>w2s::ui::BoardSettings</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Pins the crosshair at a step, for the Examples page too; another click or Esc lets it go</source>
        <translation>Heftet das Fadenkreuz an einen Schritt, auch für die Seite Beispiele; ein weiterer Klick oder Esc löst es</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Crosshair to the next point, pinned there; Shift: ten points, Ctrl: the next mark</source>
        <translation>Fadenkreuz zum nächsten Punkt und dort angeheftet; Umschalt: zehn Punkte, Strg: zur nächsten Marke</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Crosshair to the first or last point</source>
        <translation>Fadenkreuz zum ersten oder letzten Punkt</translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation>+, -, 0</translation>
    </message>
    <message>
        <source>Zoom in, out, show everything</source>
        <translation>Hinein, hinaus, alles zeigen</translation>
    </message>
    <message>
        <source>Wheel, Shift+wheel</source>
        <translation>Rad, Umschalt+Rad</translation>
    </message>
    <message>
        <source>Zoom along x or y</source>
        <translation>Zoom entlang x oder y</translation>
    </message>
    <message>
        <source>Drag, right drag</source>
        <translation>Ziehen, rechts ziehen</translation>
    </message>
    <message>
        <source>Zoom to a box, move the view</source>
        <translation>Zoom auf ein Rechteck, Ansicht verschieben</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>Logarithmische y-Achse</translation>
    </message>
    <message>
        <source>Return, Esc</source>
        <translation>Eingabe, Esc</translation>
    </message>
    <message>
        <source>Maximise the chart, and back</source>
        <translation>Diagramm maximieren, und zurück</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>The chart&apos;s numbers as a table</source>
        <translation>Die Zahlen des Diagramms als Tabelle</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Copies the chart as a picture</source>
        <translation>Kopiert das Diagramm als Bild</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Left, Right</source>
        <translation>Strg+Umschalt+Links, Rechts</translation>
    </message>
    <message>
        <source>Moves the chart to an earlier or later place</source>
        <translation>Schiebt das Diagramm nach vorn oder hinten</translation>
    </message>
</context>
<context>
    <name>w2s::ui::BoardTools</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Shows all of every chart again (double click, 0)</source>
        <translation>Zeigt wieder alles von jedem Diagramm (Doppelklick, 0)</translation>
    </message>
    <message>
        <source>Smoothing of the objective&apos;s curves</source>
        <translation>Glättung der Kurven der Zielfunktion</translation>
    </message>
    <message>
        <source>Smoothing: weight of the past in a debiased moving average of the loss terms; 0 shows the raw values, which otherwise stand pale behind</source>
        <translation>Glättung: Gewicht der Vergangenheit in einem entzerrten gleitenden Mittel der Verlustterme; 0 zeigt die rohen Werte, die sonst blass dahinter stehen</translation>
    </message>
    <message>
        <source>Unit of the x axis</source>
        <translation>Einheit der x-Achse</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Which charts are shown, and how they are arranged</source>
        <translation>Welche Diagramme gezeigt werden und wie sie angeordnet sind</translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation>Glättung %1</translation>
    </message>
    <message>
        <source>x axis: %1</source>
        <translation>x-Achse: %1</translation>
    </message>
    <message>
        <source>Measured at evaluations, interpolated between them</source>
        <translation>An Auswertungen gemessen, dazwischen interpoliert</translation>
    </message>
    <message>
        <source>Columns by width</source>
        <translation>Spalten nach Breite</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>Eine Spalte</translation>
    </message>
    <message>
        <source>Two columns</source>
        <translation>Zwei Spalten</translation>
    </message>
    <message>
        <source>Three columns</source>
        <translation>Drei Spalten</translation>
    </message>
    <message>
        <source>Link zoom and crosshair of all charts</source>
        <translation>Zoom und Fadenkreuz aller Diagramme verbinden</translation>
    </message>
    <message>
        <source>Reset arrangement</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Several seeds</source>
        <translation>Mehrere Startwerte</translation>
    </message>
    <message>
        <source>Band: %1</source>
        <translation>Band: %1</translation>
    </message>
    <message>
        <source>A curve for each seed</source>
        <translation>Eine Kurve für jeden Startwert</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartBoard</name>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>pinned at step %1 (Esc lets go)</source>
        <translation>angeheftet bei Schritt %1 (Esc löst)</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartCard</name>
    <message>
        <source>Back to all charts (Esc)</source>
        <translation>Zurück zu allen Diagrammen (Esc)</translation>
    </message>
    <message>
        <source>Maximise this chart (double click on its title, Return)</source>
        <translation>Dieses Diagramm maximieren (Doppelklick auf den Titel, Eingabe)</translation>
    </message>
    <message>
        <source>Back to all charts</source>
        <translation>Zurück zu allen Diagrammen</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>Maximieren</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>Logarithmische y-Achse</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <source>Hide this chart</source>
        <translation>Dieses Diagramm verbergen</translation>
    </message>
    <message>
        <source>Names of all curves</source>
        <translation>Namen aller Kurven</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartLegend</name>
    <message>
        <source>Curves of the chart: %1</source>
        <translation>Kurven des Diagramms: %1</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartPicture</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren ...</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartTableDialog</name>
    <message>
        <source>Numbers of the chart %1</source>
        <translation>Zahlen des Diagramms %1</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>All rows, separated by tabs, for a spreadsheet; Ctrl+C copies the chosen ones</source>
        <translation>Alle Zeilen, durch Tabulatoren getrennt, für eine Tabellenkalkulation; Strg+C kopiert die gewählten</translation>
    </message>
</context>
<context>
    <name>w2s::ui::CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys and what they do, by group</source>
        <translation>Tasten und was sie tun, nach Gruppen</translation>
    </message>
    <message>
        <source>Closes the list (Esc)</source>
        <translation>Schließt die Liste (Esc)</translation>
    </message>
</context>
<context>
    <name>w2s::ui::CloseQuestion</name>
    <message>
        <source>A run is in progress</source>
        <translation>Ein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>Keep what it has measured so far?</source>
        <translation>Behalten, was er bisher gemessen hat?</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Anhalten und behalten</translation>
    </message>
    <message>
        <source>The run stays in the workspace and can be continued</source>
        <translation>Der Lauf bleibt im Arbeitsordner und kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation>Anhalten und verwerfen</translation>
    </message>
    <message>
        <source>The run is removed from the workspace</source>
        <translation>Der Lauf wird aus dem Arbeitsordner entfernt</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>The window stays open</source>
        <translation>Das Fenster bleibt offen</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ComparePage</name>
    <message>
        <source>Select two or more finished runs in the table of runs, then choose Compare from their menu. Runs that differ in their seed alone are one experiment.</source>
        <translation>In der Tabelle der Läufe zwei oder mehr fertige Läufe wählen, dann in ihrem Menü Vergleichen. Läufe, die sich nur im Seed unterscheiden, sind ein Experiment.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy of the student on test rows</source>
        <translation>Genauigkeit des Schülers auf Testzeilen</translation>
    </message>
    <message>
        <source>PGR</source>
        <translation>PGR</translation>
    </message>
    <message>
        <source>Performance gap recovered, the ratio of means</source>
        <translation>Zurückgewonnener Anteil der Lücke, das Verhältnis der Mittelwerte</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Accuracy or PGR</source>
        <translation>Genauigkeit oder PGR</translation>
    </message>
    <message>
        <source>One row a run or an experiment. Ctrl+C copies the chosen rows.</source>
        <translation>Eine Zeile je Lauf oder Experiment. Strg+C kopiert die gewählten Zeilen.</translation>
    </message>
    <message>
        <source>Differences of each two</source>
        <translation>Differenzen von je zweien</translation>
    </message>
    <message>
        <source>One row a pair. Enter on a number of rows that one alone has right shows those rows, Ctrl+C copies the chosen rows.</source>
        <translation>Eine Zeile je Paar. Enter auf einer Zahl von Zeilen, die nur einer richtig hat, zeigt diese Zeilen, Strg+C kopiert die gewählten Zeilen.</translation>
    </message>
    <message>
        <source>Reading what the runs answered…</source>
        <translation>Liest, was die Läufe geantwortet haben …</translation>
    </message>
    <message>
        <source>p (Holm) is corrected for all comparisons of its column. In simulations with normal accuracies the 95 % intervals over 2, 3, 5 and 10 seeds covered the true difference in 94 to 96 of 100 experiments.</source>
        <translation>p (Holm) ist für alle Vergleiche seiner Spalte korrigiert. In Simulationen mit normalverteilten Genauigkeiten enthielten die 95-%-Intervalle über 2, 3, 5 und 10 Seeds den wahren Unterschied in 94 bis 96 von 100 Experimenten.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Weak %</source>
        <translation>Schwach %</translation>
    </message>
    <message>
        <source>Student %</source>
        <translation>Schüler %</translation>
    </message>
    <message>
        <source>Last %</source>
        <translation>Letzter %</translation>
    </message>
    <message>
        <source>Honest stop %</source>
        <translation>Ehrlicher Halt %</translation>
    </message>
    <message>
        <source>Best %</source>
        <translation>Bester %</translation>
    </message>
    <message>
        <source>Ceiling %</source>
        <translation>Obergrenze %</translation>
    </message>
    <message>
        <source>PGR of means</source>
        <translation>PGR der Mittel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Test rows of all paired seeds; Enter or a double click shows those of the first seed</source>
        <translation>Testzeilen aller gepaarten Seeds; Enter oder ein Doppelklick zeigt die des ersten Seeds</translation>
    </message>
    <message>
        <source>%1 right, %2 wrong, seed %3</source>
        <translation>%1 richtig, %2 falsch, Seed %3</translation>
    </message>
    <message>
        <source>One alone: choose References to lay results of others beside it, or select more runs in the table.</source>
        <translation>Nur einer: „Vergleichswerte“ legt Ergebnisse anderer daneben; oder mehr Läufe in der Tabelle wählen.</translation>
    </message>
    <message>
        <source>References were not made here and are judged on other test rows: they are neither averaged nor paired. Their lines stand on the chart of the PGR.</source>
        <translation>Vergleichswerte sind nicht hier gemacht und auf anderen Testbeispielen gemessen: Sie werden weder gemittelt noch gepaart. Ihre Linien stehen im Diagramm der PGR.</translation>
    </message>
    <message>
        <source>Not made here: %1. %2</source>
        <translation>Nicht hier gemacht: %1. %2</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ConfigFiles</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save configuration as…</source>
        <translation>Konfiguration &amp;speichern unter …</translation>
    </message>
    <message>
        <source>Saves the present settings as a TOML file</source>
        <translation>Speichert die jetzigen Einstellungen als TOML-Datei</translation>
    </message>
    <message>
        <source>Configurations (*.toml)</source>
        <translation>Konfigurationen (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save configuration</source>
        <translation>Konfiguration speichern</translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation>%1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>The configuration was not saved</source>
        <translation>Die Konfiguration wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opens an experiment, a study or a card of data from a TOML file, the runs of a bundle, or results of OpenAI&apos;s weak-to-strong code</source>
        <translation>Öffnet ein Experiment, eine Studie oder eine Datenkarte aus einer TOML-Datei, die Läufe eines Bündels oder Ergebnisse von OpenAIs Weak-to-Strong-Code</translation>
    </message>
    <message>
        <source>Experiments, studies, cards, bundles and results (*.toml *.w2s config.json *results_summary.json)</source>
        <translation>Experimente, Studien, Karten, Bündel und Ergebnisse (*.toml *.w2s config.json *results_summary.json)</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ConfusionView</name>
    <message>
        <source>Confusion matrix of the %1</source>
        <translation>Verwechslungsmatrix: %1</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 von %2 richtig</translation>
    </message>
    <message>
        <source>%1; commonest error: %2</source>
        <translation>%1; häufigster Fehler: %2</translation>
    </message>
    <message>
        <source>%1 of %2 examples of %3 taken for %4 (%5 %)</source>
        <translation>%1 von %2 Beispielen von %3 für %4 gehalten (%5 %)</translation>
    </message>
    <message>
        <source>not evaluated yet</source>
        <translation>noch nicht ausgewertet</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>%1 % right, n = %2</source>
        <translation>%1 % richtig, n = %2</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>%1 % richtig</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Rows: true classes. Columns: what the %1 says. Tint: share of the row, on a square-root scale. Click a cell to see its examples.</source>
        <translation>Zeilen: wahre Klassen. Spalten: die Antwort (%1). Tönung: Anteil der Zeile auf einer Wurzelskala. Ein Klick auf eine Zelle zeigt ihre Beispiele.</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>wahre Klasse</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>w2s::ui::DockTitle</name>
    <message>
        <source>Float %1</source>
        <translation>%1 ablösen</translation>
    </message>
    <message>
        <source>Takes this panel out of the window, or back in</source>
        <translation>Löst dieses Feld vom Fenster, oder fügt es wieder ein</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 verbergen</translation>
    </message>
    <message>
        <source>Hides this panel; the View menu brings it back</source>
        <translation>Verbirgt dieses Feld; das Menü Ansicht bringt es zurück</translation>
    </message>
</context>
<context>
    <name>w2s::ui::Docks</name>
    <message>
        <source>Shows or hides the panel %1</source>
        <translation>Zeigt oder verbirgt das Feld %1</translation>
    </message>
</context>
<context>
    <name>w2s::ui::EquationView</name>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Objective at the last step</source>
        <translation>Zielfunktion beim letzten Schritt</translation>
    </message>
    <message>
        <source>&lt;qt&gt;What the student minimises: &lt;i&gt;w&lt;/i&gt; are the weak labels, &lt;i&gt;p&lt;/i&gt; the student&apos;s probabilities, &lt;i&gt;p̂&lt;/i&gt; its own hardened prediction, &lt;i&gt;y&lt;/i&gt; ground truth. Weights are those of the sliders; schedules and warm-up come on top. A click on a number leads to its setting. Below: what it came to for the last batch; the chart&apos;s curves are smoothed.&lt;/qt&gt;</source>
        <translation>&lt;qt&gt;Was der Schüler minimiert: &lt;i&gt;w&lt;/i&gt; sind die schwachen Labels, &lt;i&gt;p&lt;/i&gt; die Wahrscheinlichkeiten des Schülers, &lt;i&gt;p̂&lt;/i&gt; seine eigene gehärtete Vorhersage, &lt;i&gt;y&lt;/i&gt; die wahren Labels. Die Gewichte sind die der Regler; Verläufe und Warmlauf kommen hinzu. Ein Klick auf eine Zahl führt zu ihrer Einstellung. Darunter: was sie beim letzten Batch ergab; die Kurven im Diagramm sind geglättet.&lt;/qt&gt;</translation>
    </message>
    <message>
        <source>last batch</source>
        <translation>letzter Batch</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExampleDetail</name>
    <message>
        <source>%1: %2, %3 %</source>
        <translation>%1: %2, %3 %</translation>
    </message>
    <message>
        <source>The chosen example</source>
        <translation>Das gewählte Beispiel</translation>
    </message>
    <message>
        <source>none is chosen</source>
        <translation>keines ist gewählt</translation>
    </message>
    <message>
        <source>
Choose an example to see it in large.</source>
        <translation>
Ein Beispiel wählen, um es groß zu sehen.</translation>
    </message>
    <message>
        <source>true class · row %1 of the test file</source>
        <translation>wahre Klasse · Zeile %1 der Testdatei</translation>
    </message>
    <message>
        <source>true class · row %1</source>
        <translation>wahre Klasse · Zeile %1</translation>
    </message>
    <message>
        <source>not evaluated yet</source>
        <translation>noch nicht ausgewertet</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>weak: %1 × %1</source>
        <comment>what the weak model gets</comment>
        <translation>schwach: %1 × %1</translation>
    </message>
    <message>
        <source>true class · row %1 of the training file</source>
        <translation>wahre Klasse · Zeile %1 der Trainingsdatei</translation>
    </message>
    <message>
        <source>class, %</source>
        <translation>Klasse, %</translation>
    </message>
    <message>
        <source>others</source>
        <translation>übrige</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExampleFilterBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Student fixed the error</source>
        <translation>Schüler hat den Fehler behoben</translation>
    </message>
    <message>
        <source>Ceiling disagrees</source>
        <translation>Obergrenze widerspricht</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Wahre Klasse</translation>
    </message>
    <message>
        <source>Only examples of this true class</source>
        <translation>Nur Beispiele dieser wahren Klasse</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>%1. The student&apos;s probability of the class it predicts; the weak supervisor&apos;s before there is a student.</source>
        <translation>%1. Die Wahrscheinlichkeit des Schülers für die Klasse, die er vorhersagt; die des schwachen Modells, bevor es einen Schüler gibt.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>Niedrigste Konfidenz</translation>
    </message>
    <message>
        <source>Highest confidence</source>
        <translation>Höchste Konfidenz</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order of the examples</source>
        <translation>Reihenfolge der Beispiele</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>surest first</source>
        <translation>sicherste zuerst</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>unsicherste zuerst</translation>
    </message>
    <message>
        <source>sharpest disagreement first</source>
        <translation>schärfster Widerspruch zuerst</translation>
    </message>
    <message>
        <source>Cell of the confusion matrix</source>
        <translation>Zelle der Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>The cell of the confusion matrix that is shown; press to show all again</source>
        <translation>Die gezeigte Zelle der Verwechslungsmatrix; drücken zeigt wieder alle</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>
%1 of %2 %3: %4 %, the chart&apos;s %5.</source>
        <translation>
%1 von %2 %3: %4 %, im Diagramm %5.</translation>
    </message>
    <message>
        <source>All test examples</source>
        <translation>Alle Testbeispiele</translation>
    </message>
    <message>
        <source>examples that the weak supervisor gets wrong</source>
        <translation>Beispielen, bei denen das schwache Modell irrt</translation>
    </message>
    <message>
        <source>The weak supervisor is wrong, the student is right.</source>
        <translation>Das schwache Modell irrt, der Schüler hat recht.</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>The weak supervisor is wrong, the student says the same.</source>
        <translation>Das schwache Modell irrt, der Schüler sagt dasselbe.</translation>
    </message>
    <message>
        <source>agreement where the weak supervisor is wrong</source>
        <translation>Übereinstimmung, wo das schwache Modell irrt</translation>
    </message>
    <message>
        <source>The weak supervisor is right, the student is wrong.</source>
        <translation>Das schwache Modell hat recht, der Schüler irrt.</translation>
    </message>
    <message>
        <source>examples that the weak supervisor gets right</source>
        <translation>Beispielen, bei denen das schwache Modell recht hat</translation>
    </message>
    <message>
        <source>harm</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>Student and ceiling give different classes.</source>
        <translation>Schüler und Obergrenze nennen verschiedene Klassen.</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>%1: %2 → %3  ×</source>
        <translation>%1: %2 → %3  ×</translation>
    </message>
    <message>
        <source>Cell of the confusion matrix: %1</source>
        <translation>Zelle der Verwechslungsmatrix: %1</translation>
    </message>
    <message>
        <source>Copied it</source>
        <translation>Hat ihn übernommen</translation>
    </message>
    <message>
        <source>Broke a right label</source>
        <translation>Hat ein richtiges Label verdorben</translation>
    </message>
    <message>
        <source>The examples that a comparison of two runs has chosen; press to show all</source>
        <translation>Die Beispiele, die ein Vergleich zweier Läufe gewählt hat; Drücken zeigt alle</translation>
    </message>
    <message>
        <source>Wrong in another way</source>
        <translation>Auf andere Art falsch</translation>
    </message>
    <message>
        <source>
%1 of %2 %3: %4 %.</source>
        <translation>
%1 von %2 %3: %4 %.</translation>
    </message>
    <message>
        <source>Weak supervisor and student are both wrong, with different classes.</source>
        <translation>Schwaches Modell und Schüler liegen beide falsch, mit verschiedenen Klassen.</translation>
    </message>
    <message>
        <source>All transfer examples</source>
        <translation>Alle Transferzeilen</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExamplesModel</name>
    <message>
        <source>weak supervisor</source>
        <translation>Schwaches Modell</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>The student fixed the weak supervisor&apos;s error.</source>
        <translation>Der Schüler hat den Fehler des schwachen Modells behoben.</translation>
    </message>
    <message>
        <source>The student copied the weak supervisor&apos;s error.</source>
        <translation>Der Schüler hat den Fehler des schwachen Modells übernommen.</translation>
    </message>
    <message>
        <source>The student broke a right weak label.</source>
        <translation>Der Schüler hat ein richtiges schwaches Label verdorben.</translation>
    </message>
    <message>
        <source>Weak supervisor and student are both right.</source>
        <translation>Schwaches Modell und Schüler haben beide recht.</translation>
    </message>
    <message>
        <source>Weak supervisor and student are wrong in different ways.</source>
        <translation>Schwaches Modell und Schüler irren auf verschiedene Weise.</translation>
    </message>
    <message>
        <source>Test example %1: %2</source>
        <translation>Testbeispiel %1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3 %, right</source>
        <translation>%1: %2, %3 %, richtig</translation>
    </message>
    <message>
        <source>%1: %2, %3 %, wrong</source>
        <translation>%1: %2, %3 %, falsch</translation>
    </message>
    <message>
        <source>Transfer example %1: %2</source>
        <translation>Transferzeile %1: %2</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExamplesPage</name>
    <message>
        <source>Start a run to see its predictions.</source>
        <translation>Einen Lauf starten, um seine Vorhersagen zu sehen.</translation>
    </message>
    <message>
        <source>Arrow keys choose an example, Enter shows it in large, Ctrl+C copies it</source>
        <translation>Pfeiltasten wählen ein Beispiel, Eingabe zeigt es groß, Strg+C kopiert es</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>The chosen example</source>
        <translation>Das gewählte Beispiel</translation>
    </message>
    <message>
        <source>The run has no predictions yet: they come with its first evaluation.</source>
        <translation>Der Lauf hat noch keine Vorhersagen: Sie kommen mit der ersten Auswertung.</translation>
    </message>
    <message>
        <source>Predictions on the test examples</source>
        <translation>Vorhersagen auf den Testbeispielen</translation>
    </message>
    <message>
        <source>%1 at step %2 of %3</source>
        <translation>%1 bei Schritt %2 von %3</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 bei Schritt %2</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Student not evaluated yet</source>
        <translation>Schüler noch nicht ausgewertet</translation>
    </message>
    <message>
        <source>nearest to the crosshair at step %1</source>
        <translation>dem Fadenkreuz am nächsten, bei Schritt %1</translation>
    </message>
    <message>
        <source>latest evaluation</source>
        <translation>neueste Auswertung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The example in large, what each model says of it, and the confusion matrices</source>
        <translation>Das Beispiel in groß, was jedes Modell dazu sagt, und die Verwechslungsmatrizen</translation>
    </message>
    <message>
        <source>Show the latest evaluation</source>
        <translation>Neueste Auswertung zeigen</translation>
    </message>
    <message>
        <source>Lets the pinned crosshair go and shows the latest evaluation again</source>
        <translation>Löst das angeheftete Fadenkreuz und zeigt wieder die neueste Auswertung</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>Testzeilen</translation>
    </message>
    <message>
        <source>Rows that no model was trained on: accuracy and PGR are measured with them</source>
        <translation>Zeilen, mit denen kein Modell trainiert wurde: An ihnen werden Genauigkeit und PGR gemessen</translation>
    </message>
    <message>
        <source>Transfer rows</source>
        <translation>Transferzeilen</translation>
    </message>
    <message>
        <source>Rows that the student was trained on, with these weak labels; after its last step</source>
        <translation>Zeilen, mit denen der Schüler trainiert wurde, mit diesen schwachen Labels; nach seinem letzten Schritt</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Welche Zeilen</translation>
    </message>
    <message>
        <source>No example passes these filters.</source>
        <translation>Kein Beispiel erfüllt diese Filter.</translation>
    </message>
    <message>
        <source>Predictions on the transfer examples, after the last step</source>
        <translation>Vorhersagen auf den Transferzeilen, nach dem letzten Schritt</translation>
    </message>
    <message>
        <source>Reading the predictions of this run…</source>
        <translation>Die Vorhersagen dieses Laufs werden gelesen …</translation>
    </message>
    <message>
        <source>What models say of transfer rows is recorded when the run finishes.</source>
        <translation>Was Modelle zu Transferzeilen sagen, wird aufgezeichnet, wenn der Lauf fertig wird.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Shows all examples again</source>
        <translation>Zeigt wieder alle Beispiele</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExperimentPanel</name>
    <message>
        <source>Settings of the experiment</source>
        <translation>Einstellungen des Experiments</translation>
    </message>
    <message>
        <source>Changed settings apply to the next run.</source>
        <translation>Geänderte Einstellungen gelten für den nächsten Lauf.</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>reset to preset</source>
        <translation>auf Vorlage zurück</translation>
    </message>
    <message>
        <source>Reset all settings to the preset</source>
        <translation>Alle Einstellungen auf die Vorlage zurücksetzen</translation>
    </message>
    <message>
        <source>All settings back to the preset&apos;s values</source>
        <translation>Alle Einstellungen zurück auf die Werte der Vorlage</translation>
    </message>
    <message>
        <source>%1 true labels</source>
        <translation>%1 wahre Labels</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Beispiele</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Shows the settings whose name or explanation holds these words (Ctrl+F); Esc shows all again</source>
        <translation>Zeigt die Einstellungen, deren Name oder Erklärung diese Wörter enthält (Strg+F); Esc zeigt wieder alle</translation>
    </message>
    <message>
        <source>Weak model</source>
        <translation>Schwaches Modell</translation>
    </message>
    <message>
        <source>Strong model</source>
        <translation>Starkes Modell</translation>
    </message>
    <message>
        <source>All settings back to the preset&apos;s values; Ctrl+Z takes it back</source>
        <translation>Alle Einstellungen zurück auf die Werte der Vorlage; Strg+Z nimmt es zurück</translation>
    </message>
    <message>
        <source>&amp;Find a setting</source>
        <translation>Einstellung &amp;finden</translation>
    </message>
    <message>
        <source>Searches in the settings</source>
        <translation>Sucht in den Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Reset to the preset</source>
        <translation>Auf die Vorlage &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>reset to the preset</source>
        <translation>auf die Vorlage zurück</translation>
    </message>
    <message>
        <source>No setting matches “%1”. Esc shows all again.</source>
        <translation>Keine Einstellung passt zu „%1“. Esc zeigt wieder alle.</translation>
    </message>
    <message>
        <source>weak model</source>
        <translation>schwaches Modell</translation>
    </message>
    <message>
        <source>strong model</source>
        <translation>starkes Modell</translation>
    </message>
    <message>
        <source>A click shows the models there are to choose from.</source>
        <translation>Ein Klick zeigt die Modelle, die zur Wahl stehen.</translation>
    </message>
    <message>
        <source>Shown is a run with %1: %2.</source>
        <translation>Gezeigt wird ein Lauf mit %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Shown is a run with %n other settings.</source>
        <translation>
            <numerusform>Gezeigt wird ein Lauf mit %n anderen Einstellung.</numerusform>
            <numerusform>Gezeigt wird ein Lauf mit %n anderen Einstellungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>labels made elsewhere</source>
        <translation>anderswo gemachte Labels</translation>
    </message>
    <message>
        <source>no model is trained for them</source>
        <translation>kein Modell wird für sie trainiert</translation>
    </message>
    <message>
        <source>Weak labels that another program made: the data set&apos;s card names their file.</source>
        <translation>Schwache Labels, die ein anderes Programm gemacht hat: Die Karte der Daten nennt ihre Datei.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExperimentSession</name>
    <message numerus="yes">
        <source>%n settings need attention. %1</source>
        <translation>
            <numerusform>%n Einstellung braucht Aufmerksamkeit. %1</numerusform>
            <numerusform>%n Einstellungen brauchen Aufmerksamkeit. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation>Startwert %1: %2</translation>
    </message>
    <message>
        <source>The change is for the next run: the student of seed %1 is trained already, and the seeds would be different experiments.</source>
        <translation>Die Änderung gilt für den nächsten Lauf: Der Schüler von Startwert %1 ist schon trainiert, und die Startwerte wären verschiedene Experimente.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>The same without a window</source>
        <translation>Dasselbe ohne Fenster</translation>
    </message>
    <message>
        <source>Command that exports the same figure</source>
        <translation>Befehl, der dieselbe Abbildung exportiert</translation>
    </message>
    <message>
        <source>Makes the same file on a command line or in a script</source>
        <translation>Erzeugt dieselbe Datei auf der Kommandozeile oder in einem Skript</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Chooses a file and writes the figure</source>
        <translation>Wählt eine Datei und schreibt die Abbildung</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Puts the command on the clipboard</source>
        <translation>Legt den Befehl in die Zwischenablage</translation>
    </message>
    <message>
        <source>%1 kB %2</source>
        <translation>%1 kB %2</translation>
    </message>
    <message>
        <source>first lines · %1</source>
        <translation>erste Zeilen · %1</translation>
    </message>
    <message>
        <source>exact preview · %1 × %2 mm · %3 pt %4</source>
        <translation>genaue Vorschau · %1 × %2 mm · %3 pt %4</translation>
    </message>
    <message>
        <source> · %1 dpi</source>
        <translation> · %1 dpi</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>Die Zahlen liegen in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard, at %1 dpi.</source>
        <translation>Das Bild liegt in der Zwischenablage, mit %1 dpi.</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>Der Befehl liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Puts the picture on the clipboard, or the text of a CSV or LaTeX file</source>
        <translation>Legt das Bild in die Zwischenablage, oder den Text einer CSV- oder LaTeX-Datei</translation>
    </message>
    <message>
        <source>preview · %1 × %2 mm · %3 pt, in the font of the paper</source>
        <translation>Vorschau · %1 × %2 mm · %3 pt, in der Schrift des Artikels</translation>
    </message>
    <message>
        <source>The LaTeX source is on the clipboard.</source>
        <translation>Der LaTeX-Quelltext ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copy caption</source>
        <translation>Bildunterschrift kopieren</translation>
    </message>
    <message>
        <source>Puts a text for below the figure on the clipboard</source>
        <translation>Legt einen Text für unter die Abbildung in die Zwischenablage</translation>
    </message>
    <message>
        <source>The caption is on the clipboard.</source>
        <translation>Die Bildunterschrift ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>figure of the page · %1 × %2 mm · %3 pt</source>
        <translation>Abbildung der Seite · %1 × %2 mm · %3 pt</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>%1: a report is a page, HTML (.html) or Markdown (.md). Pictures and numbers are saved with File, Export.</source>
        <translation>%1: Ein Bericht ist eine Seite, HTML (.html) oder Markdown (.md). Bilder und Zahlen speichert Datei, Exportieren.</translation>
    </message>
    <message>
        <source>%1: a page is a report, which is saved with File, Report. Choose another ending for a figure.</source>
        <translation>%1: Eine Seite ist ein Bericht; den speichert Datei, Bericht. Für eine Abbildung eine andere Endung wählen.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExportForm</name>
    <message>
        <source>Charts (several become panels)</source>
        <translation>Diagramme (mehrere werden Teilbilder)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Vector picture for papers, web pages and drawing programs</source>
        <translation>Vektorbild für Aufsätze, Webseiten und Zeichenprogramme</translation>
    </message>
    <message>
        <source>Vector picture for papers, fonts included</source>
        <translation>Vektorbild für Aufsätze, samt Schriften</translation>
    </message>
    <message>
        <source>Pixels, for slides and messages</source>
        <translation>Pixel, für Folien und Nachrichten</translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation>Die Zahlen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>One row a step, one column a curve</source>
        <translation>Eine Zeile je Schritt, eine Spalte je Kurve</translation>
    </message>
    <message>
        <source>One row a value</source>
        <translation>Eine Zeile je Wert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 Spalte</translation>
    </message>
    <message>
        <source>2 columns</source>
        <translation>2 Spalten</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Folie</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>84 mm wide, 8 pt</source>
        <translation>84 mm breit, 8 pt</translation>
    </message>
    <message>
        <source>174 mm wide, 8 pt</source>
        <translation>174 mm breit, 8 pt</translation>
    </message>
    <message>
        <source>16:9, 254 mm wide, 16 pt</source>
        <translation>16:9, 254 mm breit, 16 pt</translation>
    </message>
    <message>
        <source>As set below</source>
        <translation>Wie unten eingestellt</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>End labels</source>
        <translation>Endmarken</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Names and last values at the curves&apos; ends</source>
        <translation>Namen und letzte Werte an den Enden der Kurven</translation>
    </message>
    <message>
        <source>In the corner that hides least</source>
        <translation>In der Ecke, die am wenigsten verdeckt</translation>
    </message>
    <message>
        <source>Under the plot</source>
        <translation>Unter dem Bild</translation>
    </message>
    <message>
        <source>The caption says it</source>
        <translation>Die Bildunterschrift sagt es</translation>
    </message>
    <message>
        <source>Smoothed curves</source>
        <translation>Geglättete Kurven</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Smoothed, with the raw values pale behind</source>
        <translation>Geglättet, die rohen Werte blass dahinter</translation>
    </message>
    <message>
        <source>Without the raw values</source>
        <translation>Ohne die rohen Werte</translation>
    </message>
    <message>
        <source>Without the smoothing</source>
        <translation>Ohne die Glättung</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Role colours</source>
        <translation>Rollenfarben</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>Grautöne</translation>
    </message>
    <message>
        <source>As on the screen, safe for colour-blind readers</source>
        <translation>Wie auf dem Bildschirm, sicher für Farbenblinde</translation>
    </message>
    <message>
        <source>For black-and-white print: greys and dashes</source>
        <translation>Für Schwarzweißdruck: Grautöne und Striche</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Durchsichtig</translation>
    </message>
    <message>
        <source>Title above each panel</source>
        <translation>Titel über jedem Teilbild</translation>
    </message>
    <message>
        <source>Off where a caption says it</source>
        <translation>Aus, wo eine Bildunterschrift es sagt</translation>
    </message>
    <message>
        <source>Exports %1</source>
        <translation>Exportiert %1</translation>
    </message>
    <message>
        <source>%1: %2 to %3 %4</source>
        <translation>%1: %2 bis %3 %4</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Linienbreite</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Wie gezeigt</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>The part that the charts of the window are zoomed to</source>
        <translation>Der Ausschnitt, auf den die Diagramme des Fensters vergrößert sind</translation>
    </message>
    <message>
        <source>All steps, whatever the charts are zoomed to</source>
        <translation>Alle Schritte, gleich worauf die Diagramme vergrößert sind</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Font of all texts. Vector files name or embed it</source>
        <translation>Schrift aller Texte. Vektordateien nennen sie oder betten sie ein</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>TeX</source>
        <translation>TeX</translation>
    </message>
    <message>
        <source>LaTeX source (pgfplots), set in the font of the paper</source>
        <translation>LaTeX-Quelle (pgfplots), in der Schrift des Artikels gesetzt</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>One page for a browser: figure, caption, tables, settings, versions, command</source>
        <translation>Eine Seite für einen Browser: Abbildung, Bildunterschrift, Tabellen, Einstellungen, Versionen, Befehl</translation>
    </message>
    <message>
        <source>The same page as text, for a repository or a wiki; its figure is an SVG file beside it</source>
        <translation>Dieselbe Seite als Text, für ein Repository oder ein Wiki; ihre Abbildung ist eine SVG-Datei daneben</translation>
    </message>
    <message>
        <source>As kept</source>
        <translation>Wie behalten</translation>
    </message>
    <message>
        <source>The axes that the kept figure was made with</source>
        <translation>Die Achsen, mit denen die Abbildung behalten wurde</translation>
    </message>
</context>
<context>
    <name>w2s::ui::FieldRow</name>
    <message>
        <source>Live: takes effect at the next batch of a run in progress</source>
        <translation>Live: wirkt beim nächsten Batch eines laufenden Laufs</translation>
    </message>
    <message>
        <source>next run</source>
        <translation>nächster Lauf</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s value, %1</source>
        <translation>Zurück zum Wert der Vorlage, %1</translation>
    </message>
    <message>
        <source>Differs from the preset, which has %1</source>
        <translation>Weicht von der Vorlage ab, die %1 hat</translation>
    </message>
    <message>
        <source>The preset has no such setting</source>
        <translation>Die Vorlage hat keine solche Einstellung</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Waits for the next run; the present one has: %1</source>
        <translation>Wartet auf den nächsten Lauf; der jetzige hat: %1</translation>
    </message>
    <message>
        <source>%1: shape and warm-up</source>
        <translation>%1: Form und Warmlauf</translation>
    </message>
    <message>
        <source>Folds shape and warm-up away</source>
        <translation>Klappt Form und Warmlauf zu</translation>
    </message>
    <message>
        <source>Shows shape and warm-up of this schedule</source>
        <translation>Zeigt Form und Warmlauf dieses Verlaufs</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>changed from the preset</source>
        <translation>gegenüber der Vorlage geändert</translation>
    </message>
    <message>
        <source>waits for the next run</source>
        <translation>wartet auf den nächsten Lauf</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>Auf %1 setzen</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>%1 auf %2 setzen</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>Reset to the preset&apos;s %1</source>
        <translation>Zurück auf %1 der Vorlage</translation>
    </message>
    <message>
        <source>Reset to the preset</source>
        <translation>Auf die Vorlage zurücksetzen</translation>
    </message>
    <message>
        <source>Set to the default, %1</source>
        <translation>Auf die Vorgabe setzen, %1</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>Kopieren als %1</translation>
    </message>
    <message>
        <source>Vary in a study</source>
        <translation>In einer Studie variieren</translation>
    </message>
</context>
<context>
    <name>w2s::ui::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation>Vorschau der Abbildung</translation>
    </message>
</context>
<context>
    <name>w2s::ui::FormSectionView</name>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message numerus="yes">
        <source>%n more, %1 changed</source>
        <translation>
            <numerusform>%n weitere, %1 geändert</numerusform>
            <numerusform>%n weitere, %1 geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Folds the settings away that few need</source>
        <translation>Klappt die Einstellungen zu, die wenige brauchen</translation>
    </message>
    <message>
        <source>Shows the settings that few need</source>
        <translation>Zeigt die Einstellungen, die wenige brauchen</translation>
    </message>
</context>
<context>
    <name>w2s::ui::GapBar</name>
    <message>
        <source>Performance gap recovered</source>
        <translation>Geschlossener Anteil der Lücke (PGR)</translation>
    </message>
    <message>
        <source>known once weak floor, student and ceiling are measured</source>
        <translation>bekannt, sobald Untergrenze, Schüler und Obergrenze gemessen sind</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>no clear gap yet</source>
        <translation>noch keine klare Lücke</translation>
    </message>
    <message>
        <source>not defined here</source>
        <translation>hier nicht definiert</translation>
    </message>
    <message>
        <source>signed PGR %1, %2</source>
        <translation>PGR mit Vorzeichen %1, %2</translation>
    </message>
    <message>
        <source>&lt;qt&gt;&lt;b&gt;Performance gap recovered&lt;/b&gt; (signed): (student − weak) / (ceiling − weak). 0 is the weak floor, 1 the ceiling. The book clamps it at 0.&lt;br&gt;%1&lt;/qt&gt;</source>
        <translation>&lt;qt&gt;&lt;b&gt;Geschlossener Anteil der Lücke&lt;/b&gt; (PGR, mit Vorzeichen): (Schüler − schwach) / (Obergrenze − schwach). 0 ist die Untergrenze, 1 die Obergrenze. Das Buch kappt bei 0.&lt;br&gt;%1&lt;/qt&gt;</translation>
    </message>
    <message>
        <source> · provisional</source>
        <translation> · vorläufig</translation>
    </message>
    <message>
        <source> · book value 0</source>
        <translation> · Wert des Buches 0</translation>
    </message>
    <message>
        <source>provisional, the run goes on</source>
        <translation>vorläufig, der Lauf geht weiter</translation>
    </message>
    <message>
        <source>95 % CI %1 to %2</source>
        <translation>95-%-KI %1 bis %2</translation>
    </message>
    <message>
        <source>, from %1 test rows</source>
        <translation>, aus %1 Testbeispielen</translation>
    </message>
    <message>
        <source>, paired bootstrap over %1 test rows</source>
        <translation>, gepaarter Bootstrap über %1 Testbeispiele</translation>
    </message>
    <message>
        <source>weak floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>against the common ceiling %1</source>
        <translation>gegen die gemeinsame Obergrenze %1</translation>
    </message>
    <message>
        <source>a reference strong model that several experiments share, so that they compare whatever their own ceilings are</source>
        <translation>ein starkes Bezugsmodell, das mehrere Experimente teilen, damit sie vergleichbar sind, was immer ihre eigenen Obergrenzen sind</translation>
    </message>
    <message>
        <source>own ceiling</source>
        <translation>eigene Obergrenze</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>common ceiling</source>
        <translation>gemeinsame Obergrenze</translation>
    </message>
    <message>
        <source>common</source>
        <translation>gemeinsame</translation>
    </message>
    <message>
        <source>Gap recovered</source>
        <translation>Anteil der Lücke</translation>
    </message>
    <message>
        <source>PGR</source>
        <translation>PGR</translation>
    </message>
    <message>
        <source>stopped: no result</source>
        <translation>angehalten: kein Ergebnis</translation>
    </message>
    <message>
        <source>reference %1 %</source>
        <translation>Referenz %1 %</translation>
    </message>
    <message>
        <source>the strong model trained on the labels that trained the weak supervisor, without a supervisor in between</source>
        <translation>das starke Modell auf den Labels, auf denen der schwache Lehrer trainiert ist, ohne Lehrer dazwischen</translation>
    </message>
    <message>
        <source>no interval: one seed</source>
        <translation>kein Intervall: ein Startwert</translation>
    </message>
    <message numerus="yes">
        <source>, PGR of means over %n seeds</source>
        <translation>
            <numerusform>, PGR der Mittel über %n Startwert</numerusform>
            <numerusform>, PGR der Mittel über %n Startwerte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::GapTrack</name>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>common ceiling</source>
        <translation>gemeinsame Obergrenze</translation>
    </message>
    <message>
        <source>common</source>
        <translation>gemeinsame</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
</context>
<context>
    <name>w2s::ui::HelpPages</name>
    <message>
        <source>See also: %1</source>
        <translation>Siehe auch: %1</translation>
    </message>
</context>
<context>
    <name>w2s::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages and settings that hold every word</source>
        <translation>Seiten und Einstellungen, die jedes Wort enthalten</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Seite der Hilfe</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The page before this one (Alt+Left)</source>
        <translation>Die Seite vor dieser (Alt+Links)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>The page after this one (Alt+Right)</source>
        <translation>Die Seite nach dieser (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Closes this window (Esc)</source>
        <translation>Schließt dieses Fenster (Esc)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>section: setting</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>w2s::ui::InterruptedOffer</name>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>1 run was interrupted: %1, at %2.</source>
        <translation>1 Lauf wurde unterbrochen: %1, bei %2.</translation>
    </message>
    <message>
        <source>%1 runs were interrupted; the latest is %2, at %3.</source>
        <translation>%1 Läufe wurden unterbrochen; der neueste ist %2, bei %3.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume the latest</source>
        <translation>Neuesten fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from its last checkpoint</source>
        <translation>Macht beim letzten Sicherungspunkt weiter</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Keep as they are</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Is not offered again; the table of runs can still resume</source>
        <translation>Wird nicht wieder angeboten; die Tabelle der Läufe kann noch fortsetzen</translation>
    </message>
    <message>
        <source>%1 was stopped at %2.</source>
        <translation>%1 wurde angehalten bei %2.</translation>
    </message>
    <message>
        <source>%1; goes on from step %2</source>
        <translation>%1; geht ab Schritt %2 weiter</translation>
    </message>
</context>
<context>
    <name>w2s::ui::KeptFigures</name>
    <message>
        <source>Kept figures</source>
        <translation>Behaltene Abbildungen</translation>
    </message>
    <message>
        <source>Figures that are kept with this run or study. Opening one brings its charts, axes and looks back, to be changed and saved again</source>
        <translation>Abbildungen, die bei diesem Lauf oder dieser Studie behalten sind. Öffnen bringt Diagramme, Achsen und Aussehen zurück, um sie zu ändern und wieder zu speichern</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Behalten …</translation>
    </message>
    <message>
        <source>Keeps these settings in the folder of the run or study, under a name</source>
        <translation>Behält diese Einstellungen unter einem Namen im Ordner des Laufs oder der Studie</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removes the open figure from the kept ones; files that were saved stay</source>
        <translation>Entfernt die geöffnete Abbildung aus den behaltenen; gespeicherte Dateien bleiben</translation>
    </message>
    <message>
        <source>%1 Move the file away to keep figures here again.</source>
        <translation>%1 Die Datei beiseitelegen, um hier wieder Abbildungen zu behalten.</translation>
    </message>
    <message>
        <source>none kept yet</source>
        <translation>noch keine behalten</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>(neu)</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>Abbildung %1</translation>
    </message>
    <message>
        <source>Keep the figure</source>
        <translation>Die Abbildung behalten</translation>
    </message>
    <message>
        <source>Keep its settings with the run or study under this name; one of the same name is replaced:</source>
        <translation>Ihre Einstellungen beim Lauf oder bei der Studie unter diesem Namen behalten; eine gleichen Namens wird ersetzt:</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 ist behalten.</translation>
    </message>
    <message>
        <source>%1 is not kept any more. Its settings are still here; Keep brings it back.</source>
        <translation>%1 ist nicht mehr behalten. Die Einstellungen stehen noch hier; Behalten bringt sie zurück.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What happened in this session&apos;s runs</source>
        <translation>Was in den Läufen dieser Sitzung geschah</translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Fehler: </translation>
    </message>
    <message>
        <source>Warning: </source>
        <translation>Warnung: </translation>
    </message>
</context>
<context>
    <name>w2s::ui::MainWindow</name>
    <message>
        <source>W2S Lab</source>
        <translation>W2S Lab</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>To the next control, and back</source>
        <translation>Zum nächsten Bedienelement, und zurück</translation>
    </message>
    <message>
        <source>Alt+letter</source>
        <translation>Alt+Buchstabe</translation>
    </message>
    <message>
        <source>Opens the menu with this letter</source>
        <translation>Öffnet das Menü mit diesem Buchstaben</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Closes a dialog or a list</source>
        <translation>Schließt einen Dialog oder eine Liste</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>A small step</source>
        <translation>Ein kleiner Schritt</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>A big step</source>
        <translation>Ein großer Schritt</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>To the smallest or largest value</source>
        <translation>Zum kleinsten oder größten Wert</translation>
    </message>
    <message>
        <source>Settings of the window</source>
        <translation>Einstellungen des Fensters</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The window follows the system&apos;s language from its next start on.</source>
        <translation>Das Fenster folgt ab dem nächsten Start der Sprache des Systems.</translation>
    </message>
    <message>
        <source>The window speaks %1 from its next start on.</source>
        <translation>Ab dem nächsten Start spricht das Fenster %1.</translation>
    </message>
    <message>
        <source>The folder was not opened</source>
        <translation>Der Ordner wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>No program answers for folders. The workspace is %1.</source>
        <translation>Kein Programm ist für Ordner zuständig. Der Arbeitsordner ist %1.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Table of runs</source>
        <translation>Tabelle der Läufe</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Shows the selected runs on the charts, or hides them; on the row of the present run it starts and pauses, as elsewhere</source>
        <translation>Zeigt die gewählten Läufe in den Diagrammen oder blendet sie aus; auf der Zeile des gezeigten Laufs startet und pausiert sie wie sonst</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Opens the run</source>
        <translation>Öffnet den Lauf</translation>
    </message>
    <message>
        <source>F2, P, Del</source>
        <translation>F2, P, Entf</translation>
    </message>
    <message>
        <source>Renames it, pins it to the charts, deletes it</source>
        <translation>Benennt ihn um, heftet ihn an die Diagramme, löscht ihn</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Compares the selected runs</source>
        <translation>Vergleicht die gewählten Läufe</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation>%1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>This window has no page of studies.</source>
        <translation>Dieses Fenster hat keine Seite für Studien.</translation>
    </message>
    <message>
        <source>A study is in progress. Stop it before another one takes its place.</source>
        <translation>Eine Studie läuft. Sie erst anhalten, bevor eine andere ihren Platz einnimmt.</translation>
    </message>
    <message>
        <source>Recorded runs</source>
        <translation>Aufgezeichnete Läufe</translation>
    </message>
</context>
<context>
    <name>w2s::ui::Menus</name>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;workspace folder</source>
        <translation>&amp;Arbeitsordner öffnen</translation>
    </message>
    <message>
        <source>Shows the folder that holds the runs</source>
        <translation>Zeigt den Ordner mit den Läufen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Closes the window</source>
        <translation>Schließt das Fenster</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>&amp;Tempo</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Panels back to their first places and sizes</source>
        <translation>Felder zurück an ihre ersten Plätze und Größen</translation>
    </message>
    <message>
        <source>Shows the page %1</source>
        <translation>Zeigt die Seite %1</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Lists the keys of the window</source>
        <translation>Zählt die Tasten des Fensters auf</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>Versions, devices and licences</source>
        <translation>Versionen, Geräte und Lizenzen</translation>
    </message>
    <message>
        <source>Explains what has the focus</source>
        <translation>Erklärt, was den Fokus hat</translation>
    </message>
    <message>
        <source>First &amp;steps</source>
        <translation>Erste &amp;Schritte</translation>
    </message>
    <message>
        <source>Five steps from the first curve to a figure</source>
        <translation>Fünf Schritte von der ersten Kurve zur Abbildung</translation>
    </message>
    <message>
        <source>Recorded r&amp;un</source>
        <translation>A&amp;ufgezeichneter Lauf</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>Five steps, each at the part of the window that it speaks of</source>
        <translation>Fünf Schritte, jeder an dem Teil des Fensters, von dem er spricht</translation>
    </message>
</context>
<context>
    <name>w2s::ui::MissingPanel</name>
    <message>
        <source>This run needs something that is not here yet</source>
        <translation>Diesem Lauf fehlt noch etwas</translation>
    </message>
    <message>
        <source>What is missing and how to get it</source>
        <translation>Was fehlt und woher es kommt</translation>
    </message>
    <message>
        <source>Can be selected and copied</source>
        <translation>Kann markiert und kopiert werden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the instructions</source>
        <translation>Anleitung kopieren</translation>
    </message>
    <message>
        <source>Puts the text on the clipboard</source>
        <translation>Legt den Text in die Zwischenablage</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Starts the run once more</source>
        <translation>Startet den Lauf noch einmal</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ModelGallery</name>
    <message>
        <source>Weak supervisor</source>
        <translation>Schwaches Modell</translation>
    </message>
    <message>
        <source>Strong model</source>
        <translation>Starkes Modell</translation>
    </message>
    <message>
        <source>Trained on ground truth of the weak rows, it labels the transfer rows. What it gets wrong is what the student can see through, or copy.</source>
        <translation>Auf wahren Labels trainiert, labelt es die Transferzeilen. Was es falsch macht, kann der Schüler durchschauen oder übernehmen.</translation>
    </message>
    <message>
        <source>Student and ceiling: the same model, trained on weak labels and on ground truth.</source>
        <translation>Schüler und Obergrenze: dasselbe Modell, auf schwachen und auf wahren Labels trainiert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keeps the present model</source>
        <translation>Behält das jetzige Modell</translation>
    </message>
    <message>
        <source>%1, the present model</source>
        <translation>%1, das jetzige Modell</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ModelText</name>
    <message>
        <source>linear head</source>
        <translation>linearer Kopf</translation>
    </message>
    <message>
        <source>head with %1 hidden units</source>
        <translation>Kopf mit %1 verdeckten Einheiten</translation>
    </message>
    <message>
        <source>tree of depth %1</source>
        <translation>Baum der Tiefe %1</translation>
    </message>
    <message>
        <source>frozen backbone</source>
        <translation>eingefrorenes Rückgrat</translation>
    </message>
    <message>
        <source>fully fine-tuned</source>
        <translation>voll trainiert</translation>
    </message>
    <message>
        <source>trained from scratch</source>
        <translation>von Grund auf trainiert</translation>
    </message>
    <message>
        <source>Grown once on the labelled rows; no gradient steps.</source>
        <translation>Einmal auf den gelabelten Beispielen gewachsen; keine Gradientenschritte.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1 parameters, %2 trained</source>
        <translation>%1 Parameter, %2 trainiert</translation>
    </message>
    <message>
        <source>at most %1 leaves</source>
        <translation>höchstens %1 Blätter</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis zu %1</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Blätter</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>%1 in the backbone</source>
        <translation>%1 im Rückgrat</translation>
    </message>
    <message>
        <source>%1 backbone + %2 head</source>
        <translation>%1 Rückgrat + %2 Kopf</translation>
    </message>
    <message>
        <source>%1 head</source>
        <translation>Kopf: %1</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>grown once, no gradient steps</source>
        <translation>einmal gewachsen, keine Gradientenschritte</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1, +%2 in training</source>
        <translation>%1, +%2 im Training</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>SimCLR: no label was used, training rows %1 to %2 of %3.</source>
        <translation>SimCLR, ohne ein einziges Label, auf den Trainingszeilen %1 bis %2 von %3.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::NoticeBar</name>
    <message>
        <source>Hide the notice</source>
        <translation>Hinweis verbergen</translation>
    </message>
    <message>
        <source>Hides this notice</source>
        <translation>Verbirgt diesen Hinweis</translation>
    </message>
</context>
<context>
    <name>w2s::ui::NumbersRow</name>
    <message>
        <source>Weak floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
</context>
<context>
    <name>w2s::ui::Outputs</name>
    <message>
        <source>Saves figures and tables</source>
        <translation>Speichert Abbildungen und Tabellen</translation>
    </message>
    <message>
        <source>Shows the run in big figures, on the projector if there is one</source>
        <translation>Zeigt den Lauf in großen Zahlen, auf dem Projektor, wenn es einen gibt</translation>
    </message>
    <message>
        <source>Presenter in a &amp;window</source>
        <translation>Vorführung in einem &amp;Fenster</translation>
    </message>
    <message>
        <source>Big figures in a window of its own, for one screen or a shared one</source>
        <translation>Große Zahlen in einem eigenen Fenster, für einen oder einen geteilten Bildschirm</translation>
    </message>
    <message>
        <source>Saves a page on what is shown: figures, tables, settings, versions and the command that makes it again</source>
        <translation>Speichert eine Seite über das, was zu sehen ist: Abbildungen, Tabellen, Einstellungen, Versionen und den Befehl, mit dem sie wieder entsteht</translation>
    </message>
</context>
<context>
    <name>w2s::ui::PageHost</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Chooses what the window shows</source>
        <translation>Wählt, was das Fenster zeigt</translation>
    </message>
    <message>
        <source>Pages of the window</source>
        <translation>Seiten des Fensters</translation>
    </message>
</context>
<context>
    <name>w2s::ui::PhaseIndicator</name>
    <message>
        <source>cached</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Stages of the run</source>
        <translation>Stufen des Laufs</translation>
    </message>
    <message>
        <source>Stages of a run: the weak supervisor is trained, labels the transfer rows, then ceiling and student train side by side. Stages whose settings did not change come from the cache.</source>
        <translation>Stufen eines Laufs: Das schwache Modell wird trainiert und labelt die Transferzeilen, dann trainieren Obergrenze und Schüler nebeneinander. Stufen, deren Einstellungen sich nicht änderten, kommen aus dem Speicher.</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>%1 wartet</translation>
    </message>
</context>
<context>
    <name>w2s::ui::PlayerActions</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Plays the recorded run that is shown, or pauses</source>
        <translation>Spielt den aufgezeichneten Lauf ab, der gezeigt wird, oder hält an</translation>
    </message>
    <message>
        <source>One batch</source>
        <translation>Ein Batch</translation>
    </message>
    <message>
        <source>Shows the recorded run one batch later</source>
        <translation>Zeigt den aufgezeichneten Lauf einen Batch später</translation>
    </message>
    <message>
        <source>To the next evaluation</source>
        <translation>Bis zur nächsten Auswertung</translation>
    </message>
    <message>
        <source>Shows the recorded run at its next evaluation</source>
        <translation>Zeigt den aufgezeichneten Lauf bei der nächsten Auswertung</translation>
    </message>
    <message>
        <source>To the evaluation before</source>
        <translation>Zur Auswertung davor</translation>
    </message>
    <message>
        <source>Shows the recorded run at the evaluation before</source>
        <translation>Zeigt den aufgezeichneten Lauf bei der Auswertung davor</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>An den Anfang</translation>
    </message>
    <message>
        <source>Shows the recorded run before its student&apos;s first step</source>
        <translation>Zeigt den aufgezeichneten Lauf vor dem ersten Schritt seines Schülers</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Ans Ende</translation>
    </message>
    <message>
        <source>Shows the recorded run whole</source>
        <translation>Zeigt den aufgezeichneten Lauf ganz</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Plays at half the speed</source>
        <translation>Spielt halb so schnell</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Plays at twice the speed</source>
        <translation>Spielt doppelt so schnell</translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation>Abzweigen…</translation>
    </message>
    <message>
        <source>Starts a run that goes on from a step of this one with the settings on the left</source>
        <translation>Startet einen Lauf, der von einem Schritt dieses Laufs mit den Einstellungen links weitergeht</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>No setting is changed: it will have the same numbers.</source>
        <translation>Keine Einstellung ist geändert: Er wird dieselben Zahlen haben.</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Abzweigen</translation>
    </message>
    <message>
        <source>A new run that goes on after this many steps of the one that is shown (%1), with the settings on the left.
%2</source>
        <translation>Ein neuer Lauf, der nach so vielen Schritten des gezeigten Laufs (%1) mit den Einstellungen links weitergeht.
%2</translation>
    </message>
</context>
<context>
    <name>w2s::ui::PlayerBar</name>
    <message>
        <source>RECORDED</source>
        <translation>AUFGEZEICHNET</translation>
    </message>
    <message>
        <source>This run is over: nothing trains, its recorded course is shown</source>
        <translation>Dieser Lauf ist zu Ende: Nichts trainiert, sein aufgezeichneter Verlauf wird gezeigt</translation>
    </message>
    <message>
        <source>Step that is shown</source>
        <translation>Schritt, der gezeigt wird</translation>
    </message>
    <message>
        <source>The step at which the recorded run is shown. Left, Right: one batch; Page Up, Page Down: a tenth of the run; Home, End.</source>
        <translation>Der Schritt, bei dem der aufgezeichnete Lauf gezeigt wird. Links, Rechts: ein Batch; Bild auf, Bild ab: ein Zehntel des Laufs; Pos1, Ende.</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>spielt ab</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Tempo des Abspielens</translation>
    </message>
    <message>
        <source>Of the recorded pace: %1 plays as the student trained (%2, %3)</source>
        <translation>Gegenüber dem aufgezeichneten Tempo: %1 spielt ab, wie der Schüler trainierte (%2, %3)</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 s of the student&apos;s training</source>
        <translation>%1 s des Trainings des Schülers</translation>
    </message>
</context>
<context>
    <name>w2s::ui::PlotWidget</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) ≤ 0 not shown</source>
        <translation>
            <numerusform>%n Wert ≤ 0 nicht gezeigt</numerusform>
            <numerusform>%n Werte ≤ 0 nicht gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::PresenterPainter</name>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Weak floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>of %1 test rows</source>
        <translation>von %1 Testbeispielen</translation>
    </message>
    <message>
        <source>Gap recovered (PGR)</source>
        <translation>Geschlossene Lücke (PGR)</translation>
    </message>
    <message>
        <source>class predicted %1</source>
        <translation>Klasse sagte %1</translation>
    </message>
    <message>
        <source>provisional, the run goes on</source>
        <translation>vorläufig, der Lauf geht weiter</translation>
    </message>
    <message>
        <source>known once weak floor, student and ceiling are measured</source>
        <translation>bekannt, sobald Untergrenze, Schüler und Obergrenze gemessen sind</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
</context>
<context>
    <name>w2s::ui::PresenterShow</name>
    <message>
        <source> · step %1 of %2</source>
        <translation> · Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Training diverged at step %1.   R: rewind to the last good step   H: halve the learning rate and retry</source>
        <translation>Das Training divergierte bei Schritt %1.   R: zurück zum letzten guten Schritt   H: Lernrate halbieren und erneut versuchen</translation>
    </message>
    <message>
        <source>The run failed: %1   Space: start again</source>
        <translation>Der Lauf ist gescheitert: %1   Leertaste: neu starten</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>weak floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>gap recovered %1</source>
        <translation>Lücke geschlossen %1</translation>
    </message>
    <message>
        <source>class predicted %1</source>
        <translation>Klasse sagte %1</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>What does the class expect? Click on the bar: below the weak floor and above the ceiling are answers too.   P: by keyboard   S: settings</source>
        <translation>Was erwartet der Kurs? Auf den Balken klicken: Auch unter der Untergrenze und über der Obergrenze sind Antworten.   P: mit Tasten   S: Einstellungen</translation>
    </message>
    <message>
        <source>Which mistakes of its supervisor does the student correct?</source>
        <translation>Welche Fehler des schwachen Modells berichtigt der Schüler?</translation>
    </message>
    <message>
        <source>The examples come with the first evaluation.</source>
        <translation>Die Beispiele kommen mit der ersten Auswertung.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 corrected, %2 copied, %3 wrong in another way; %4 right labels broken</source>
        <translation>%1 berichtigt, %2 übernommen, %3 auf andere Art falsch; %4 richtige Labels verdorben</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Transfer rows: %1</source>
        <translation>Transferzeilen: %1</translation>
    </message>
</context>
<context>
    <name>w2s::ui::PresenterWindow</name>
    <message>
        <source>W2S Lab: presenter</source>
        <translation>W2S Lab: Vorführung</translation>
    </message>
    <message>
        <source>Presenter view</source>
        <translation>Vorführansicht</translation>
    </message>
</context>
<context>
    <name>w2s::ui::PresetChooser</name>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Chooses the experiment; its settings apply to the next run</source>
        <translation>Wählt das Experiment; seine Einstellungen gelten für den nächsten Lauf</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RecordedRuns</name>
    <message>
        <source>Deleted 1 run.</source>
        <translation>1 Lauf gelöscht.</translation>
    </message>
    <message>
        <source>Deleted %1 runs.</source>
        <translation>%1 Läufe gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Brings what was deleted back</source>
        <translation>Bringt das Gelöschte zurück</translation>
    </message>
    <message>
        <source>Show it on the charts</source>
        <translation>In den Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Lays that run over the one in progress</source>
        <translation>Legt jenen Lauf über den laufenden</translation>
    </message>
    <message>
        <source>A run is in progress. Stop it before another one takes its place.</source>
        <translation>Ein Lauf ist im Gang. Ihn anhalten, bevor ein anderer seinen Platz einnimmt.</translation>
    </message>
    <message>
        <source>Another process is at work on this run. It can be shown on the charts.</source>
        <translation>Ein anderer Prozess arbeitet an diesem Lauf. Er kann in den Diagrammen gezeigt werden.</translation>
    </message>
    <message>
        <source>A run in progress cannot be deleted. Stop it first.</source>
        <translation>Ein laufender Lauf kann nicht gelöscht werden. Ihn zuerst anhalten.</translation>
    </message>
    <message>
        <source>A later version of W2S Lab recorded this run, with settings that this one does not know: %1. It can be shown and exported, but not repeated or continued.</source>
        <translation>Eine neuere Version von W2S Lab hat diesen Lauf aufgezeichnet, mit Einstellungen, die diese nicht kennt: %1. Er kann gezeigt und exportiert, aber weder wiederholt noch fortgesetzt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds of this experiment had other live changes and are left out.</source>
        <translation>
            <numerusform>%n Startwert dieses Experiments hatte andere Änderungen unterwegs und bleibt weg.</numerusform>
            <numerusform>%n Startwerte dieses Experiments hatten andere Änderungen unterwegs und bleiben weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bundle has 1 run.</source>
        <translation>Das Bündel hat 1 Lauf.</translation>
    </message>
    <message>
        <source>The bundle has %1 runs.</source>
        <translation>Das Bündel hat %1 Läufe.</translation>
    </message>
    <message>
        <source>%1 of them were here already and stay as they were.</source>
        <translation>%1 davon waren schon hier und bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Shows the first run of the bundle</source>
        <translation>Zeigt den ersten Lauf des Bündels</translation>
    </message>
    <message>
        <source>The bundle has no runs.</source>
        <translation>Das Bündel hat keine Läufe.</translation>
    </message>
    <message>
        <source>This run ended before the first step of its student: there is nothing to play.</source>
        <translation>Dieser Lauf endete vor dem ersten Schritt seines Schülers: Es gibt nichts abzuspielen.</translation>
    </message>
    <message>
        <source>Puts back what was there before</source>
        <translation>Stellt wieder her, was vorher da war</translation>
    </message>
    <message>
        <source>Runs with a new star: %1.</source>
        <translation>Läufe mit neuem Stern: %1.</translation>
    </message>
    <message>
        <source>Runs without their star: %1.</source>
        <translation>Läufe ohne ihren Stern: %1.</translation>
    </message>
    <message>
        <source>Archived runs: %1. The filter “archived” shows them.</source>
        <translation>Archivierte Läufe: %1. Der Filter „archived“ zeigt sie.</translation>
    </message>
    <message>
        <source>Runs that are listed again: %1.</source>
        <translation>Läufe, die wieder in der Liste stehen: %1.</translation>
    </message>
    <message>
        <source>Runs with other tags: %1.</source>
        <translation>Läufe mit anderen Schlagwörtern: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n runs (%2 MB). File &gt; Open takes it in another workspace, and so does w2s import.</source>
        <translation>
            <numerusform>%1 enthält %n Lauf (%2 MB). Datei &gt; Öffnen nimmt ihn in einem anderen Arbeitsbereich auf, ebenso w2s import.</numerusform>
            <numerusform>%1 enthält %n Läufe (%2 MB). Datei &gt; Öffnen nimmt sie in einem anderen Arbeitsbereich auf, ebenso w2s import.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is being written.</source>
        <translation>%1 wird geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n results can be compared with: the button References on the pages Study and Compare has them.</source>
        <translation>
            <numerusform>%n Ergebnis steht zum Vergleich bereit: unter „Vergleichswerte“ auf den Seiten Studie und Vergleichen.</numerusform>
            <numerusform>%n Ergebnisse stehen zum Vergleich bereit: unter „Vergleichswerte“ auf den Seiten Studie und Vergleichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>w2s::ui::ReferencePicker</name>
    <message>
        <source>Published and imported results of others, as lines on charts of the PGR and as rows of the table. They were not made here, and on other test rows.</source>
        <translation>Veröffentlichte und importierte Ergebnisse anderer, als Linien in Diagrammen der PGR und als Zeilen der Tabelle. Sie sind nicht hier und auf anderen Testbeispielen gemacht.</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>References (%1)</source>
        <translation>Vergleichswerte (%1)</translation>
    </message>
    <message>
        <source>%1: PGR %2</source>
        <translation>%1: PGR %2</translation>
    </message>
    <message>
        <source>%1: no PGR</source>
        <translation>%1: keine PGR</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunActions</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Starts, pauses or continues the run</source>
        <translation>Startet den Lauf, hält ihn an oder setzt ihn fort</translation>
    </message>
    <message>
        <source>One batch</source>
        <translation>Ein Batch</translation>
    </message>
    <message>
        <source>Trains one batch, then pauses</source>
        <translation>Trainiert einen Batch und hält dann an</translation>
    </message>
    <message>
        <source>To the next evaluation</source>
        <translation>Bis zur nächsten Auswertung</translation>
    </message>
    <message>
        <source>Trains up to the next evaluation, then pauses</source>
        <translation>Trainiert bis zur nächsten Auswertung und hält dann an</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>Eine Epoche</translation>
    </message>
    <message>
        <source>Trains once through all transfer rows, then pauses</source>
        <translation>Trainiert einmal durch alle Transferzeilen und hält dann an</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>Zurückspulen</translation>
    </message>
    <message>
        <source>From the beginning with the same seed: equal settings give equal numbers</source>
        <translation>Von vorn mit demselben Startwert: Gleiche Einstellungen geben gleiche Zahlen</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
    <message>
        <source>From the beginning with the next seed</source>
        <translation>Von vorn mit dem nächsten Startwert</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Anhalten und behalten</translation>
    </message>
    <message>
        <source>Ends the run after this batch and keeps what it has measured</source>
        <translation>Beendet den Lauf nach diesem Batch und behält, was er gemessen hat</translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation>Anhalten und verwerfen</translation>
    </message>
    <message>
        <source>Ends the run after this batch and removes it</source>
        <translation>Beendet den Lauf nach diesem Batch und entfernt ihn</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Halves the pace of the run</source>
        <translation>Halbiert das Tempo des Laufs</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Doubles the pace of the run</source>
        <translation>Verdoppelt das Tempo des Laufs</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>So schnell wie möglich</translation>
    </message>
    <message>
        <source>Full speed, and back to the pace of before. Never changes the numbers.</source>
        <translation>Volles Tempo, und zurück zum vorigen. Ändert nie die Zahlen.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Shows the run in big figures</source>
        <translation>Zeigt den Lauf in großen Zahlen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Saves figures and tables</source>
        <translation>Speichert Abbildungen und Tabellen</translation>
    </message>
    <message>
        <source>Not available: nothing to show has been opened yet</source>
        <translation>Nicht verfügbar: Es wurde noch nichts Zeigbares geöffnet</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pauses after this batch</source>
        <translation>Hält nach diesem Batch an</translation>
    </message>
    <message>
        <source>Goes on where the run stands</source>
        <translation>Macht weiter, wo der Lauf steht</translation>
    </message>
    <message>
        <source>Starts a run with these settings</source>
        <translation>Startet einen Lauf mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>Seeds…</source>
        <translation>Startwerte…</translation>
    </message>
    <message>
        <source>Sets the seeds of the next runs</source>
        <translation>Setzt die Startwerte der nächsten Läufe</translation>
    </message>
    <message>
        <source>Five more seeds</source>
        <translation>Fünf weitere Startwerte</translation>
    </message>
    <message>
        <source>Trains five more seeds of the experiment that is shown; what is there stays</source>
        <translation>Trainiert fünf weitere Startwerte des gezeigten Experiments; was da ist, bleibt</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Saves a page with figures and tables</source>
        <translation>Speichert eine Seite mit Abbildungen und Tabellen</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunColumns</name>
    <message>
        <source>Further measures</source>
        <translation>Weitere Größen</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Einstellungen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunCommands</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Shows this run on the page, with its settings</source>
        <translation>Zeigt diesen Lauf auf der Seite, mit seinen Einstellungen</translation>
    </message>
    <message>
        <source>Show on the charts</source>
        <translation>In den Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Lays the selected runs over the present one</source>
        <translation>Legt die gewählten Läufe über den jetzigen</translation>
    </message>
    <message>
        <source>Pin as a ghost</source>
        <translation>Als Geist anheften</translation>
    </message>
    <message>
        <source>Keeps the selected runs on the charts, paler</source>
        <translation>Behält die gewählten Läufe blasser in den Diagrammen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Gives this run another name</source>
        <translation>Gibt diesem Lauf einen anderen Namen</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Keeps a note with this run</source>
        <translation>Behält eine Notiz zu diesem Lauf</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from this run&apos;s last checkpoint</source>
        <translation>Macht beim letzten Sicherungspunkt dieses Laufs weiter</translation>
    </message>
    <message>
        <source>Train on to more steps…</source>
        <translation>Über mehr Schritte weitertrainieren …</translation>
    </message>
    <message>
        <source>A new run that begins as a copy of this one and trains on</source>
        <translation>Ein neuer Lauf, der als Kopie von diesem beginnt und weitertrainiert</translation>
    </message>
    <message>
        <source>Repeat with its live changes</source>
        <translation>Mit den Live-Änderungen wiederholen</translation>
    </message>
    <message>
        <source>A new run with the same settings, seed and changes on the way</source>
        <translation>Ein neuer Lauf mit denselben Einstellungen, Startwert und Änderungen unterwegs</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Moves the selected runs to the trash; can be undone</source>
        <translation>Legt die gewählten Läufe in den Papierkorb; kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Hide from the charts</source>
        <translation>In den Diagrammen verbergen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A note on %1, kept in its folder:</source>
        <translation>Eine Notiz zu %1, in seinem Ordner aufbewahrt:</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Weitertrainieren</translation>
    </message>
    <message>
        <source>%1 ended at step %2. Train a copy of it on to this many steps:</source>
        <translation>%1 endete bei Schritt %2. Eine Kopie davon bis zu so vielen Schritten weitertrainieren:</translation>
    </message>
    <message>
        <source>Open with its other seeds</source>
        <translation>Mit den anderen Startwerten öffnen</translation>
    </message>
    <message>
        <source>Shows the finished seeds of this run&apos;s experiment: their mean with a band</source>
        <translation>Zeigt die fertigen Startwerte des Experiments dieses Laufs: ihr Mittel mit einem Band</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Sets the selected runs beside each other: what differs, paired differences with intervals and tests, agreement</source>
        <translation>Stellt die gewählten Läufe nebeneinander: was sich unterscheidet, gepaarte Differenzen mit Intervallen und Tests, Übereinstimmung</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Shows how this run went, from its beginning</source>
        <translation>Zeigt von Anfang an, wie dieser Lauf war</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Gives the selected runs a star, or takes it</source>
        <translation>Gibt den gewählten Läufen einen Stern oder nimmt ihn</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>Gives the selected runs tags, and takes them</source>
        <translation>Gibt den gewählten Läufen Schlagwörter und nimmt sie</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Leaves the selected runs out of the table, or lists them again; nothing is deleted</source>
        <translation>Lässt die gewählten Läufe aus der Tabelle weg oder nimmt sie wieder auf; nichts wird gelöscht</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags of this run, separated by commas:</source>
        <translation>Schlagwörter dieses Laufs, durch Kommas getrennt:</translation>
    </message>
    <message>
        <source>Tags that all %1 selected runs have, separated by commas; tags of single runs stay:</source>
        <translation>Schlagwörter, die alle %1 gewählten Läufe haben, durch Kommas getrennt; die einzelner Läufe bleiben:</translation>
    </message>
    <message>
        <source>Save as a bundle…</source>
        <translation>Als Bündel speichern …</translation>
    </message>
    <message>
        <source>Writes the selected runs into one file, for another workspace or person</source>
        <translation>Schreibt die gewählten Läufe in eine Datei, für einen anderen Arbeitsbereich oder Menschen</translation>
    </message>
    <message>
        <source>Save as a bundle</source>
        <translation>Als Bündel speichern</translation>
    </message>
    <message>
        <source>Bundles of runs (*.w2s)</source>
        <translation>Bündel von Läufen (*.w2s)</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Saves a page on the selected runs: figures, tables, settings and versions</source>
        <translation>Speichert eine Seite über die gewählten Läufe: Abbildungen, Tabellen, Einstellungen und Versionen</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunFilter</name>
    <message>
        <source>The quotation mark before “%1” is not closed.</source>
        <translation>Das Anführungszeichen vor „%1“ ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>No run has a measure or a setting called “%1”.</source>
        <translation>Kein Lauf hat eine Größe oder Einstellung namens „%1“.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Ist „%1“ gemeint?</translation>
    </message>
    <message>
        <source>“%1” is no number; ask for it with : or =.</source>
        <translation>„%1“ ist keine Zahl; mit : oder = danach fragen.</translation>
    </message>
    <message>
        <source>“%1” is a number, “%2” is none.</source>
        <translation>„%1“ ist eine Zahl, „%2“ ist keine.</translation>
    </message>
    <message>
        <source>A name is missing before “%1”.</source>
        <translation>Vor „%1“ fehlt ein Name.</translation>
    </message>
    <message>
        <source>A value is missing after “%1 %2”.</source>
        <translation>Nach „%1 %2“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“starred” is yes or no, not “%1”.</source>
        <translation>„starred“ ist yes oder no, nicht „%1“.</translation>
    </message>
    <message>
        <source>“%1” is asked for with : or =.</source>
        <translation>Nach „%1“ wird mit : oder = gefragt.</translation>
    </message>
    <message>
        <source>“%1” is yes, no or all, not “%2”.</source>
        <translation>„%1“ ist yes, no oder all, nicht „%2“.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunGroupsModel</name>
    <message>
        <source>without these settings</source>
        <translation>ohne diese Einstellungen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Averaged: finished runs without live changes, one a seed and setting</source>
        <translation>Gemittelt: fertige Läufe ohne Änderungen im Lauf, je Seed und Einstellung einer</translation>
    </message>
    <message>
        <source>Mean share of the test rows that are right, in per cent, ± standard deviation</source>
        <translation>Mittlerer Anteil richtiger Testzeilen in Prozent, ± Standardabweichung</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>What its runs have in common</source>
        <translation>Was ihre Läufe gemeinsam haben</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Weak %</source>
        <translation>Schwach %</translation>
    </message>
    <message>
        <source>Student %</source>
        <translation>Schüler %</translation>
    </message>
    <message>
        <source>Ceiling %</source>
        <translation>Obergrenze %</translation>
    </message>
    <message>
        <source>PGR of means</source>
        <translation>PGR der Mittel</translation>
    </message>
    <message>
        <source>The gap recovered by the means, never a mean of PGRs; with its 95 % interval where the runs differ in their seed alone</source>
        <translation>Die von den Mittelwerten zurückgewonnene Lücke, nie ein Mittelwert von PGRs; mit 95-%-Intervall, wo sich die Läufe nur im Seed unterscheiden</translation>
    </message>
    <message>
        <source>Number of runs averaged</source>
        <translation>Anzahl gemittelter Läufe</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunGroupsView</name>
    <message>
        <source>Groups of runs</source>
        <translation>Gruppen von Läufen</translation>
    </message>
    <message>
        <source>Enter shows the runs of a group.</source>
        <translation>Enter zeigt die Läufe einer Gruppe.</translation>
    </message>
    <message>
        <source>Single runs</source>
        <translation>Einzelne Läufe</translation>
    </message>
    <message>
        <source>A line a run</source>
        <translation>Eine Zeile je Lauf</translation>
    </message>
    <message>
        <source>By experiment</source>
        <translation>Nach Experiment</translation>
    </message>
    <message>
        <source>A line for runs that differ in their seed alone: mean, spread and number</source>
        <translation>Eine Zeile für Läufe, die sich nur im Seed unterscheiden: Mittelwert, Streuung und Anzahl</translation>
    </message>
    <message>
        <source>By settings</source>
        <translation>Nach Einstellungen</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunNameDelegate</name>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunPage</name>
    <message>
        <source>±%1 · n = %2</source>
        <translation>±%1 · n = %2</translation>
    </message>
    <message>
        <source>±%1, n %2</source>
        <translation>±%1, n %2</translation>
    </message>
    <message>
        <source>trained on ground truth</source>
        <translation>auf wahren Labels</translation>
    </message>
    <message>
        <source>on ground truth</source>
        <translation>wahre Labels</translation>
    </message>
    <message>
        <source>%1 points over weak</source>
        <translation>%1 Punkte über schwach</translation>
    </message>
    <message>
        <source>%1 over weak</source>
        <translation>%1 über schwach</translation>
    </message>
    <message>
        <source>trained on weak labels</source>
        <translation>auf schwachen Labels</translation>
    </message>
    <message>
        <source>on weak labels</source>
        <translation>schwache Labels</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>Der Lauf ist gescheitert</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Starts a run with the same seed</source>
        <translation>Startet einen Lauf mit demselben Startwert</translation>
    </message>
    <message>
        <source>KD</source>
        <translation>KD</translation>
    </message>
    <message>
        <source>Training diverged at step %1</source>
        <translation>Das Training lief bei Schritt %1 aus dem Ruder</translation>
    </message>
    <message>
        <source>The %1 became infinite or not a number, most often because the learning rate is too high. The run is paused; nothing is lost. The last good step is %2.</source>
        <translation>%1 wurde unendlich oder keine Zahl, meist weil die Lernrate zu hoch ist. Der Lauf ist angehalten; nichts ist verloren. Der letzte gute Schritt ist %2.</translation>
    </message>
    <message>
        <source>%1 term</source>
        <translation>Der %1-Term</translation>
    </message>
    <message>
        <source>Rewind to last good</source>
        <translation>Zurück zum letzten guten</translation>
    </message>
    <message>
        <source>Goes back to the last checkpoint with finite numbers</source>
        <translation>Geht zurück zum letzten Sicherungspunkt mit endlichen Zahlen</translation>
    </message>
    <message>
        <source>Halve the learning rate and retry</source>
        <translation>Lernrate halbieren und erneut versuchen</translation>
    </message>
    <message>
        <source>Goes back and trains on with half the learning rate</source>
        <translation>Geht zurück und trainiert mit halber Lernrate weiter</translation>
    </message>
    <message>
        <source>Shown: %1, seed %2. The settings on the left are for the next run.</source>
        <translation>Zu sehen: %1, Startwert %2. Die Einstellungen links gelten für den nächsten Lauf.</translation>
    </message>
    <message>
        <source>%1; before training %2 %</source>
        <translation>%1; vor dem Training %2 %</translation>
    </message>
    <message>
        <source>before training %1 %</source>
        <translation>vor dem Training %1 %</translation>
    </message>
    <message>
        <source>before %1 %</source>
        <translation>vorher %1 %</translation>
    </message>
    <message>
        <source>The student comes from the cache</source>
        <translation>Der Schüler kommt aus dem Zwischenspeicher</translation>
    </message>
    <message>
        <source>An equal run was trained before; these are its recorded curves.</source>
        <translation>Ein gleicher Lauf wurde schon trainiert; dies sind seine aufgezeichneten Kurven.</translation>
    </message>
    <message>
        <source>Train anew</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Trains the student again with the same seed</source>
        <translation>Trainiert den Schüler mit demselben Startwert noch einmal</translation>
    </message>
    <message>
        <source>of one seed so far</source>
        <translation>bisher ein Startwert</translation>
    </message>
    <message>
        <source>one seed</source>
        <translation>ein Startwert</translation>
    </message>
    <message>
        <source>sd %1 over %2 seeds</source>
        <translation>Std.-Abw. %1, %2 Startwerte</translation>
    </message>
    <message>
        <source>sd %1, %2 seeds</source>
        <translation>SD %1, %2 Startwerte</translation>
    </message>
    <message>
        <source>sd %1</source>
        <translation>SD %1</translation>
    </message>
    <message>
        <source>labels made elsewhere</source>
        <translation>anderswo gemachte Labels</translation>
    </message>
    <message>
        <source>made elsewhere</source>
        <translation>anderswo gemacht</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunSession</name>
    <message>
        <source>The change is for the next run: a student of this experiment comes from the cache, and its seeds would be different experiments.</source>
        <translation>Die Änderung gilt für den nächsten Lauf: Ein Schüler dieses Experiments kommt aus dem Zwischenspeicher, und seine Startwerte wären verschiedene Experimente.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunToolbar</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>Zurückspulen</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>What the tool bar has no room for</source>
        <translation>Wofür in der Werkzeugleiste kein Platz ist</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Seeds of the next runs: 7, or 0-4, or 0, 3, 7. Data split, initial weights and batch order follow from a seed; Start makes a run for each, and the charts show their mean with a band.</source>
        <translation>Startwerte der nächsten Läufe: 7, oder 0-4, oder 0, 3, 7. Datenaufteilung, Anfangsgewichte und Batchfolge ergeben sich aus einem Startwert; Start macht für jeden einen Lauf, und die Diagramme zeigen ihr Mittel mit einem Band.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Seeds of the next runs: 7, or 0-4, or 0, 3, 7</source>
        <translation>Startwerte der nächsten Läufe: 7, oder 0-4, oder 0, 3, 7</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunsModel</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>bereitet vor</translation>
    </message>
    <message>
        <source>running %1 %</source>
        <translation>läuft, %1 %</translation>
    </message>
    <message>
        <source>paused %1 %</source>
        <translation>angehalten, %1 %</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped %1 %</source>
        <translation>beendet, %1 %</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>running %1 % elsewhere</source>
        <translation>läuft anderswo, %1 %</translation>
    </message>
    <message>
        <source>interrupted %1 %</source>
        <translation>unterbrochen, %1 %</translation>
    </message>
    <message>
        <source>Hidden. Space or a click shows this run on the charts.</source>
        <translation>Verborgen. Leertaste oder Klick zeigt diesen Lauf in den Diagrammen.</translation>
    </message>
    <message>
        <source>Shown on the charts. Space or a click hides it.</source>
        <translation>In den Diagrammen gezeigt. Leertaste oder Klick verbirgt ihn.</translation>
    </message>
    <message>
        <source>Pinned: a ghost on the charts, also at the next start.</source>
        <translation>Angeheftet: ein Geist in den Diagrammen, auch beim nächsten Start.</translation>
    </message>
    <message>
        <source>%1 on the charts. A click chooses another colour.</source>
        <translation>%1 in den Diagrammen. Ein Klick wählt eine andere Farbe.</translation>
    </message>
    <message>
        <source>%1: step %2 of %3</source>
        <translation>%1: Schritt %2 von %3</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>The run that this page shows. Space starts and pauses here too.</source>
        <translation>Der Lauf, den diese Seite zeigt. Die Leertaste startet und pausiert auch hier.</translation>
    </message>
    <message>
        <source>No result: stopped at step %1 of %2</source>
        <translation>Kein Ergebnis: bei Schritt %1 von %2 angehalten</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Shows all runs again</source>
        <translation>Zeigt wieder alle Läufe</translation>
    </message>
    <message>
        <source>The runs will stand here, to be compared and opened again.</source>
        <translation>Hier stehen später die Läufe, zum Vergleichen und Wiederöffnen.</translation>
    </message>
    <message>
        <source>Enter opens a run, Space shows it on the charts, F2 renames, Delete deletes. On the row of the page&apos;s own run Space starts and pauses.</source>
        <translation>Eingabe öffnet einen Lauf, die Leertaste zeigt ihn in den Diagrammen, F2 benennt um, Entf löscht. Auf der Zeile des gezeigten Laufs startet und pausiert die Leertaste.</translation>
    </message>
    <message>
        <source>No run is as the filter asks.</source>
        <translation>Kein Lauf ist, wie der Filter verlangt.</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>Chooses columns: measures, and the settings in which the runs differ</source>
        <translation>Wählt Spalten: Größen und die Einstellungen, in denen sich die Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Filters with a name: use, save and remove them</source>
        <translation>Filter mit Namen: benutzen, speichern und entfernen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>%1, %2 archived</source>
        <translation>%1, %2 archiviert</translation>
    </message>
    <message>
        <source>All runs are archived, or were stopped at 0 %. The filters “archived” and “leftovers” show them.</source>
        <translation>Alle Läufe sind archiviert oder wurden bei 0 % angehalten. Die Filter „archived“ und „leftovers“ zeigen sie.</translation>
    </message>
    <message>
        <source>Delete the runs that were stopped at 0 %</source>
        <translation>Die bei 0 % angehaltenen Läufe löschen</translation>
    </message>
    <message>
        <source>%1, %2 stopped at 0 %</source>
        <translation>%1, %2 bei 0 % angehalten</translation>
    </message>
    <message>
        <source>Runs that were stopped at 0 %, as a rewind leaves them, are left out unless they have a name, a note or another label. The filter “leftovers” shows them.</source>
        <translation>Läufe, die bei 0 % angehalten wurden, wie ein Zurückspulen sie hinterlässt, fehlen, wenn sie keinen Namen, keine Notiz und nichts anderes tragen. Der Filter „leftovers“ zeigt sie.</translation>
    </message>
    <message>
        <source>Moves the runs that were stopped at 0 % to the trash: %1. Can be undone</source>
        <translation>Verschiebt die bei 0 % angehaltenen Läufe in den Papierkorb: %1. Kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Archived runs are left out. The filter “archived” shows them, “archived:all” all runs.</source>
        <translation>Archivierte Läufe sind weggelassen. Der Filter „archived“ zeigt sie, „archived:all“ alle Läufe.</translation>
    </message>
    <message>
        <source>&lt;qt&gt;Words that the run&apos;s name, method, state, note, tags, seed or id must have; “in quotation marks” as they are.&lt;br&gt;&lt;code&gt;pgr &amp;gt; .4&lt;/code&gt; compares a measure: weak, student, ceiling, pgr, agreement, seconds ... with &amp;gt; &amp;gt;= &amp;lt; &amp;lt;= = !=&lt;br&gt;&lt;code&gt;confidence_weight = .5&lt;/code&gt; or &lt;code&gt;a = .5&lt;/code&gt; a setting, by its key, the last part of it, or its symbol&lt;br&gt;&lt;code&gt;dataset:fashion state:finished&lt;/code&gt; what is a part of the value&lt;br&gt;&lt;code&gt;starred&lt;/code&gt;, &lt;code&gt;archived&lt;/code&gt;, &lt;code&gt;tag:paper&lt;/code&gt; runs with that label; archived ones are left out unless they are asked for, &lt;code&gt;archived:all&lt;/code&gt; shows all. In the same way &lt;code&gt;leftovers&lt;/code&gt;, runs that were stopped at 0 %, are left out.&lt;br&gt;All of it must hold.&lt;/qt&gt;</source>
        <translation>&lt;qt&gt;Wörter, die Name, Methode, Zustand, Notiz, Schlagwörter, Seed oder Kennung des Laufs enthalten müssen; „in Anführungszeichen“ so, wie sie sind.&lt;br&gt;&lt;code&gt;pgr &amp;gt; .4&lt;/code&gt; vergleicht eine Größe: weak, student, ceiling, pgr, agreement, seconds ... mit &amp;gt; &amp;gt;= &amp;lt; &amp;lt;= = !=&lt;br&gt;&lt;code&gt;confidence_weight = .5&lt;/code&gt; oder &lt;code&gt;a = .5&lt;/code&gt; eine Einstellung, mit ihrem Schlüssel, dessen letztem Teil oder ihrem Zeichen&lt;br&gt;&lt;code&gt;dataset:fashion state:finished&lt;/code&gt; was Teil des Wertes ist&lt;br&gt;&lt;code&gt;starred&lt;/code&gt;, &lt;code&gt;archived&lt;/code&gt;, &lt;code&gt;tag:paper&lt;/code&gt; Läufe mit Stern, im Archiv, mit Schlagwort; archivierte fehlen, wenn nicht nach ihnen gefragt wird, &lt;code&gt;archived:all&lt;/code&gt; zeigt alle. Ebenso fehlen &lt;code&gt;leftovers&lt;/code&gt;, Läufe, die bei 0 % angehalten wurden.&lt;br&gt;Alles davon muss gelten.&lt;/qt&gt;</translation>
    </message>
    <message>
        <source>Single runs, or one line per experiment or setting: mean, spread, number</source>
        <translation>Einzelne Läufe oder eine Zeile je Experiment oder Einstellung: Mittelwert, Streuung, Anzahl</translation>
    </message>
    <message>
        <source>%1 in %2 groups</source>
        <translation>%1 in %2 Gruppen</translation>
    </message>
    <message>
        <source>%1 in 1 group</source>
        <translation>%1 in 1 Gruppe</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SavedFilters</name>
    <message>
        <source>No filter is saved</source>
        <translation>Kein Filter ist gespeichert</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern…</translation>
    </message>
    <message>
        <source>Gives the filter in the line a name, under which this menu has it</source>
        <translation>Gibt dem Filter in der Zeile einen Namen, unter dem er in diesem Menü steht</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name of the filter %1:</source>
        <translation>Name des Filters %1:</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SegmentRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SessionRestore</name>
    <message>
        <source>their text is missing.</source>
        <translation>ihr Text fehlt.</translation>
    </message>
    <message>
        <source>Settings of the experiment</source>
        <translation>Einstellungen des Experiments</translation>
    </message>
    <message>
        <source>The settings of last time cannot come back: %1 The window begins with the preset “%2”. Their text stays in %3, under %4.</source>
        <translation>Die letzten Einstellungen können nicht wiederkommen: %1 Das Fenster beginnt mit der Vorlage „%2“. Ihr Text bleibt in %3 unter %4 erhalten.</translation>
    </message>
    <message>
        <source>there is no preset “%1” any more.</source>
        <translation>die Vorlage „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>they began as “%1”, which is not known.</source>
        <translation>sie begannen als „%1“, was nicht bekannt ist.</translation>
    </message>
    <message>
        <source>they are not as they were stored; the file is damaged, or an editor changed it.</source>
        <translation>sie sind nicht mehr, wie sie gespeichert wurden; die Datei ist beschädigt, oder ein Editor hat sie geändert.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingText</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>changes a run in progress</source>
        <translation>ändert einen laufenden Lauf</translation>
    </message>
    <message>
        <source>for the next run</source>
        <translation>für den nächsten Lauf</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingsBasis</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>The settings of the recorded run %1.</source>
        <translation>Die Einstellungen des aufgezeichneten Laufs %1.</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>opening %1</source>
        <translation>Öffnen von %1</translation>
    </message>
    <message>
        <source>settings of run %1</source>
        <translation>Einstellungen des Laufs %1</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingsFile</name>
    <message>
        <source>The window&apos;s settings in %1 cannot be written: what you choose is forgotten when the window closes. Check who owns the file.</source>
        <translation>Die Einstellungen des Fensters in %1 können nicht geschrieben werden: Was gewählt wird, ist beim Schließen vergessen. Bitte prüfen, wem die Datei gehört.</translation>
    </message>
    <message>
        <source>The old file is kept as %1.</source>
        <translation>Die alte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>The arrangement of the window is damaged in its settings, so the window starts with the first one.</source>
        <translation>Die Anordnung des Fensters ist in seinen Einstellungen beschädigt, es startet daher mit der ersten.</translation>
    </message>
    <message>
        <source>The arrangement of the window was stored without a checksum, as earlier versions of W2S Lab did, so the window starts with the first one.</source>
        <translation>Die Anordnung des Fensters wurde ohne Prüfsumme gespeichert, wie es frühere Versionen von W2S Lab taten, es startet daher mit der ersten.</translation>
    </message>
    <message>
        <source>%1 is no file, so it holds no settings of the window: what you choose is forgotten when the window closes.</source>
        <translation>%1 ist keine Datei und enthält daher keine Einstellungen des Fensters: Was Sie wählen, wird vergessen, wenn das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>The last start of the window ended before it could be seen, so this one begins with the defaults.</source>
        <translation>Der letzte Start des Fensters endete, bevor es zu sehen war, dieser beginnt daher mit den Vorgaben.</translation>
    </message>
    <message>
        <source>Some of the window&apos;s settings are damaged and are not used.</source>
        <translation>Einige Einstellungen des Fensters sind beschädigt und werden nicht verwendet.</translation>
    </message>
    <message>
        <source>The window&apos;s settings are damaged, so it starts with its defaults.</source>
        <translation>Die Einstellungen des Fensters sind beschädigt, es startet daher mit den Vorgaben.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingsForm</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>warm-up over the first %1 % of the steps</source>
        <translation>Warmlauf über die ersten %1 % der Schritte</translation>
    </message>
    <message>
        <source>no such setting</source>
        <translation>keine solche Einstellung</translation>
    </message>
    <message>
        <source>Start makes a run for each seed of the tool bar.</source>
        <translation>Start macht für jeden Startwert der Werkzeugleiste einen Lauf.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingsHistory</name>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>%n Einstellung</numerusform>
            <numerusform>%n Einstellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change of the settings back</source>
        <translation>Nimmt die letzte Änderung der Einstellungen zurück</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Does the change again</source>
        <translation>Macht die Änderung noch einmal</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SingleCells</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>A further cell: the settings of another preset or of a recorded run</source>
        <translation>Eine weitere Zelle: die Einstellungen einer anderen Vorlage oder eines aufgezeichneten Laufs</translation>
    </message>
    <message>
        <source>There is nothing to compare with</source>
        <translation>Es gibt nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>%1 has the settings of the form: nothing would differ.</source>
        <translation>%1 hat die Einstellungen des Formulars: Nichts wäre verschieden.</translation>
    </message>
    <message>
        <source>%1 has the settings of a cell that is there.</source>
        <translation>%1 hat die Einstellungen einer Zelle, die schon da ist.</translation>
    </message>
    <message>
        <source>The settings of the form, as they are</source>
        <translation>Die Einstellungen des Formulars, wie sie sind</translation>
    </message>
    <message>
        <source>Cell: %1</source>
        <translation>Zelle: %1</translation>
    </message>
    <message>
        <source>Takes this cell out of the study; its runs stay</source>
        <translation>Nimmt diese Zelle aus der Studie; ihre Läufe bleiben</translation>
    </message>
</context>
<context>
    <name>w2s::ui::SpeedSlider</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed in steps a second</source>
        <translation>Tempo in Schritten je Sekunde</translation>
    </message>
    <message>
        <source>Pace of the run: 1 step a second on the left, as fast as possible on the right (M). Never changes the numbers.</source>
        <translation>Tempo des Laufs: links 1 Schritt je Sekunde, rechts so schnell wie möglich (M). Ändert nie die Zahlen.</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation>so schnell wie möglich</translation>
    </message>
    <message>
        <source>%1 steps a second</source>
        <translation>%1 Schritte je Sekunde</translation>
    </message>
</context>
<context>
    <name>w2s::ui::StatCard</name>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 per cent, %2</source>
        <translation>%1 Prozent, %2</translation>
    </message>
    <message>
        <source>%1: not known yet</source>
        <translation>%1: noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2 % of the test rows right; %3</source>
        <translation>%1: %2 % der Testbeispiele richtig; %3</translation>
    </message>
</context>
<context>
    <name>w2s::ui::StateChip</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>Divergiert</translation>
    </message>
    <message>
        <source>Stopping after this batch</source>
        <translation>Hält nach diesem Batch an</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>Zustand des Laufs</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>%1 %2 %3 of %4</source>
        <translation>%1 %2 %3 von %4</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation>%1 %2/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Cannot start: %1</source>
        <translation>Kann nicht starten: %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds,</source>
        <translation>
            <numerusform>%n Startwert,</numerusform>
            <numerusform>%n Startwerte,</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>w2s::ui::StatusLine</name>
    <message>
        <source>Space starts and pauses, . steps, M is full speed, Ctrl+R rewinds, ? lists the keys</source>
        <translation>Leertaste startet und hält an, . geht einen Schritt, M ist volles Tempo, Strg+R spult zurück, ? zeigt die Tasten</translation>
    </message>
    <message>
        <source>evaluated at step %1</source>
        <translation>ausgewertet bei Schritt %1</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>agreement with weak labels</source>
        <translation>Übereinstimmung mit schwachen Labels</translation>
    </message>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · Lauf %2</translation>
    </message>
    <message>
        <source>seed %1, evaluated at step %2</source>
        <translation>Startwert %1, ausgewertet bei Schritt %2</translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyCells</name>
    <message>
        <source>Cells of the study</source>
        <translation>Zellen der Studie</translation>
    </message>
    <message>
        <source>One row an experiment. Enter opens its runs, Ctrl+C copies the chosen rows.</source>
        <translation>Eine Zeile je Experiment. Enter öffnet seine Läufe, Strg+C kopiert die gewählten Zeilen.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyEditor</name>
    <message>
        <source>Name of the study</source>
        <translation>Name der Studie</translation>
    </message>
    <message>
        <source>Its runs are found again by this name, here and with w2s study</source>
        <translation>An diesem Namen werden ihre Läufe wiedergefunden, hier und mit w2s study</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Of every cell: 0-4, or 0, 3, 7</source>
        <translation>Jeder Zelle: 0-4 oder 0, 3, 7</translation>
    </message>
    <message>
        <source>Which cells</source>
        <translation>Welche Zellen</translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation>Jede Kombination</translation>
    </message>
    <message>
        <source>Random draws</source>
        <translation>Zufällige Ziehungen</translation>
    </message>
    <message>
        <source>Number of drawn cells</source>
        <translation>Anzahl gezogener Zellen</translation>
    </message>
    <message>
        <source> cells</source>
        <translation> Zellen</translation>
    </message>
    <message>
        <source>Vary a setting</source>
        <translation>Einstellung variieren</translation>
    </message>
    <message>
        <source>A further setting; or choose Vary in a study in the menu of a setting</source>
        <translation>Eine weitere Einstellung; oder „In einer Studie variieren“ im Menü einer Einstellung wählen</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Studie</translation>
    </message>
    <message>
        <source>See&amp;ds</source>
        <translation>Start&amp;werte</translation>
    </message>
    <message>
        <source>A range such as 1e-4 .. 1e-1 log, or values: 1, 2, 4</source>
        <translation>Ein Bereich wie 1e-4 .. 1e-1 log oder Werte: 1, 2, 4</translation>
    </message>
    <message>
        <source>Setting that differs</source>
        <translation>Einstellung, die sich unterscheidet</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Does not vary this setting</source>
        <translation>Variiert diese Einstellung nicht</translation>
    </message>
    <message>
        <source>Choose the setting that has the values %1.</source>
        <translation>Die Einstellung wählen, die die Werte %1 hat.</translation>
    </message>
    <message>
        <source>The grid of its file stays as it is.</source>
        <translation>Das Gitter ihrer Datei bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Every combination of the values, lists or ranges such as 0 .. 1 in 5; or a number of cells whose values are drawn: from a list, or from a range such as 1e-4 .. 1e-1 log</source>
        <translation>Jede Kombination der Werte, Listen oder Bereiche wie 0 .. 1 in 5; oder eine Anzahl von Zellen, deren Werte gezogen werden: aus einer Liste oder aus einem Bereich wie 1e-4 .. 1e-1 log</translation>
    </message>
    <message>
        <source>Values: 0.5, 1, 2; or a range: 0 .. 1 in 5, 1e-4 .. 1e-1 log in 4</source>
        <translation>Werte: 0,5; 1; 2 oder ein Bereich: 0 .. 1 in 5, 1e-4 .. 1e-1 log in 4</translation>
    </message>
    <message>
        <source>a range without a number of values is for random draws; write 0 .. 1 in 5, or values with commas between them.</source>
        <translation>Ein Bereich ohne Anzahl von Werten ist für zufällige Ziehungen; 0 .. 1 in 5 schreiben, oder Werte mit Semikolons dazwischen.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>zum Teil</translation>
    </message>
    <message>
        <source>not trained</source>
        <translation>nicht trainiert</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation>Startwert %1: %2</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Weak %</source>
        <translation>Schwach %</translation>
    </message>
    <message>
        <source>Student %</source>
        <translation>Schüler %</translation>
    </message>
    <message>
        <source>Ceiling %</source>
        <translation>Obergrenze %</translation>
    </message>
    <message>
        <source>PGR of means</source>
        <translation>PGR der Mittel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>different data</source>
        <translation>verschiedene Daten</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyPage</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The runs in progress keep a checkpoint; Start continues them</source>
        <translation>Die laufenden Läufe behalten einen Sicherungspunkt; Start setzt sie fort</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>A study around the settings of the form; what is recorded stays</source>
        <translation>Eine Studie um die Einstellungen des Formulars; Aufgezeichnetes bleibt</translation>
    </message>
    <message>
        <source>Studies of the workspace</source>
        <translation>Studien des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>The studies of this workspace, from the window and from w2s study run</source>
        <translation>Die Studien dieses Arbeitsbereichs, aus dem Fenster und von w2s study run</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>(neu)</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>no study</source>
        <translation>keine Studie</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n Startwert</numerusform>
            <numerusform>%n Startwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 in another program</source>
        <translation>%1 in einem anderen Programm</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird beendet</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Pause study</source>
        <translation>Studie anhalten</translation>
    </message>
    <message>
        <source>Resume study</source>
        <translation>Studie fortsetzen</translation>
    </message>
    <message>
        <source>Study is complete</source>
        <translation>Studie ist vollständig</translation>
    </message>
    <message>
        <source>Start study</source>
        <translation>Studie starten</translation>
    </message>
    <message>
        <source>Continue study</source>
        <translation>Studie weiterführen</translation>
    </message>
    <message>
        <source>The runs in progress wait where they are</source>
        <translation>Die laufenden Läufe warten, wo sie sind</translation>
    </message>
    <message numerus="yes">
        <source>Trains the %n runs that are missing, failed or interrupted; stages that are the same are trained once</source>
        <translation>
            <numerusform>Trainiert den %n Lauf, der fehlt, fehlgeschlagen oder unterbrochen ist; gleiche Stufen werden einmal trainiert</numerusform>
            <numerusform>Trainiert die %n Läufe, die fehlen, fehlgeschlagen oder unterbrochen sind; gleiche Stufen werden einmal trainiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The study in progress is not changed: stop it, or wait for its end.</source>
        <translation>Die laufende Studie wird nicht geändert: anhalten oder ihr Ende abwarten.</translation>
    </message>
    <message>
        <source>%1 in the queue</source>
        <translation>%1 in der Warteschlange</translation>
    </message>
    <message>
        <source>Compare cells</source>
        <translation>Zellen vergleichen</translation>
    </message>
    <message>
        <source>Sets the cells that are selected in the table beside each other, all where fewer than two are: what differs, paired differences with intervals and tests, agreement</source>
        <translation>Stellt die in der Tabelle gewählten Zellen nebeneinander, alle, wenn weniger als zwei gewählt sind: was sich unterscheidet, gepaarte Differenzen mit Intervallen und Tests, Übereinstimmung</translation>
    </message>
    <message>
        <source>Before the start. Equal stages of different runs are trained once, and what the workspace has made before is taken from there. Time and disk by what runs on these data with this strong model took here.</source>
        <translation>Vor dem Start. Gleiche Stufen verschiedener Läufe werden einmal trainiert, und was der Arbeitsbereich schon hat, wird von dort genommen. Zeit und Platz nach dem, was Läufe auf diesen Daten mit diesem starken Modell hier brauchten.</translation>
    </message>
    <message>
        <source>%1 of %2 stages to make</source>
        <translation>%1 von %2 Stufen zu machen</translation>
    </message>
    <message>
        <source>%1 shared</source>
        <translation>%1 geteilt</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>%1 im Zwischenspeicher</translation>
    </message>
    <message>
        <source>about %1 of work on one core</source>
        <translation>etwa %1 Arbeit auf einem Kern</translation>
    </message>
    <message>
        <source>about %1 MB</source>
        <translation>etwa %1 MB</translation>
    </message>
    <message>
        <source>more than %1 of work on one core</source>
        <translation>mehr als %1 Arbeit auf einem Kern</translation>
    </message>
    <message>
        <source>Trains the runs that failed again, and no others; why they failed stands in the table of cells</source>
        <translation>Trainiert nur die fehlgeschlagenen Läufe noch einmal; warum sie fehlgeschlagen sind, steht in der Tabelle der Zellen</translation>
    </message>
    <message numerus="yes">
        <source>Train %n failed runs again</source>
        <translation>
            <numerusform>%n fehlgeschlagenen Lauf wiederholen</numerusform>
            <numerusform>%n fehlgeschlagene Läufe wiederholen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a bundle…</source>
        <translation>Als Bündel speichern …</translation>
    </message>
    <message>
        <source>Writes the study with all its runs into one file, for another workspace or person</source>
        <translation>Schreibt die Studie mit allen ihren Läufen in eine Datei, für einen anderen Arbeitsbereich oder eine andere Person</translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyViews</name>
    <message>
        <source>PGR</source>
        <translation>PGR</translation>
    </message>
    <message>
        <source>Performance gap recovered, the ratio of means over seeds</source>
        <translation>Zurückgewonnener Anteil der Lücke, das Verhältnis der Mittelwerte über Startwerte</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy of the student on test rows, with floor and ceiling</source>
        <translation>Genauigkeit des Schülers auf Testzeilen, mit Unter- und Obergrenze</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>PGR or accuracy</source>
        <translation>PGR oder Genauigkeit</translation>
    </message>
    <message>
        <source>Setting from left to right</source>
        <translation>Einstellung von links nach rechts</translation>
    </message>
    <message>
        <source>Setting from top to bottom</source>
        <translation>Einstellung von oben nach unten</translation>
    </message>
    <message>
        <source>Highest mean: %1: student %2 %, ceiling %3 %.</source>
        <translation>Höchster Mittelwert: %1: Schüler %2 %, Obergrenze %3 %.</translation>
    </message>
    <message>
        <source>PGR %1 (95 % interval %2 to %3).</source>
        <translation>PGR %1 (95-%-Intervall %2 bis %3).</translation>
    </message>
    <message>
        <source>PGR %1.</source>
        <translation>PGR %1.</translation>
    </message>
    <message>
        <source>Being the highest of many it is overestimated; further seeds show by how much.</source>
        <translation>Als höchster von vielen ist er überschätzt; weitere Startwerte zeigen, um wie viel.</translation>
    </message>
    <message>
        <source>No setting differs yet</source>
        <translation>Noch unterscheidet sich keine Einstellung</translation>
    </message>
    <message>
        <source>Vary a setting: above, or in the menu of a setting of the form.</source>
        <translation>Eine Einstellung variieren: oben oder im Menü einer Einstellung des Formulars.</translation>
    </message>
</context>
<context>
    <name>w2s::ui::ToggleSwitch</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>w2s::ui::Tour</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Space, or this button, trains the experiment that is chosen beside it: a weak supervisor, a student that learns from its labels, and a ceiling that learns from true labels. It takes about a second.</source>
        <translation>Die Leertaste oder dieser Knopf trainiert das Experiment, das daneben gewählt ist: einen schwachen Lehrer, einen Schüler, der von dessen Labels lernt, und eine Obergrenze, die von wahren Labels lernt. Es dauert etwa eine Sekunde.</translation>
    </message>
    <message>
        <source>What they learn</source>
        <translation>Was sie lernen</translation>
    </message>
    <message>
        <source>The orange line is the weak floor, the green curve the ceiling, the blue curve the student. Where the student ends between the two is the performance gap recovered. Return makes a chart large, F1 explains it.</source>
        <translation>Die orange Linie ist die schwache Untergrenze, die grüne Kurve die Obergrenze, die blaue der Schüler. Wo der Schüler zwischen beiden endet, ist der geschlossene Anteil der Lücke. Die Eingabetaste macht ein Diagramm groß, F1 erklärt es.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>All that can be set. Weights and the learning rate change a run while it trains; the charts mark the step from which the change counts. The menu of a setting varies it in a study.</source>
        <translation>Alles, was eingestellt werden kann. Gewichte und Lernrate ändern einen Lauf, während er trainiert; die Diagramme zeigen, ab welchem Schritt die Änderung gilt. Im Menü einer Einstellung kann sie in einer Studie variiert werden.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Every run stays on the disk and is listed here. Enter opens one, the eye lays it over the charts, C compares the selected ones, the line above filters: pgr &gt; .4 seed = 1.</source>
        <translation>Jeder Lauf bleibt auf der Platte und steht hier. Die Eingabetaste öffnet einen, das Auge legt ihn über die Diagramme, C vergleicht die gewählten, die Zeile darüber filtert: pgr &gt; .4 seed = 1.</translation>
    </message>
    <message>
        <source>Studies, comparisons, examples</source>
        <translation>Studien, Vergleiche, Beispiele</translation>
    </message>
    <message>
        <source>Study trains many settings with many seeds, Compare tests whether one is better than another, Examples shows the rows. Ctrl+E saves any chart as a figure. Help, First steps has the same in writing.</source>
        <translation>Studie trainiert viele Einstellungen mit vielen Startwerten, Vergleichen prüft, ob eine besser ist als eine andere, Beispiele zeigt die Zeilen. Strg+E speichert jedes Diagramm als Abbildung. Hilfe, Erste Schritte hat dasselbe schriftlich.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ends the tour (Esc)</source>
        <translation>Beendet den Rundgang (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 It is folded or closed now: the menu View opens it.</source>
        <translation>%1 Jetzt ist es eingeklappt oder geschlossen: Das Menü Ansicht öffnet es.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>w2s::ui::WholeDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Takes this number</source>
        <translation>Übernimmt diese Zahl</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leaves everything as it is</source>
        <translation>Lässt alles, wie es ist</translation>
    </message>
</context>
</TS>
