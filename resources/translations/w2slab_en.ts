<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>PgrText</name>
    <message>
        <source>no result: stopped at step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ceiling is not clearly above the weak floor yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roles</name>
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
        <source>W</source>
        <comment>one letter for the weak supervisor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <comment>one letter for the student</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <comment>one letter for the ceiling</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunColor</name>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunRecord</name>
    <message>
        <source>, ground truth %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, hard labels</source>
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
    <name>charts</name>
    <message>
        <source>{} and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before step {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps {} to {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student accuracy {:.3f} at step {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {:.0f} % of the gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student accuracy {:.3f}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oracle stop: best test accuracy, {1:.3f} at step {0}. It reads ground truth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honest stop: best agreement with weak labels on validation rows, at step {0}; test accuracy {1:.3f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial student: test accuracy {:.3f} before its first step on weak labels, better than chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the student pass its weak supervisor?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of test rows that are right, at each evaluation: of the student, trained on the weak labels, and of the ceiling, the same model trained on ground truth. Dashed: the weak supervisor, after its training; where the run has one, the reference, the strong model trained on the labels that trained the weak supervisor. A ring at step 0: the student before its training, where it is better than chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves of student and ceiling appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of {} test rows</source>
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
        <source>common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement with weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the student copy the weak model&apos;s mistakes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak right, weak wrong: how often the student says what its weak supervisor says, on test rows where that is right or wrong. Correction: share of the supervisor&apos;s errors that the student has right. Harm: share of its right answers that the student has wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the student follows right and wrong weak labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement where weak is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement where weak is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>harm: weak right, student wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correction: weak wrong, student right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step {} the student agrees with {:.0f} % of the right and {:.0f} % of the wrong weak labels, mends {:.0f} % of the errors and spoils {:.0f} % of the right ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student&apos;s confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the student know what it knows?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the test rows on which the student has a given confidence, the share that is right: on the diagonal it is as sure as it may be. Bars: share of rows. ECE: expected calibration error, the mean distance to the diagonal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the student is, and how often it is right then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was recorded without the student&apos;s confidences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {}, ECE {:.3f}, n {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perfectly calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, hollow: bins of fewer than {} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step {} the student is {:.0f} % sure and {:.0f} % right on average, {}; expected calibration error {:.3f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overconfident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underconfident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged at step {}: {} is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective KD weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective confidence weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ground truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective ground truth weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective entropy weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective weight: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>honest stop, chosen on validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>honest stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oracle stop, best on test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oracle stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial student, before its first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the student minimise?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms of the loss that the student minimises, each times its weight, so that they add up to the total. Thick: moving average (EMA) with the smoothing chosen above; pale: every batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weighted, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terms of the student&apos;s loss appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, weighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss {:.3f} nats at {} {}{}{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR against the common ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval of the PGR of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance gap recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the gap does it recover?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance gap recovered = (student − weak) / (ceiling − weak), in test accuracy (Burns et al. 2023): 0 is no better than the weak supervisor, 1 as good as the ceiling. Signed: below 0 the student is worse than its supervisor, which the book counts as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ceiling 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known once weak floor, student and ceiling are measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provisional: the ceiling still trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance gap recovered {:.2f} at step {:.0f}{}{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of the loss and the learning rate as they are at each step, after warm-up, schedule and live changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the loss terms and the learning rate appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights; rate relative to {:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % t interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % bootstrap interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest to largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {} seeds, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve goes on above the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve goes on below the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+{} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student, test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval over {} seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one seed: no interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean, 95 % interval over seeds, n = {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each tile is one experiment: a mean over its seeds. Hatched: the interval covers what the weak model reaches, so that the student may have recovered nothing. Framed: the highest mean, which is overestimated, being the highest of many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run of this study is finished yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point is the mean over the seeds of one experiment, with its 95 % interval; all other settings are the same along a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement on weak errors %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} runs kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line is one run; each axis goes from the smallest value of the study at the bottom to the largest at the top. Drag along an axis to keep the runs in that range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak at chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap in the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts above weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two cells differ in this setting alone; the lines of all runs compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These values do not form a grid; the lines of all runs compare the cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy; share of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy over confidence; bars: share of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy, fewer than {} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % t-interval over {} seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one seed each: no interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one seed each: 95 % interval over {} test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of the students&apos; accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} pairs: those with A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point is the first one&apos;s mean less the second&apos;s over the seeds that both have, with its 95 % interval. Where the interval covers zero, either may be the better one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference of PGR, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points of accuracy, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two of these can be paired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference of PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points of accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement of the students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of test rows with the same class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often two students give a test row the same class, the mean over the seeds that both have. On the diagonal: two seeds of one experiment. Two experiments that agree less than that differ in what they have learnt, not only in how much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of these runs are not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not paired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve for each of what is compared, over its steps: of several seeds the mean with its 95 % interval. Where bands overlap, the table of pairs says more: it takes the seeds&apos; common luck out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The course of these runs is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy of the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weighted, nats; smoothed {:.2f} over raw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>config</name>
    <message>
        <source>-log p at the weak label&apos;s largest class: fine-tuning on generated labels (book eq. 4.10).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-log p of the true class, on transfer rows whose ground truth may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-sum p log p: a positive weight sharpens the student, a negative one flattens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-sum w log p. Same gradient as forward KL; its minimum is H(w), not 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU layer between features and classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later version of W2S Lab recorded this ratio and had a reason against it that this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A safetensors file with its model card beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence on what to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small convolutional encoder, trained self-supervised (SimCLR) without any label. It has seen the images of the weak and transfer rows, not those of the validation and test rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sound pipeline stays near chance: 40 seeds ended between 4 and 18 %, on average at 9.9 %. Only a mean above a tenth would mean that ground truth leaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A split that leaves fewer rows on a side is not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tree teaches an encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weaker supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with decoupled weight decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to each class count of a leaf before the counts become probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encoder that w2s pretrain wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone and head are trained from random initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone and head are trained, from the backbone&apos;s stored weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone frozen; its features are computed once and cached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before training, or by the weak model inside each step (the book&apos;s direct supervision).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best agreement (honest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CART with Gini impurity and class shares as leaf probabilities. Its scattered errors are what a student can see through. Weak supervisor only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the first block; the next have 2, 4 and 8 times as many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compatible with the released script, its defect included: the weight follows the run&apos;s share up to the warm-up&apos;s end and then jumps to its full value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence weight a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control: no pre-training, raw pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control: shuffled weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control: the encoder without pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutional net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosines of random directions in the plane (Rahimi and Recht 2007): a linear head on them draws a smooth, curved boundary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy, ground truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy, hard labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy, soft labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay of the gradient&apos;s mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay of the squared gradient&apos;s mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoupled for AdamW, added to the gradient for SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy weight e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors that can be simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls along half a cosine to 0 at the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls in a straight line to 0 at the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-SSL encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning on generated labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward KL (the book&apos;s KD loss)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fully connected ReLU layers on pooled pixels, trained from scratch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground truth and a fading weak supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground-truth weight g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard labels recover less of the gap than the tree&apos;s probabilities: switch the KD loss to forward KL and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardened so that a batch keeps the weak labels&apos; class balance. Two classes: by the batch quantile (Burns et al. eq. 1), exact to a row; ties are split. More classes: argmax of p_c wbar_c / pbar_c, a rule of this program that keeps the balance approximately. Needs batches of at least 2 rows; a few rows a class are better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly an image comes twice (one in twenty), so few labels can be learnt by heart: does the curve fall after a peak as in &quot;Overfitting the weak labels&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here less is more: lower the confidence weight from 0.75 to 0 and the student gains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How gradients change the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the reference model is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the student&apos;s probabilities p are compared with the weak labels w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the value changes over the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen-Shannon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen-Shannon, not normalised (GKD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KD loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KD weight k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(p || w): mode-seeking. Weak labels are smoothed so that log 0 cannot occur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL(w || p), book eq. 4.12. Covers every class the weak model gives weight to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplace smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm of the whole gradient; 0 = off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the training; can be extended after the finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the student trust its own confident predictions over the weak labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live supervision on changing images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest path from root to leaf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixture share of w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much of the gain needs no strong features; compare the PGR against the common ceiling with that of &quot;A tree teaches an encoder&quot;, since the own ceiling is lower here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names the term&apos;s columns and its key: objective.term.NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs live delivery and a student whose backbone runs in the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative control: weak labels permuted over the rows. A sound pipeline falls to chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of cosines, each a feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off when the student passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run a seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One weight a feature and class, starting at zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only its most probable class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI reference code (two classes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oracle (reads ground truth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting the weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting, held back by confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels a side after average pooling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels a side of its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain distillation: a = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior-matched threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities or the most probable class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random Fourier features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random shifts by up to two pixels and horizontal flips; weak model and student see the same images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse KL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows a leaf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows for honest selection by agreement with weak labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the official test file on which everything is reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows the weak supervisor labels for the student; the ceiling sees their ground truth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with ground truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with ground truth that train the weak supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of its own, where those of the student would not suit the reference model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the run over which the value rises in a straight line from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the supervision that comes from the student&apos;s own hardened prediction. 0.5 is usual; 0.75 for very strong students.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the transfer rows whose ground truth the student may see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the weak label in the mixture m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the weak split&apos;s ground truth replaced by another class at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of uniform probability mixed into the weak labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower, since every weight learns: watch how far the student follows the weak model on items where it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softens both w and p before they are compared; the loss is multiplied by T^2. Above 1 the small probabilities count more. Hard labels ignore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the random directions&apos; lengths: the larger it is, the more the boundary may bend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size. Long or fast training fits the weak model&apos;s errors too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between evaluations; 0 chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stochastic gradient descent with momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong model on the weak rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switches to 0 once the student beats the weak supervisor on the validation rows. Reads their ground truth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base value throughout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ceiling is not above the weak floor, so there is no gap to recover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder of fashion-ssl with random initial weights, trained from scratch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation with the best agreement with weak labels on the validation rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evaluation with the best test accuracy: an upper bound nobody can use in earnest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The floor drops further than the student does: predict both accuracies before you start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The floor is that of the tree, the gain is far smaller than with the same recipe in &quot;Overfitting the weak labels&quot;: look at the agreement on items where the weak model is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap between the weak floor and the ceiling is below one point or within its own uncertainty, so this ratio says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image itself, average-pooled to size x size. Nothing is learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model as it is after the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimiser&apos;s settings of student and ceiling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same long training, yet the curve falls less and ends higher: compare its end with that of &quot;Overfitting the weak labels&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same network without what it learnt from unlabelled images: how much of the gain is left?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strong model is above the weak floor before its first step on weak labels, so this ratio says little about what the weak labels taught it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student passes its supervisor within a second; set the confidence weight to 0 and see how much of the gap was its doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student peaks early and then learns the tree&apos;s mistakes; raise the confidence weight while it trains and watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student starts from its weak supervisor and ends on a few true labels: watch the two terms trade places, then set the KD weight to 0 to see what those labels do alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s most probable class is its own target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two coordinates of the point themselves. Nothing is learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak model runs inside each training step on the batch the student sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak supervisor is no better than always answering the most frequent class, so it has nothing to teach and this ratio says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak supervisor&apos;s class probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole encoder learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnail side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained part of the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the model below on the transfer rows&apos; ground truth too, and reports PGR against it beside PGR against the own ceiling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the strong model on the very labels that trained the weak supervisor: what those labels give without a supervisor in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns a row into features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns a row into the reference model&apos;s features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns features into class probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns the reference model&apos;s features into class probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two moons in the plane: the weak labels are wrong in scattered boxes that the student&apos;s smooth boundary cannot copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units a hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of this file&apos;s format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak labels are computed once, before training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak model&apos;s training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the cross-entropy against ground truth on the transfer rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the student&apos;s prediction entropy: positive sharpens, negative flattens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the supervision by the weak model (lambda in the book).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the term in the sum that the student minimises; not shared out by a.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lists and figures call the experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the term compares. KD losses take the objective&apos;s temperature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When confidence hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which evaluation the student&apos;s number comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the reference model&apos;s weights change during training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights change during training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[beta KL(w || m) + (1 - beta) KL(p || m)] / (beta (1 - beta)), m = beta w + (1 - beta) p. Bounded; becomes the forward KL as beta goes to 0 and the reverse KL as beta goes to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, cpu or cuda:0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta KL(w || m) + (1 - beta) KL(p || m), m = beta w + (1 - beta) p, as generalised knowledge distillation writes it. Its size falls with beta (1 - beta): at beta = 0.01 it is about 1/100 of the forward KL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A registered name (`w2s data list` prints them), or the path of a card of your own data, CARD.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a feature set in the data set&apos;s card; empty: its first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that another program made of each row, as the data set&apos;s card names them. Nothing is learned here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels made elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of weak labels in the data set&apos;s card, which another program made. No weak model is trained then, and its other settings are not looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak labels were made elsewhere and not for every test row, so the weak floor is unknown and there is no ratio.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source> (nor gzip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Check the permissions, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Free some space, or choose another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Raise the limit on open files (ulimit -n), or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The nearest: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> from {} to {}{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> inside its gzip stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of at least {}{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of at most {}{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--mean: none of the other runs differs from {} in its seed alone, with the same settings and live changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--x, --y and --log-y speak of the chart &quot;{}&quot;, which is not among those of --chart: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; did you mean &quot;{}&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; known here: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; there is nothing to set at this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision tree cannot be fitted to {} rows of {} features with {} labels of {} classes and {} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision tree is fitted, not trained by gradients: use it for the weak model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision tree needs depth &gt;= 0, min_leaf_rows &gt;= 1 and laplace &gt;= 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has more than {} parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of {:.0f} x {:.0f} mm at {} dpi does not fit into memory. Choose fewer dots per inch, or SVG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is in progress. Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run {} exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored model does not fit its configuration: &apos;{}&apos; is {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored model lacks its feature scaling (scaling.mean, scaling.factor).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A thumbnail of {} x {} pixels cannot be made from images of {} x {}: choose a size from 1 to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights of the objective switch off when the student passes the weak supervisor, and it has; without a loss the training ended after step {} of {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, 1 core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, {} cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot list &quot;{}&quot;: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write the log file {}: {}. Going on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot {} {}: {}.{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weak and transfer row was among the unlabelled images that {} was pre-trained on; validation and test rows were not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature {} of row {} is {}: a decision tree needs finite features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch is a CPU build or sees no NVIDIA driver; for a GPU start with W2S_TORCH_SPEC=torch and a CUDA wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA GPU {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chart is chosen. There are {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run in {} is called {}. `w2s runs list` shows them.{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weights: nothing is learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of {} lies between {} and {}: its x axis ({}) goes from {} to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside of quotes and comments only ASCII letters, digits and signs can stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions at step {} do not continue {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights from the run&apos;s seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {} has the label {}, outside 0 to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedules that run over the planned steps: {0}. Up to step {1} they are those of the shorter run, after it those of {2} steps, so a run of {2} steps from its start gives other numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables and lists are nested deeper than {} levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor &apos;{}&apos; cannot be stored: its type has no safetensors name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors cannot be stored: a name or a metadata text is not UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors cannot be stored: the name &apos;{}&apos; is {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backbone {} needs grey pictures; these have {} channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backbone {} needs {}; the data set has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The byte 0x{:02x} is no part of a text in UTF-8; save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cached file {} is damaged: its content does not have the checksum it was written with. The entry is removed and its stage {} made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration has {} problems:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control character 0x{:02x} cannot stand in a TOML text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder {} is for images of {} x {} pixels; these have {} x {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are not the published ones: any of their rows may have been among the unlabelled images that {} was pre-trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {} was removed while its run was at work, or another process took it over. Nothing more is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of the stage {} became NaN or infinite at step {} (term: {}). Lower {}.learning_rate, or set {}.clip_norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model card {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The predictions at step {} in {} are incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The predictions at step {} in {} name a class that is none of the {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preparation of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s own file &quot;{}&quot; is missing; looked in {}. Install the program again, or set W2S_RESOURCES to its resources folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no predictions yet: they come with its first evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was made with more test rows than {} holds now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} cannot be continued: data, weights, device or program changed since it was made (stage {}). Start it anew with its configuration instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} cannot be repeated or continued here: it was recorded by a later version of W2S Lab with settings that this version does not know ({}). It can be shown and exported. Update W2S Lab to go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} cannot be repeated: it has a stage {} that this version of W2S Lab does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} has not come to its end. Resume it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} has taken {} steps already; train it on to more than that, not to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is finished. Extend it to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is finished. Repeat it with --replay, or train it on with more steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is over; its record takes no more events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is running on {} (process {}). Stop it there first, or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is running. Stop it first, or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is running. Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The splits do not fit {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage {} is of the kind {}, which this program does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored decision tree is damaged: its tables are no tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored tree lacks the tensor {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored weak model lacks a fitting tensor {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table cannot be a panel beside charts; export it to a file of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {} cannot be used. {} Another one is chosen with --workspace DIR or the variable W2S_WORKSPACE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {} has {} free, and this needs about {}. Free some space, or choose another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no predictions in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no chart &quot;{}&quot;{} There are {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no configuration file &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set named &quot;{}&quot;. Did you mean &quot;{}&quot;? Known: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set named &quot;{}&quot;. Known: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {}: make it first, or write {} elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no font &quot;{}&quot; on this machine{} Without --font figures are set in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset &quot;{}&quot;{} Presets: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run in {} any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {} in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this run. Use fewer rows or a smaller model, or close other programs; then continue the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this stage. Use a smaller batch, fewer rows or a smaller model, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read {}. Close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no TOML: a sign stands where a key, a value or a bracket should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown figure format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;color&quot; is {}, not 0 to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;config&quot;: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;rows&quot; holds something else than lists of a step and a number for each further column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot name a run&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no fingerprint of a stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a list of [rows, right rows, mean probability]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a pair of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is {}, not {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; names no stage: &quot;{}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; sets nothing: write key=value, for example objective.temperature=2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cell stands under [[cell]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later version of W2S Lab wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of tables of settings, each with a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number in it is beyond the range of double precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a study begins with schema = {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a study needs a name, by which its runs are found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of settings, or a list of such tables, each with a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value in it is of another type than it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in it has more than {} keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another version of the program wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are more than {} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not whole numbers from 0 to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for the free space of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base names a preset or a configuration file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to another configuration or another version of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common_ceiling.head is tree, but a tree cannot be trained through a loss, so only the weak model can be one; choose linear or mlp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolutional net, width {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device is &quot;{}&quot;, but must be auto, cpu, cuda or a numbered GPU such as cuda:0; auto picks the best there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device is &quot;{}&quot;, but {}. Set device = &quot;cpu&quot; or &quot;auto&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device is &quot;{}&quot;. Allowed: auto, cpu, cuda:0, cuda:1, ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fashion-ssl encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey images of {} × {} pixels in [0, 1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a damaged header: {} rows cannot be, at most {} are read. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a damaged header: {} values cannot be, at most {} are read. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has bytes after the {} = {} values its header promises. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than {} columns; is this another file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has step {} after step {}; steps must ascend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {} where {} expected (1 for labels, 3 for images). Are the image and label files swapped?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have a range that ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds values of the type 0x{:02x} ({}); only unsigned bytes (0x08) are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut short or has a damaged header: the header promises {} = {} values, {} are there. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: it does not begin with a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: its content does not have the checksum it was written with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: its progress is beyond all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: {} numbers were expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty: its header says {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an IDX file{}: it begins with the bytes {:02x}, not 00 00. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the header of a series; is this another file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too short to hold an IDX header. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {} bytes, too few for a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested deeper than {} levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no JSON ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its content does not have the checksum it was written with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header claims {} bytes, the file has {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its schema is {} and this program reads {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its schema is {} and this program reads {}; {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {}, column {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move {} to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name is empty; give the experiment a name for lists and figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no GPU answers; check the driver with nvidia-smi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objective.divergence.smoothing is 0, but the reverse KL of hard labels is infinite without smoothing; use a small value such as 1e-4, or soft labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objective.ground_truth_fraction is 0, so no row has the ground truth that objective.ground_truth_weight weighs; raise the fraction, or set the weight to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objective.kd_weight is 0, and so are the objective&apos;s other weights, so the student would have no loss; give one of them a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimizer.batch_rows is {0}, but {1} = &quot;{2}&quot; balances the classes over a batch and needs at least {3} rows; raise it, or choose {1} = &quot;argmax&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parse error at line {}, column {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pdfLaTeX does not know {}: set the figure with LuaLaTeX or XeLaTeX and a font that has these signs, give the run another label, or export SVG or PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perceptron {0}×{1} on {2}×{2} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels {0}×{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points of the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random needs count, a whole number from 1, and takes seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema is {}, but the only schema there is so far is {}; write schema = {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema is {}, but this version of W2S Lab reads schema {}; the configuration comes from a newer version, so update W2S Lab to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds has {} entries, but at most {} are taken; split the study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds has {} more than once; equal seeds give equal runs, so keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds is empty, so nothing would run; give at least one, for example seeds = [0].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shorten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong model on the weak rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong.head is tree, but a tree cannot be trained through a loss, so only the weak model can be one; choose linear or mlp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervision.augmentation is {}, but stored weak labels belong to the images as they are; choose supervision.delivery = &quot;live&quot;, or augmentation = &quot;none&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervision.augmentation is {}, but with strong.tuning = &quot;head&quot; the student reads features computed once, never new images; choose strong.tuning = &quot;full&quot; or &quot;scratch&quot;, or augmentation = &quot;none&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervision.augmentation is {}, which changes {}, but the data set {} has {}; choose augmentation = &quot;none&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervision.shuffle permutes stored weak labels over the rows, and live delivery stores none; choose supervision.delivery = &quot;stored&quot;, or shuffle = false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task.dataset is empty; name a data set (`w2s data list` prints them).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task.weak_rows + task.transfer_rows = {} + {} = {}, but {} has {} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &apos;{}&apos; ends at byte {} of {} bytes of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &apos;{}&apos; has {} bytes, its shape and type need {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &apos;{}&apos; holds booleans other than 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &apos;{}&apos; {} the one before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header does not start with &apos;{&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the seeds &quot;{}&quot; {}; write numbers and ranges such as &quot;0-4,7&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the study has more than {} cells for its seeds; split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training file without its validation rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the validation part of the training file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are only {} GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there never was such a schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak has {} entries ({}), but a run has one supervisor: keep one [[weak]] section. To compare supervisors, write an experiment for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole numbers from 0 to {}, as a list such as [0, 1, 2] or a text such as &quot;0-9&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is full, which starts from stored weights, but the backbone {1} has none; choose {0} = &quot;scratch&quot;, or a pre-trained backbone such as fashion-ssl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is off_when_student_passes, which only weights of the objective can be; choose {0} = &quot;constant&quot;, &quot;linear&quot; or &quot;cosine&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names its kind twice, as {1} and as {2}; keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.path is empty; name a .safetensors file that `w2s pretrain` wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.tuning is {1}, but a tree is grown on fixed features and cannot train its backbone; choose {0}.tuning = &quot;head&quot;, or {0}.head = &quot;linear&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.{1} is a setting of {2}, but {0} is {3}; choose {0} = &quot;{2}&quot; first, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.{1} is no entry of {0}; add it first, with {0}.{1}.kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} = {}, but {} has {} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} = {}, but {} leaves {} rows for it, because rows of one group stay in one split. Use fewer rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} = {}: at least one row is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and its card {} do not belong together: the card is of weights with the hash {}, these have {}. Copy both from the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} bytes at the end belong to no tensor (or the file is cut)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be read: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ends at step {}, before the checkpoint at step {}: rows were lost. The stage {} has to start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} exists already; move it away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} failed: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has a name that columns of the record have already; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has an entry whose name is &quot;{}&quot;; give each entry a name of small letters, digits, _ and -, which starts with a letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no rows named &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has two entries with the name &quot;{}&quot;; give each entry a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} bytes after its gzip stream that do not belong there. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} bytes, but what is read here has at most {}; it seems to be another kind of file, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} entries, but can have at most {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} problems:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds images of {} x {} pixels, but those of {} have {} x {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds no float32 matrix named {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds no tensor &apos;{}&apos;: it is no encoder of this architecture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds {} images, but {} holds {} labels: the two files do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds {} rows; there is no row {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds {} tensors, an encoder of this architecture has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is a pipe, a device or a socket, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is a table: write [{}].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is cut short: its gzip stream stops after {} unpacked bytes. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is damaged: its gzip stream is wrong after {} unpacked bytes ({}). Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no encoder that w2s pretrain wrote: its metadata do not name the architecture {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no encoder: it lacks &apos;blocks.0.weight&apos; of shape [width, 1, 3, 3].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no log of predictions, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not a setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not a setting{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not a sound safetensors file: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not in {}. Install it with `{}`, or name the folder that holds its files with --data or W2S_DATA.{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not varied from cell to cell; it stands at the top of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is openai_reference, which is defined for two classes, but {} has {}; choose threshold, which agrees with the paper for any number of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is over {} and {} over {}: they have no rows in common. Export them one by one, or with the tidy layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is {}, but must be {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is {}, but must be {}{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is {}, but the backbone {} has no weights to train; choose {} = &quot;head&quot;, or another backbone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is {}, which is not a complete TOML value (or not UTF-8).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is {}, which needs {}; the data set {} has {}: choose {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} lacks {} of {}. Get them with `{}`.{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} may be any of {}{}. Give more of the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of a cell takes one value, not {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} random Fourier features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} seeds are too many for the window, which takes {}; w2s run --seeds takes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} takes a list of values to vary, such as [1, 2, 4], not {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} takes {{ low = a, high = b }} with a &lt;= b, or with log = true and 0 &lt; a &lt;= b.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was shortened by another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {} is outside {} to {}{}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {} looks like {}: rename it if it is that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {}:{} is no range: the lower end comes first, and differs from the higher one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, last line: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, line 1 is longer than {} bytes: it is no header of a series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, line {} {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, line {}: a study has no part &quot;{}&quot;{} Its parts are {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, line {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, or a table with base, shape and warmup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: a configuration is one JSON object with settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: not valid JSON: {}; the file is damaged or not a configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: predictions need rows and 1 to {} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: row {} has the label {}, but {} has the classes 0 to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: tensor &apos;{}&apos; has the shape [{}], expected are floating-point numbers of shape [{}].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: tensor &apos;{}&apos; has the type &apos;{}&apos;, which is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: tensor &apos;{}&apos; holds a negative variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: tensor &apos;{}&apos; holds a value that is not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: the cell {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}
  and {} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A killed process left {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write {}: it is a link or a pipe, and only regular files are written to. Move it away, or put the file itself there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint {} is of step {}, and the series of its stage ends at step {}: rows were lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint {} knows an evaluation at step {} that the log of the run does not have: events were lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint {} {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is damaged: its line does not have the hash it was written with. Take the file from a copy of the run, or repeat the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is damaged: the number of its line does not ascend. Take the file from a copy of the run, or repeat the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is at work. Check it when it is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace in {}: it has neither a folder runs nor a folder cache. Another one is named with --workspace DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ends before the run did: its last lines are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is damaged: it ends before its header does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is damaged: it is not what was written into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is damaged: its content is not what the run wrote into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is damaged: its content is not what the run wrote into it. Take the file from a copy of the run, or repeat the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is missing or cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is of the run {}: the folder was renamed, or the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} says other numbers than the log of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: lines are missing that the run had written ({} of them), and with them evaluations, live changes or stages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system gives the engine no threads: {}. Close other programs, or ask for fewer workers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} failed: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint after {} steps is of another model or optimiser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range is written &quot;0.1 .. 10&quot; or &quot;0.1 .. 10 log&quot;, the smaller number first, above 0 with log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values are written with commas between them, such as &quot;1, 2, 4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does not differ among the cells of the study {}; what differs: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does not differ among the cells of this study&apos;s grid{}{}; cells that differ in a further setting are a study of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is given more values, not a range; a random study is extended by a larger count in its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has a study {} around other settings, in {}. Give this one another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {}, and the workspace {} has no study of that name{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, base: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is running; bundle it when it is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a link or no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no name of a file in a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is packed in a way that is not used here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; would have {} bytes, more than can be in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later version of W2S Lab made it, or another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name is in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {} entries, more than {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entries are larger than the file can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run {} in it calls itself {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run {} in it has no sound manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no run in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} exists already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no bundle that can be opened: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} is not what was written into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison is one of 2 to {} runs or experiments; these are {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>McNemar over test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run and no experiment in {} is called {}{}. `w2s runs list` shows the runs, `w2s runs show` a run&apos;s experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of {} were changed while it trained: they do not all stand in its configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of {} are not compared: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study {} has no cell {}: give a number from 1 to {}, or the settings of one, such as &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two runs were judged on different test rows, so that no row of the one has a partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have no seed in common, and a difference between unequal seeds is one of their luck as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were judged on different test rows, which differ in difficulty as models do: they are neither averaged nor paired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were made on different data, where an equal accuracy does not mean an equal model: they are neither averaged nor paired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one seed each the interval and McNemar&apos;s test are about these two models on these test rows; another seed may say the opposite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {} seeds a sign-flip test gives no p below {:.4g}, and in {} comparisons none below {:.4g} after Holm&apos;s correction: no difference can be called significant at .05, however large. With {} seeds one could.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {} seeds a sign-flip test gives no p below {:.4g}: no difference can be called significant at .05, however large. With {} seeds one could.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {} labels for {} test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made on other data, or judged on other test rows, than the runs before it, and numbers of different rows are not averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings were changed while it trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-flip over seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and {} are paired over the {} of {}&apos;s {} seeds that both have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and {}: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does not hold the answers of a run: there is no sound &quot;{}&quot; in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no finished run, so that there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is left out: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is named twice: it differs from itself in nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} may be any of the experiments {}{}. Give more of the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: these runs are of {} experiments, which are not averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has {} characters, more than {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does not hold features of {} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 live change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} live changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no zip archive, or the first part of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its content is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read or write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the zip library gives up, with its error {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does not fit into memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer that a run can reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no entry of the cache, and is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was written by another version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The course of {} is not drawn: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} differs in what a cell of a study cannot say: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fork after step {} has no step left to train: its student takes {}. Fork earlier, or raise optimizer.steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fork cannot change {}: only weights, temperature, learning rate and other numbers that may change while a student trains. Start a run of its own with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fork of the run {} after step {}, from its checkpoint after step {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fork of the run {} after step {}; it has no checkpoint before, so the steps up to there were trained again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no step in common with the run {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {} is not that of the run {}, although nothing was changed before it: another processor, library or version of W2S Lab computed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps 1 to {} are those of the run {}, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps 1 to {} are those of the run {}, bit for bit; step {} is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} ended before the first step of its student: there is nothing to branch off from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} has taken {} steps; it can be forked after 0 to {} of them, not after {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} is no fork.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is damaged ({}). It is made anew from the runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not used: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} says of the run {} what its folder does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: a range has no &quot;{}&quot;{} It has low, high and log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: log of a range is true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1, the version of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card has no key {}{}; known here: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card names no labels; add labels = &quot;FILE&quot; to its section [rows].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card {} was not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The features {} have ids, but the rows have none; add ids to [rows].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a section, [rows]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes has &quot;{}&quot; more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes has {} names, but at least two are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes has {}, but must be a list of names in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin with the bytes of numpy.save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds Python objects; write an array of numbers or of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header asks for {} bytes of values, but {} follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header has {} bytes, more than the file or than {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its shape has more values than any file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values ({}) have the high byte first; write array.astype(&apos;&lt;{}&apos;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values go column by column; write numpy.ascontiguousarray(array)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its values have the type {}, which is none of bool, integers, float16, float32, float64 and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its version is {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {}: a field has more than {} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {}: a quote stands inside a field that does not begin with one; put the field in quotes and double the quotes inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {}: a quote that begins here is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {}: a quote that begins here is not closed within {} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {}: text follows a closing quote before the next separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines {} and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name is &quot;{}&quot;; use letters, digits, -, _ and . alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of its header, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {} (the first is 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {} (the first is 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {} and {} more (the first is 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vectors of {} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has more than {} different labels; it seems to be no column of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no column &quot;{}&quot;{}; it has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no features named &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no tensor &quot;{}&quot;; it has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has the shape ({}) and the type {}, but features are [rows, numbers] of float16, bfloat16, float32 or float64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has the shape ({}), but a column is one value a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has two columns named &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} columns; say which one as {}#COLUMN: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} more ids that are there more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} rows, but {} has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} rows, but {} has {}; if it belongs to this data set, give ids to both, rows.ids and features.ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} rows, more than a column can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} holds {} tensors; say which one as {}#NAME: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, which names no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is empty; its first line names the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is features, but the card {} names none; add a section [[features]] to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no NPY file that is read here: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no kind of file that a card reads; those are .csv, .tsv, .jsonl, .npy and .safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} marks every row as test; none is left to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} marks no row as test; mark some, or leave rows.split out, and one row of {} is kept for the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was changed while it was in use, so what was read of it does not belong together; let the file rest, and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was changed while it was opened; open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, line {}: longer than {} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, {}: no JSON object ({}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, {}: no &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, {}: not {} fields as in the header, but {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}.set is &quot;{}&quot;, but the card {} has no features of that name{}; it has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: a group has rows in two splits, &quot;{}&quot; for one; rows of a group belong into one split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: all {} rows have one class, so there is nothing to learn; at least two classes are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: no group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: no id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: no label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: the column &quot;{}&quot; is no UTF-8; save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: the id &quot;{}&quot; is there more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: the label &quot;{}&quot; is no class; the classes are {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: the split &quot;{}&quot; is none of train, weak, transfer, validation and test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} has no features of these ids, of {} of {} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, {}: a value is no finite number that float32 holds. {} of {} rows have such values; mend them where the file is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: its column of splits leaves no rows for validation; mark some as &quot;validation&quot;, or as &quot;train&quot;, from which they are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study in {} has no study.toml. Take it from a copy, or run the study from its file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is of the study {}: the folder was renamed, or the file was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} names other runs than submission.json beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was never handed to the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, line {} is longer than {} bytes; it seems to be another kind of file, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;event&quot; is of an unknown kind: &quot;{}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean distance of confidence and accuracy over bins of equal width (expected calibration error).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of -log p over the test rows, p the probability of the right class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of test rows whose most probable class is the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program changes the labels of {} and does not come to an end; nothing is changed. Try again when it is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} cannot be repeated: the rows of its splits ({}) are not those that this version of W2S Lab or these settings draw from the data here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} was made with other data (fingerprint {}) than {} names now (fingerprint {}). Put back the card and the files that it had then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} was made with other data (fingerprint {}, then in {}) than those in {} (fingerprint {}). Name the folder that holds its data with --data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {} was made with other data: an earlier or later version of W2S Lab drew other points (fingerprint {}, here {}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was made with more rows than {} holds now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has recorded no predictions: it ended before its first evaluation, or another program has made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What models say of transfer rows is recorded when a run finishes, and this one did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What models say of transfer rows is recorded when the run finishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say of which step its student is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A section [[{}]] has the name &quot;{}&quot;; give it one of letters, digits, -, _ and . alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A section [[{}]] names no file; add file = &quot;FILE&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight of the objective is off_when_student_passes, but validation rows have no weak labels {} to pass; choose another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak labels {} do not say which row each belongs to; give ids to them and to [rows], or say in_order = true if {} has the rows of {} in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak labels {} have ids, but the rows have none; add ids to [rows].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two sections [[{}]] have the name &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;probabilities&quot;, &quot;logits&quot; or &quot;classes&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluation.selection is best_agreement, but validation rows have no weak labels {}; choose evaluation.selection = &quot;final&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or more sections [[{}]]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervision.delivery is live, which runs the weak model in each step, but {} names labels without a model; choose supervision.delivery = &quot;stored&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no weak labels named &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has the shape ({}) and the type {}, but weak labels are [rows, classes] of float16, float32 or float64, or a column of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} numbers a row, but a class is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} numbers a row, but there are {} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, but the card {} has no weak labels of that name{}; it has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, but the data set {} has no weak labels; empty it, or name a card with a section [[weak_labels]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: gt_label is not the label of the card&apos;s row; {} of {} rows differ, so the weak labels {} belong to other rows or other classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: logits that are no finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: no class from 0 to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: no list of {} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: no probabilities, which are from 0 to 1 and sum to 1; of {} of {} rows. If they are logits, say values = &quot;logits&quot; in the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: none of its {} ids is one of the card&apos;s rows; the weak labels {} seem to be of another data set.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>seed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped before its end: its latest numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not finish: its latest numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings changed while it trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
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
        <source>95 % CI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to export yet: start a run, or open one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ({} to {})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of two settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line over one setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to export yet: no study is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} on {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; weak supervisor: {1}, trained on {2} rows; student and ceiling: {3}, trained on {4} rows for {5} steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective: {}, T = {}, k = {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, no confidence term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, confidence term: {}, a = {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, ground truth with g = {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, entropy with e = {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR of the means {:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR {:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (95 % interval over seeds {:.2f} to {:.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (95 % interval over test rows {:.2f} to {:.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {}: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings were changed while it trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line: mean of {} seeds ({}); band: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run, seed {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varied: {}; {} experiments with {} seeds each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All other settings are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals: 95 % over seeds (Student&apos;s t); PGR is that of the means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} runs are finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the first run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the numbers come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that it is based on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} points of accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, p {} ({} after Holm&apos;s correction), {}, n = {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students over the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR over the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences of accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences of PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement of the students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to export yet: nothing is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (n = {}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals: 95 %, over the seeds that both have (paired t) or, of one seed each, over test rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>{} is {}, but {} has {} rows {}; use {} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for weak supervisor and transfer together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its test file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task.weak_rows and task.transfer_rows are {} together, but {} has {} rows {}; use {} transfer rows at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>Run {} with seed {} started on {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} continues after step {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} diverged: {} is not finite at step {}. The last good step is {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} is trained again, to the student&apos;s number of steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} went back to step {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished in {:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} {}: {:.1f} % of {} test rows right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run finished in {:.1f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run stopped and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run stopped and discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for what was asked for. Close other programs; the runs in progress go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refused what was asked for: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for failed: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for failed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Click to sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the test rows that are right, in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown on the charts. Space shows and hides the selected runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour on the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What tells the run from the others; F2 gives it a name of its own</source>
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
        <source>Signed performance gap recovered: (student − weak) / (ceiling − weak)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR, common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same against the common ceiling, a reference that several experiments share: on one scale whatever their strong models</source>
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
    <message>
        <source>How long the run was worked on, without pauses; of one that continues another run: all its steps, those of that run too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the run was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student before its first step, in per cent of the test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On weak rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strong model trained on the weak supervisor&apos;s own labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR, lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR, upper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR, book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR, at least 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the test rows on which student and weak supervisor agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement, weak right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same among rows on which the weak supervisor is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement, weak wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same among rows on which the weak supervisor is wrong: copied mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the weak supervisor&apos;s mistakes that the student gets right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of what the weak supervisor gets right that the student gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honest stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student at the step that agrees best with weak labels on validation rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of honest stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oracle stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student at its best step on the test rows: reads ground truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of oracle stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean cross-entropy on the test rows, in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student&apos;s steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that were changed while it trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of its folder, as w2s takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run was tagged with; T gives and takes tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that differ in their seed alone are one experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::AboutDialog</name>
    <message>
        <source>Third-party parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W2S Lab is licensed under the GNU General Public License, version 3 or later: Qt Charts, which it links, is offered under that licence or a commercial one. The parts below keep their own licences. None is copied into this repository; they come from Debian packages, LibTorch from its wheel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Closes this window (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not usable, because %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
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
    <name>w2s::ui::BoardSettings</name>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pins the crosshair at a step, for the Examples page too; another click or Esc lets it go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair to the next point, pinned there; Shift: ten points, Ctrl: the next mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair to the first or last point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in, out, show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, Shift+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom along x or y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to a box, move the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return, Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximise the chart, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart&apos;s numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the chart as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the chart to an earlier or later place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::BoardTools</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all of every chart again (double click, 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing of the objective&apos;s curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing: weight of the past in a debiased moving average of the loss terms; 0 shows the raw values, which otherwise stand pale behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the x axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which charts are shown, and how they are arranged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x axis: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured at evaluations, interpolated between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve for each seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns by width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link zoom and crosshair of all charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset arrangement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartBoard</name>
    <message>
        <source>pinned at step %1 (Esc lets go)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartCard</name>
    <message>
        <source>Back to all charts (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximise this chart (double click on its title, Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartPicture</name>
    <message>
        <source>Chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ChartTableDialog</name>
    <message>
        <source>Numbers of the chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows, separated by tabs, for a spreadsheet; Ctrl+C copies the chosen ones</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and what they do, by group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the list (Esc)</source>
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
    <name>w2s::ui::ComparePage</name>
    <message>
        <source>Select two or more finished runs in the table of runs, then choose Compare from their menu. Runs that differ in their seed alone are one experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of the student on test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance gap recovered, the ratio of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy or PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a run or an experiment. Ctrl+C copies the chosen rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences of each two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a pair. Enter on a number of rows that one alone has right shows those rows, Ctrl+C copies the chosen rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the runs answered…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p (Holm) is corrected for all comparisons of its column. In simulations with normal accuracies the 95 % intervals over 2, 3, 5 and 10 seeds covered the true difference in 94 to 96 of 100 experiments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honest stop %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p (PGR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p (PGR, Holm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First alone right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second alone right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not paired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test rows of all paired seeds; Enter or a double click shows those of the first seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right, %2 wrong, seed %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ConfigFiles</name>
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
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens an experiment, a study or a card of data from a TOML file, or the runs of a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments, studies, cards and bundles (*.toml *.w2s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ConfusionView</name>
    <message>
        <source>Confusion matrix of the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; commonest error: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 images of %3 taken for %4 (%5 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not evaluated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % right, n = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true classes. Columns: what the %1 says. Tint: share of the row, on a square-root scale. Click a cell to see its images.</source>
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
        <source>Objective at the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;qt&gt;What the student minimises: &lt;i&gt;w&lt;/i&gt; are the weak labels, &lt;i&gt;p&lt;/i&gt; the student&apos;s probabilities, &lt;i&gt;p̂&lt;/i&gt; its own hardened prediction, &lt;i&gt;y&lt;/i&gt; ground truth. Weights are those of the sliders; schedules and warm-up come on top. A click on a number leads to its setting. Below: what it came to for the last batch; the chart&apos;s curves are smoothed.&lt;/qt&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last batch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExampleDetail</name>
    <message>
        <source>%1: %2, %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
Choose an image to see it in large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class · row %1 of the test file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class · row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not evaluated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak: %1 × %1</source>
        <comment>what the weak model gets</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: weak %2 %, student %3 %, ceiling %4 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class · row %1 of the training file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExampleFilterBar</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student fixed the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broke a right label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling disagrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only images of this true class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The student&apos;s probability of the class it predicts; the weak supervisor&apos;s before there is a student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharpest disagreement first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell of the confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell of the confusion matrix that is shown; press to show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
%1 of %2 %3: %4 %, the chart&apos;s %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images that the weak supervisor gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak supervisor is wrong, the student is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak supervisor is wrong, the student says the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement where the weak supervisor is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak supervisor is right, the student is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images that the weak supervisor gets right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student and ceiling give different classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3  ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell of the confusion matrix: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images that a comparison of two runs has chosen; press to show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
%1 of %2 %3: %4 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak supervisor and student are both wrong, with different classes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExamplesModel</name>
    <message>
        <source>weak supervisor</source>
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
        <source>The student fixed the weak supervisor&apos;s error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student copied the weak supervisor&apos;s error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student broke a right weak label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak supervisor and student are both right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak supervisor and student are wrong in different ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test image %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 %, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 %, wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer image %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExamplesPage</name>
    <message>
        <source>latest evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the latest evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the pinned crosshair go and shows the latest evaluation again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run to see its predictions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose an image, Enter shows it in large, Ctrl+C copies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image in large, what each model says of it, and the confusion matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no predictions yet: they come with its first evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions on the test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at step %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student not evaluated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest to the crosshair at step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that no model was trained on: accuracy and PGR are measured with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that the student was trained on, with these weak labels; after its last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image passes these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions on the transfer images, after the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the predictions of this run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What models say of transfer rows is recorded when the run finishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all images again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExperimentPanel</name>
    <message numerus="yes">
        <source>Shown is a run with %n other settings.</source>
        <translation>
            <numerusform>Shown is a run with %n other setting.</numerusform>
            <numerusform>Shown is a run with %n other settings.</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the settings whose name or explanation holds these words (Ctrl+F); Esc shows all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong model</source>
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
        <source>All settings back to the preset&apos;s values; Ctrl+Z takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed settings apply to the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings back to the preset&apos;s values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting matches “%1”. Esc shows all again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown is a run with %1: %2.</source>
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
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click shows the models there are to choose from.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>The change is for the next run: the student of seed %1 is trained already, and the seeds would be different experiments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command that exports the same figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the same file on a command line or in a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses a file and writes the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the picture on the clipboard, or the text of a CSV or LaTeX file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the command on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first lines · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview · %1 × %2 mm · %3 pt, in the font of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact preview · %1 × %2 mm · %3 pt %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX source is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard, at %1 dpi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a text for below the figure on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caption is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ExportForm</name>
    <message>
        <source>Charts (several become panels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector picture for papers, web pages and drawing programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector picture for papers, fonts included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels, for slides and messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part that the charts of the window are zoomed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps, whatever the charts are zoomed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a step, one column a curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>84 mm wide, 8 pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>174 mm wide, 8 pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16:9, 254 mm wide, 16 pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As set below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and last values at the curves&apos; ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the corner that hides least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caption says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed, with the raw values pale behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the raw values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on the screen, safe for colour-blind readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For black-and-white print: greys and dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title above each panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off where a caption says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 to %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font of all texts. Vector files name or embed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page: figure, caption, table, settings, versions, command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LaTeX source (pgfplots), set in the font of the paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::FieldRow</name>
    <message>
        <source>Live: takes effect at the next batch of a run in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset&apos;s value, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs from the preset, which has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset has no such setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the next run; the present one has: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: shape and warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds shape and warm-up away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows shape and warm-up of this schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed from the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to the preset&apos;s %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to the default, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary in a study</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds the settings away that few need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the settings that few need</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::GapBar</name>
    <message numerus="yes">
        <source>, PGR of means over %n seeds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Performance gap recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
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
        <source>reference %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the strong model trained on the labels that trained the weak supervisor, without a supervisor in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against the common ceiling %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reference strong model that several experiments share, so that they compare whatever their own ceilings are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: no result</source>
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
        <source>no interval: one seed</source>
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
        <source>Gap recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::GapTrack</name>
    <message>
        <source>ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::HelpPages</name>
    <message>
        <source>See also: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages and settings that hold every word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page before this one (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page after this one (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>section: setting</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::InterruptedOffer</name>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; goes on from step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was stopped at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run was interrupted: %1, at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs were interrupted; the latest is %2, at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on from its last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is not offered again; the table of runs can still resume</source>
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
        <source>Table of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the selected runs on the charts, or hides them; on the row of the present run it starts and pauses, as elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2, P, Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renames it, pins it to the charts, deletes it</source>
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
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares the selected runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window has no page of studies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study is in progress. Stop it before another one takes its place.</source>
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
    <message>
        <source>Explains what has the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First &amp;steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five steps from the first curve to a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded r&amp;un</source>
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
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ModelGallery</name>
    <message>
        <source>Weak supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on ground truth of the weak rows, it labels the transfer rows. What it gets wrong is what the student can see through, or copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student and ceiling: the same model, trained on weak labels and on ground truth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the present model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the present model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ModelText</name>
    <message>
        <source>SimCLR: no label was used, training rows %1 to %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>frozen backbone</source>
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
        <source>Grown once on the labelled rows; no gradient steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters, %2 trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 backbone + %2 head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grown once, no gradient steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, +%2 in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::NoticeBar</name>
    <message>
        <source>Hide the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::NumbersRow</name>
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
</context>
<context>
    <name>w2s::ui::Outputs</name>
    <message>
        <source>Saves figures and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the run in big figures, on the projector if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenter in a &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Big figures in a window of its own, for one screen or a shared one</source>
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
</context>
<context>
    <name>w2s::ui::PlayerActions</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays the recorded run that is shown, or pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the recorded run one batch later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the recorded run at its next evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the evaluation before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the recorded run at the evaluation before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the recorded run before its student&apos;s first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the recorded run whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays at half the speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays at twice the speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a run that goes on from a step of this one with the settings on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting is changed: it will have the same numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that goes on after this many steps of the one that is shown (%1), with the settings on the left.
%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::PlayerBar</name>
    <message>
        <source>RECORDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is over: nothing trains, its recorded course is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step at which the recorded run is shown. Left, Right: one batch; Page Up, Page Down: a tenth of the run; Home, End.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the recorded pace: %1 plays as the student trained (%2, %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s of the student&apos;s training</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::PresenterPainter</name>
    <message>
        <source>Ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap recovered (PGR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provisional, the run goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known once weak floor, student and ceiling are measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::PresenterShow</name>
    <message>
        <source> · step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged at step %1.   R: rewind to the last good step   H: halve the learning rate and retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed: %1   Space: start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
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
    <message>
        <source>weak floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap recovered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the class expect? Click on the bar: below the weak floor and above the ceiling are answers too.   P: by keyboard   S: settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which mistakes of its supervisor does the student correct?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images come with the first evaluation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 corrected, %2 copied, %3 wrong in another way; %4 right labels broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer rows: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::PresenterWindow</name>
    <message>
        <source>W2S Lab: presenter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenter view</source>
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
    <name>w2s::ui::RecordedRuns</name>
    <message numerus="yes">
        <source>%n seeds of this experiment had other live changes and are left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted 1 run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted %1 runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings what was deleted back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it on the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays that run over the one in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is in progress. Stop it before another one takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later version of W2S Lab recorded this run, with settings that this one does not know: %1. It can be shown and exported, but not repeated or continued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process is at work on this run. It can be shown on the charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run in progress cannot be deleted. Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle has 1 run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle has %1 runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them were here already and stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the first run of the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle has no runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run ended before the first step of its student: there is nothing to play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts back what was there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs with a new star: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs without their star: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived runs: %1. The filter “archived” shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that are listed again: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs with other tags: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n runs (%2 MB). File &gt; Open takes it in another workspace, and so does w2s import.</source>
        <translation>
            <numerusform>%1 holds %n run (%2 MB). File &gt; Open takes it in another workspace, and so does w2s import.</numerusform>
            <numerusform>%1 holds %n runs (%2 MB). File &gt; Open takes it in another workspace, and so does w2s import.</numerusform>
        </translation>
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
        <source>Seeds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the seeds of the next runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five more seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains five more seeds of the experiment that is shown; what is there stays</source>
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
    <name>w2s::ui::RunColumns</name>
    <message>
        <source>Further measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunCommands</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this run on the page, with its settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with its other seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the finished seeds of this run&apos;s experiment: their mean with a band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays the selected runs over the present one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin as a ghost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the selected runs on the charts, paler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives this run another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a note with this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on from this run&apos;s last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on to more steps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run that begins as a copy of this one and trains on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat with its live changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new run with the same settings, seed and changes on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the selected runs to the trash; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide from the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note on %1, kept in its folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended at step %2. Train a copy of it on to this many steps:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the selected runs beside each other: what differs, paired differences with intervals and tests, agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows how this run went, from its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the selected runs a star, or takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the selected runs tags, and takes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the selected runs out of the table, or lists them again; nothing is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of this run, separated by commas:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags that all %1 selected runs have, separated by commas; tags of single runs stay:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the selected runs into one file, for another workspace or person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles of runs (*.w2s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunFilter</name>
    <message>
        <source>The quotation mark before “%1” is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has a measure or a setting called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number; ask for it with : or =.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a number, “%2” is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing before “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing after “%1 %2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“starred” is yes or no, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is asked for with : or =.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is yes, no or all, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunGroupsModel</name>
    <message>
        <source>without these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged: finished runs without live changes, one a seed and setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean share of the test rows that are right, in per cent, ± standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its runs have in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap recovered by the means, never a mean of PGRs; with its 95 % interval where the runs differ in their seed alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of runs averaged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunGroupsView</name>
    <message>
        <source>Groups of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows the runs of a group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line for runs that differ in their seed alone: mean, spread and number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunNameDelegate</name>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
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
        <source>of one seed so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sd %1 over %2 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sd %1, %2 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sd %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown: %1, seed %2. The settings on the left are for the next run.</source>
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
        <source>%1 points over weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over weak</source>
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
        <source>%1; before training %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before training %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student comes from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An equal run was trained before; these are its recorded curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the student again with the same seed</source>
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
    <name>w2s::ui::RunSession</name>
    <message>
        <source>The change is for the next run: a student of this experiment comes from the cache, and its seeds would be different experiments.</source>
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
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds of the next runs: 7, or 0-4, or 0, 3, 7. Data split, initial weights and batch order follow from a seed; Start makes a run for each, and the charts show their mean with a band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds of the next runs: 7, or 0-4, or 0, 3, 7</source>
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
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running %1 % elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted %1 %</source>
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
        <source>d MMM</source>
        <comment>date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden. Space or a click shows this run on the charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown on the charts. Space or a click hides it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: a ghost on the charts, also at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that this page shows. Space starts and pauses here too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the charts. A click chooses another colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result: stopped at step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: step %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a run, Space shows it on the charts, F2 renames, Delete deletes. On the row of the page&apos;s own run Space starts and pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all runs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs will stand here, to be compared and opened again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is as the filter asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses columns: measures, and the settings in which the runs differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters with a name: use, save and remove them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs are archived, or were stopped at 0 %. The filters “archived” and “leftovers” show them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the runs that were stopped at 0 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 stopped at 0 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that were stopped at 0 %, as a rewind leaves them, are left out unless they have a name, a note or another label. The filter “leftovers” shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the runs that were stopped at 0 % to the trash: %1. Can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived runs are left out. The filter “archived” shows them, “archived:all” all runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;qt&gt;Words that the run&apos;s name, method, state, note, tags, seed or id must have; “in quotation marks” as they are.&lt;br&gt;&lt;code&gt;pgr &amp;gt; .4&lt;/code&gt; compares a measure: weak, student, ceiling, pgr, agreement, seconds ... with &amp;gt; &amp;gt;= &amp;lt; &amp;lt;= = !=&lt;br&gt;&lt;code&gt;confidence_weight = .5&lt;/code&gt; or &lt;code&gt;a = .5&lt;/code&gt; a setting, by its key, the last part of it, or its symbol&lt;br&gt;&lt;code&gt;dataset:fashion state:finished&lt;/code&gt; what is a part of the value&lt;br&gt;&lt;code&gt;starred&lt;/code&gt;, &lt;code&gt;archived&lt;/code&gt;, &lt;code&gt;tag:paper&lt;/code&gt; runs with that label; archived ones are left out unless they are asked for, &lt;code&gt;archived:all&lt;/code&gt; shows all. In the same way &lt;code&gt;leftovers&lt;/code&gt;, runs that were stopped at 0 %, are left out.&lt;br&gt;All of it must hold.&lt;/qt&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single runs, or one line per experiment or setting: mean, spread, number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in 1 group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SavedFilters</name>
    <message>
        <source>No filter is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the filter in the line a name, under which this menu has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the filter %1:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SegmentRow</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SessionRestore</name>
    <message>
        <source>their text is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of last time cannot come back: %1 The window begins with the preset “%2”. Their text stays in %3, under %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no preset “%1” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they began as “%1”, which is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are not as they were stored; the file is damaged, or an editor changed it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingText</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default %1</source>
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
    <name>w2s::ui::SettingsBasis</name>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the recorded run %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings of run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingsFile</name>
    <message>
        <source>The old file is kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrangement of the window is damaged in its settings, so the window starts with the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrangement of the window was stored without a checksum, as earlier versions of W2S Lab did, so the window starts with the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no file, so it holds no settings of the window: what you choose is forgotten when the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last start of the window ended before it could be seen, so this one begins with the defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the window&apos;s settings are damaged and are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s settings are damaged, so it starts with its defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s settings in %1 cannot be written: what you choose is forgotten when the window closes. Check who owns the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SettingsForm</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up over the first %1 % of the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start makes a run for each seed of the tool bar.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last change of the settings back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the change again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::SingleCells</name>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A further cell: the settings of another preset or of a recorded run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the settings of the form: nothing would differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the settings of a cell that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the form, as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this cell out of the study; its runs stay</source>
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
    <message numerus="yes">
        <source>%n seeds,</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
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
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
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
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
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
        <source>seed %1, evaluated at step %2</source>
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
<context>
    <name>w2s::ui::StudyCells</name>
    <message>
        <source>Cells of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row an experiment. Enter opens its runs, Ctrl+C copies the chosen rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyEditor</name>
    <message>
        <source>Name of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its runs are found again by this name, here and with w2s study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of every cell: 0-4, or 0, 3, 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every combination of the values, or a number of cells whose values are drawn: from a list, or from a range such as 1e-4 .. 1e-1 log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of drawn cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A further setting; or choose Vary in a study in the menu of a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See&amp;ds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range such as 1e-4 .. 1e-1 log, or values: 1, 2, 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values with commas between them: 0.5, 1, 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting that differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not vary this setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the setting that has the values %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range is for random draws; write values with commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid of its file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyModel</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyPage</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs in progress keep a checkpoint; Start continues them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study around the settings of the form; what is recorded stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The studies of this workspace, from the window and from w2s study run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation type="unfinished"></translation>
    </message>
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
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs in progress wait where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Trains the %n runs that are missing, failed or interrupted; stages that are the same are trained once</source>
        <translation>
            <numerusform>Trains the %n run that is missing, failed or interrupted; stages that are the same are trained once</numerusform>
            <numerusform>Trains the %n runs that are missing, failed or interrupted; stages that are the same are trained once</numerusform>
        </translation>
    </message>
    <message>
        <source>The study in progress is not changed: stop it, or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the cells that are selected in the table beside each other, all where fewer than two are: what differs, paired differences with intervals and tests, agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the start. Equal stages of different runs are trained once, and what the workspace has made before is taken from there. Time and disk by what runs on these data with this strong model took here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 stages to make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 of work on one core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 of work on one core</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::StudyViews</name>
    <message>
        <source>PGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance gap recovered, the ratio of means over seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of the student on test rows, with floor and ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR or accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting from top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest mean: %1: student %2 %, ceiling %3 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR %1 (95 % interval %2 to %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PGR %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being the highest of many it is overestimated; further seeds show by how much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting differs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary a setting: above, or in the menu of a setting of the form.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::ToggleSwitch</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>w2s::ui::WholeDialog</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves everything as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
