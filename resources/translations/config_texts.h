// The engine's texts, for lupdate alone; never compiled. Written by
// build/release/tests/write_config_texts resources/translations/config_texts.h
QT_TRANSLATE_NOOP(
    "config",
    "-log p at the weak label's largest class: fine-tuning on generated labels (book eq. 4.10).")
QT_TRANSLATE_NOOP("config",
                  "-sum w log p. Same gradient as forward KL; its minimum is H(w), not 0.")
QT_TRANSLATE_NOOP("config", "A ReLU layer between features and classes.")
QT_TRANSLATE_NOOP("config", "A registered name; `w2s data list` prints them.")
QT_TRANSLATE_NOOP("config", "A safetensors file with its model card beside it.")
QT_TRANSLATE_NOOP("config", "A sentence on what to look for.")
QT_TRANSLATE_NOOP("config",
                  "A small convolutional encoder, trained self-supervised (SimCLR) on the training "
                  "images without any label.")
QT_TRANSLATE_NOOP("config",
                  "A sound pipeline stays at chance (a tenth); anything above would mean that "
                  "ground truth leaks.")
QT_TRANSLATE_NOOP("config", "A split that leaves fewer rows on a side is not made.")
QT_TRANSLATE_NOOP("config", "A tree teaches an encoder")
QT_TRANSLATE_NOOP("config", "A weaker supervisor")
QT_TRANSLATE_NOOP("config", "Adam beta 1")
QT_TRANSLATE_NOOP("config", "Adam beta 2")
QT_TRANSLATE_NOOP("config", "Adam with decoupled weight decay.")
QT_TRANSLATE_NOOP("config", "AdamW")
QT_TRANSLATE_NOOP("config",
                  "Added to each class count of a leaf before the counts become probabilities.")
QT_TRANSLATE_NOOP("config", "An encoder that w2s pretrain wrote.")
QT_TRANSLATE_NOOP("config", "Argmax")
QT_TRANSLATE_NOOP("config", "As the student")
QT_TRANSLATE_NOOP("config", "Augmentation")
QT_TRANSLATE_NOOP("config", "Backbone")
QT_TRANSLATE_NOOP("config", "Backbone and head are trained from random initial weights.")
QT_TRANSLATE_NOOP("config", "Backbone and head are trained, from the backbone's stored weights.")
QT_TRANSLATE_NOOP("config", "Backbone frozen; its features are computed once and cached.")
QT_TRANSLATE_NOOP("config", "Batch")
QT_TRANSLATE_NOOP(
    "config",
    "Before training, or by the weak model inside each step (the book's direct supervision).")
QT_TRANSLATE_NOOP("config", "Best agreement (honest)")
QT_TRANSLATE_NOOP("config",
                  "CART with Gini impurity and class shares as leaf probabilities. Its scattered "
                  "errors are what a student can see through. Weak supervisor only.")
QT_TRANSLATE_NOOP("config", "Channels of the first block; the next have 2, 4 and 8 times as many.")
QT_TRANSLATE_NOOP("config", "Common ceiling")
QT_TRANSLATE_NOOP("config",
                  "Compatible with the released script, its defect included: the weight follows "
                  "the run's share up to the warm-up's end and then jumps to its full value.")
QT_TRANSLATE_NOOP("config", "Confidence term")
QT_TRANSLATE_NOOP("config", "Confidence weight a")
QT_TRANSLATE_NOOP("config", "Constant")
QT_TRANSLATE_NOOP("config", "Control: no pre-training, raw pixels")
QT_TRANSLATE_NOOP("config", "Control: shuffled weak labels")
QT_TRANSLATE_NOOP("config", "Control: the encoder without pre-training")
QT_TRANSLATE_NOOP("config", "Convolutional net")
QT_TRANSLATE_NOOP("config", "Cosine decay")
QT_TRANSLATE_NOOP("config", "Cross-entropy, hard labels")
QT_TRANSLATE_NOOP("config", "Cross-entropy, soft labels")
QT_TRANSLATE_NOOP("config", "Data")
QT_TRANSLATE_NOOP("config", "Data set")
QT_TRANSLATE_NOOP("config", "Decay of the gradient's mean.")
QT_TRANSLATE_NOOP("config", "Decay of the squared gradient's mean.")
QT_TRANSLATE_NOOP("config", "Decision tree")
QT_TRANSLATE_NOOP("config", "Decoupled for AdamW, added to the gradient for SGD.")
QT_TRANSLATE_NOOP("config", "Delivered")
QT_TRANSLATE_NOOP("config", "Depth")
QT_TRANSLATE_NOOP("config", "Description")
QT_TRANSLATE_NOOP("config", "Device")
QT_TRANSLATE_NOOP("config", "Encoder from a file")
QT_TRANSLATE_NOOP("config", "Entropy weight e")
QT_TRANSLATE_NOOP("config", "Errors that can be simulated")
QT_TRANSLATE_NOOP("config", "Evaluate every")
QT_TRANSLATE_NOOP("config", "Evaluation")
QT_TRANSLATE_NOOP("config", "Falls along half a cosine to 0 at the last step.")
QT_TRANSLATE_NOOP("config", "Falls in a straight line to 0 at the last step.")
QT_TRANSLATE_NOOP("config", "Fashion-SSL encoder")
QT_TRANSLATE_NOOP("config", "File")
QT_TRANSLATE_NOOP("config", "Fine-tuning on generated labels")
QT_TRANSLATE_NOOP("config", "Forward KL (the book's KD loss)")
QT_TRANSLATE_NOOP("config", "From scratch")
QT_TRANSLATE_NOOP("config", "Full fine-tuning")
QT_TRANSLATE_NOOP("config", "Fully connected ReLU layers on pooled pixels, trained from scratch.")
QT_TRANSLATE_NOOP("config", "Gradient clipping")
QT_TRANSLATE_NOOP("config", "Ground truth and a fading weak supervisor")
QT_TRANSLATE_NOOP("config", "Ground-truth weight g")
QT_TRANSLATE_NOOP("config", "Hard")
QT_TRANSLATE_NOOP("config",
                  "Hard labels recover less of the gap than the tree's probabilities: switch the "
                  "KD loss to forward KL and compare.")
QT_TRANSLATE_NOOP("config",
                  "Hardened so that the batch keeps the weak labels' class balance (Burns et al. "
                  "eq. 1). Two classes: batch quantile; K classes: argmax of p_c wbar_c / pbar_c.")
QT_TRANSLATE_NOOP("config", "Head")
QT_TRANSLATE_NOOP("config", "Head only")
QT_TRANSLATE_NOOP(
    "config",
    "Here less is more: lower the confidence weight from 0.75 to 0 and the student gains.")
QT_TRANSLATE_NOOP("config", "Hidden layers")
QT_TRANSLATE_NOOP("config", "Hidden units.")
QT_TRANSLATE_NOOP("config", "How gradients change the weights.")
QT_TRANSLATE_NOOP("config", "How the reference model is trained.")
QT_TRANSLATE_NOOP("config",
                  "How the student's probabilities p are compared with the weak labels w.")
QT_TRANSLATE_NOOP("config", "How the value changes over the run.")
QT_TRANSLATE_NOOP("config", "Images as they are.")
QT_TRANSLATE_NOOP("config", "Its own")
QT_TRANSLATE_NOOP("config", "Jensen-Shannon")
QT_TRANSLATE_NOOP("config", "KD loss")
QT_TRANSLATE_NOOP("config", "KD weight k")
QT_TRANSLATE_NOOP("config",
                  "KL(p || w): mode-seeking. Weak labels are smoothed so that log 0 cannot occur.")
QT_TRANSLATE_NOOP("config",
                  "KL(w || p), book eq. 4.12. Covers every class the weak model gives weight to.")
QT_TRANSLATE_NOOP("config", "Label noise")
QT_TRANSLATE_NOOP("config", "Label smoothing")
QT_TRANSLATE_NOOP("config", "Laplace smoothing")
QT_TRANSLATE_NOOP("config", "Largest norm of the whole gradient; 0 = off.")
QT_TRANSLATE_NOOP("config", "Last step")
QT_TRANSLATE_NOOP("config", "Learning rate")
QT_TRANSLATE_NOOP("config", "Length of the training; can be extended after the finish.")
QT_TRANSLATE_NOOP("config",
                  "Lets the student trust its own confident predictions over the weak labels.")
QT_TRANSLATE_NOOP("config", "Linear")
QT_TRANSLATE_NOOP("config", "Linear decay")
QT_TRANSLATE_NOOP("config", "Live")
QT_TRANSLATE_NOOP("config", "Live supervision on changing images")
QT_TRANSLATE_NOOP("config", "Longest path from root to leaf.")
QT_TRANSLATE_NOOP("config", "Mixture share of w")
QT_TRANSLATE_NOOP("config", "Momentum")
QT_TRANSLATE_NOOP(
    "config",
    "Much of the gain needs no strong features; compare the PGR against the common ceiling with "
    "that of \"A tree teaches an encoder\", since the own ceiling is lower here.")
QT_TRANSLATE_NOOP("config", "Multilayer perceptron")
QT_TRANSLATE_NOOP("config", "Name")
QT_TRANSLATE_NOOP("config", "Needs live delivery and a student whose backbone runs in the step.")
QT_TRANSLATE_NOOP(
    "config",
    "Negative control: weak labels permuted over the rows. A sound pipeline falls to chance.")
QT_TRANSLATE_NOOP("config",
                  "No image comes twice, so no label can be learnt by heart: compare the fall "
                  "after the peak with \"The whole encoder learns\".")
QT_TRANSLATE_NOOP("config", "None")
QT_TRANSLATE_NOOP("config", "Number of hidden layers.")
QT_TRANSLATE_NOOP("config", "Objective")
QT_TRANSLATE_NOOP("config", "Off when the student passes")
QT_TRANSLATE_NOOP("config", "One hidden layer")
QT_TRANSLATE_NOOP("config", "One run a seed.")
QT_TRANSLATE_NOOP("config", "One weight a feature and class, starting at zero.")
QT_TRANSLATE_NOOP("config", "Only its most probable class.")
QT_TRANSLATE_NOOP("config", "OpenAI reference code (two classes)")
QT_TRANSLATE_NOOP("config", "Optimiser")
QT_TRANSLATE_NOOP("config", "Oracle (reads ground truth)")
QT_TRANSLATE_NOOP("config", "Overfitting the weak labels")
QT_TRANSLATE_NOOP("config", "Overfitting, held back by confidence")
QT_TRANSLATE_NOOP("config", "Pixels")
QT_TRANSLATE_NOOP("config", "Pixels a side after average pooling.")
QT_TRANSLATE_NOOP("config", "Pixels a side of its input.")
QT_TRANSLATE_NOOP("config", "Plain distillation: a = 0.")
QT_TRANSLATE_NOOP("config", "Prior-matched threshold")
QT_TRANSLATE_NOOP("config", "Probabilities or the most probable class.")
QT_TRANSLATE_NOOP("config",
                  "Random shifts by up to two pixels and horizontal flips; weak model and student "
                  "see the same images.")
QT_TRANSLATE_NOOP("config", "Reference backbone")
QT_TRANSLATE_NOOP("config", "Reference head")
QT_TRANSLATE_NOOP("config", "Reference optimiser")
QT_TRANSLATE_NOOP("config", "Reference recipe")
QT_TRANSLATE_NOOP("config", "Reported student")
QT_TRANSLATE_NOOP("config", "Reverse KL")
QT_TRANSLATE_NOOP("config", "Rows a leaf")
QT_TRANSLATE_NOOP("config", "Rows a step.")
QT_TRANSLATE_NOOP("config", "Rows for honest selection by agreement with weak labels.")
QT_TRANSLATE_NOOP("config", "Rows of the official test file on which everything is reported.")
QT_TRANSLATE_NOOP(
    "config",
    "Rows the weak supervisor labels for the student; the ceiling sees their ground truth.")
QT_TRANSLATE_NOOP("config", "Rows with ground truth")
QT_TRANSLATE_NOOP("config", "Rows with ground truth that train the weak supervisor.")
QT_TRANSLATE_NOOP("config", "SGD")
QT_TRANSLATE_NOOP("config", "SGD only.")
QT_TRANSLATE_NOOP("config", "Schema")
QT_TRANSLATE_NOOP("config", "Seeds")
QT_TRANSLATE_NOOP(
    "config", "Settings of its own, where those of the student would not suit the reference model.")
QT_TRANSLATE_NOOP("config", "Shape")
QT_TRANSLATE_NOOP("config",
                  "Share of the run over which the value rises in a straight line from 0.")
QT_TRANSLATE_NOOP("config",
                  "Share of the supervision that comes from the student's own hardened prediction. "
                  "0.5 is usual; 0.75 for very strong students.")
QT_TRANSLATE_NOOP("config", "Share of the transfer rows whose ground truth the student may see.")
QT_TRANSLATE_NOOP("config", "Share of the weak label in the mixture m.")
QT_TRANSLATE_NOOP("config",
                  "Share of the weak split's ground truth replaced by another class at random.")
QT_TRANSLATE_NOOP("config", "Share of uniform probability mixed into the weak labels.")
QT_TRANSLATE_NOOP("config", "Shift and flip")
QT_TRANSLATE_NOOP("config", "Shuffle weak labels")
QT_TRANSLATE_NOOP("config", "Soft")
QT_TRANSLATE_NOOP("config",
                  "Softens both w and p before they are compared; the loss is multiplied by T^2. "
                  "Above 1 the small probabilities count more. Hard labels ignore it.")
QT_TRANSLATE_NOOP("config", "Step size. Long or fast training fits the weak model's errors too.")
QT_TRANSLATE_NOOP("config", "Steps")
QT_TRANSLATE_NOOP("config", "Steps between evaluations; 0 chooses.")
QT_TRANSLATE_NOOP("config", "Stochastic gradient descent with momentum.")
QT_TRANSLATE_NOOP("config", "Stored")
QT_TRANSLATE_NOOP("config", "Strong model")
QT_TRANSLATE_NOOP("config", "Supervision")
QT_TRANSLATE_NOOP("config",
                  "Switches to 0 once the student beats the weak supervisor on the validation "
                  "rows. Reads their ground truth.")
QT_TRANSLATE_NOOP("config", "Temperature T")
QT_TRANSLATE_NOOP("config", "Test rows")
QT_TRANSLATE_NOOP("config", "The base value throughout.")
QT_TRANSLATE_NOOP("config",
                  "The ceiling is not above the weak floor, so there is no gap to recover.")
QT_TRANSLATE_NOOP("config",
                  "The encoder of fashion-ssl with random initial weights, trained from scratch.")
QT_TRANSLATE_NOOP("config",
                  "The evaluation with the best agreement with weak labels on the validation rows.")
QT_TRANSLATE_NOOP(
    "config",
    "The evaluation with the best test accuracy: an upper bound nobody can use in earnest.")
QT_TRANSLATE_NOOP(
    "config",
    "The floor drops much further than the student does: predict both accuracies before you start.")
QT_TRANSLATE_NOOP("config",
                  "The floor is that of the tree, the gain is almost gone: look at the agreement "
                  "on items where the weak model is wrong.")
QT_TRANSLATE_NOOP("config",
                  "The gap between the weak floor and the ceiling is below one point or within its "
                  "own uncertainty, so this ratio says little.")
QT_TRANSLATE_NOOP("config", "The image itself, average-pooled to size x size. Nothing is learned.")
QT_TRANSLATE_NOOP("config", "The model as it is after the last step.")
QT_TRANSLATE_NOOP("config", "The optimiser's settings of student and ceiling.")
QT_TRANSLATE_NOOP("config",
                  "The same long training, yet the curve hardly falls: compare its end with that "
                  "of \"Overfitting the weak labels\".")
QT_TRANSLATE_NOOP(
    "config",
    "The same network without what it learnt from unlabelled images: how much of the gain is left?")
QT_TRANSLATE_NOOP("config",
                  "The strong model is above the weak floor before its first step on weak labels, "
                  "so this ratio says little about what the weak labels taught it.")
QT_TRANSLATE_NOOP("config",
                  "The student passes its supervisor within a second; set the confidence weight to "
                  "0 and see how much of the gap was its doing.")
QT_TRANSLATE_NOOP("config",
                  "The student peaks early and then learns the tree's mistakes; raise the "
                  "confidence weight while it trains and watch.")
QT_TRANSLATE_NOOP("config",
                  "The student starts from its weak supervisor and ends on a few true labels: "
                  "watch the two terms trade places.")
QT_TRANSLATE_NOOP("config", "The student's most probable class is its own target.")
QT_TRANSLATE_NOOP("config",
                  "The weak model runs inside each training step on the batch the student sees.")
QT_TRANSLATE_NOOP("config",
                  "The weak supervisor is no better than always answering the most frequent class, "
                  "so it has nothing to teach and this ratio says little.")
QT_TRANSLATE_NOOP("config", "The weak supervisor's class probabilities.")
QT_TRANSLATE_NOOP("config", "The whole encoder learns")
QT_TRANSLATE_NOOP("config", "Thumbnail side")
QT_TRANSLATE_NOOP("config", "Train a reference")
QT_TRANSLATE_NOOP("config", "Trained part")
QT_TRANSLATE_NOOP("config", "Trained part of the reference")
QT_TRANSLATE_NOOP("config",
                  "Trains the model below on the transfer rows' ground truth too, and reports PGR "
                  "against it beside PGR against the own ceiling.")
QT_TRANSLATE_NOOP("config", "Transfer rows")
QT_TRANSLATE_NOOP("config", "Turns a row into features.")
QT_TRANSLATE_NOOP("config", "Turns a row into the reference model's features.")
QT_TRANSLATE_NOOP("config", "Turns features into class probabilities.")
QT_TRANSLATE_NOOP("config", "Turns the reference model's features into class probabilities.")
QT_TRANSLATE_NOOP("config", "Units a hidden layer.")
QT_TRANSLATE_NOOP("config", "Validation rows")
QT_TRANSLATE_NOOP("config", "Version of this file's format.")
QT_TRANSLATE_NOOP("config", "Warm-up")
QT_TRANSLATE_NOOP("config", "Weak labels")
QT_TRANSLATE_NOOP("config", "Weak labels are computed once, before training.")
QT_TRANSLATE_NOOP("config", "Weak model")
QT_TRANSLATE_NOOP("config", "Weak model's training")
QT_TRANSLATE_NOOP("config", "Weak rows")
QT_TRANSLATE_NOOP("config", "Weight decay")
QT_TRANSLATE_NOOP("config",
                  "Weight of the cross-entropy against ground truth on the transfer rows.")
QT_TRANSLATE_NOOP(
    "config", "Weight of the student's prediction entropy: positive sharpens, negative flattens.")
QT_TRANSLATE_NOOP("config", "Weight of the supervision by the weak model (lambda in the book).")
QT_TRANSLATE_NOOP("config", "What lists and figures call the experiment.")
QT_TRANSLATE_NOOP("config", "When confidence hurts")
QT_TRANSLATE_NOOP("config", "Which evaluation the student's number comes from.")
QT_TRANSLATE_NOOP("config", "Which of the reference model's weights change during training.")
QT_TRANSLATE_NOOP("config", "Which weights change during training.")
QT_TRANSLATE_NOOP("config", "Width")
QT_TRANSLATE_NOOP("config",
                  "With every weight free the student can fit more weak errors: its best step lies "
                  "well before its last.")
QT_TRANSLATE_NOOP("config", "auto, cpu or cuda:0.")
QT_TRANSLATE_NOOP("config",
                  "beta KL(w || m) + (1 - beta) KL(p || m), m = beta w + (1 - beta) p: bounded, "
                  "between the two KLs.")
QT_TRANSLATE_NOOP("config", "channels")
QT_TRANSLATE_NOOP("config", "layers")
QT_TRANSLATE_NOOP("config", "levels")
QT_TRANSLATE_NOOP("config", "px")
QT_TRANSLATE_NOOP("config", "rows")
QT_TRANSLATE_NOOP("config", "steps")
QT_TRANSLATE_NOOP("config", "units")
