// The engine's sentences, for lupdate alone; never compiled. Written by
// tests/support/engine_texts.py
QT_TRANSLATE_NOOP("engine", " (nor gzip)")
QT_TRANSLATE_NOOP("engine", " Check the permissions, or choose another folder.")
QT_TRANSLATE_NOOP("engine", " Free some space, or choose another workspace.")
QT_TRANSLATE_NOOP("engine", " The nearest: {}.")
QT_TRANSLATE_NOOP("engine", " and {} more")
QT_TRANSLATE_NOOP("engine", " from {} to {}{}")
QT_TRANSLATE_NOOP("engine", " inside its gzip stream")
QT_TRANSLATE_NOOP("engine", " of at least {}{}")
QT_TRANSLATE_NOOP("engine", " of at most {}{}")
QT_TRANSLATE_NOOP(
    "engine",
    "--x, --y and --log-y speak of the chart \"{}\", which is not among those of --chart: {}.")
QT_TRANSLATE_NOOP("engine", "1 dimension")
QT_TRANSLATE_NOOP("engine", "1 is")
QT_TRANSLATE_NOOP("engine", "; did you mean \"{}\"?")
QT_TRANSLATE_NOOP("engine", "; known here: {}.")
QT_TRANSLATE_NOOP("engine", "; there is nothing to set at this place.")
QT_TRANSLATE_NOOP("engine",
                  "A decision tree cannot be fitted to {} rows of {} features with {} labels of {} "
                  "classes and {} values.")
QT_TRANSLATE_NOOP("engine",
                  "A decision tree is fitted, not trained by gradients: use it for the weak model.")
QT_TRANSLATE_NOOP("engine",
                  "A decision tree needs depth >= 0, min_leaf_rows >= 1 and laplace >= 0.")
QT_TRANSLATE_NOOP("engine",
                  "A picture of {:.0f} x {:.0f} mm at {} dpi does not fit into memory. Choose "
                  "fewer dots per inch, or SVG.")
QT_TRANSLATE_NOOP("engine", "A run is in progress. Stop it first.")
QT_TRANSLATE_NOOP("engine", "A run {} exists already.")
QT_TRANSLATE_NOOP("engine", "A stored model does not fit its configuration: '{}' is {}.")
QT_TRANSLATE_NOOP("engine",
                  "A stored model lacks its feature scaling (scaling.mean, scaling.factor).")
QT_TRANSLATE_NOOP("engine",
                  "A thumbnail of {} x {} pixels cannot be made from images of {} x {}: choose a "
                  "size from 1 to {}.")
QT_TRANSLATE_NOOP("engine", "CPU, 1 core")
QT_TRANSLATE_NOOP("engine", "CPU, {} cores")
QT_TRANSLATE_NOOP("engine", "Cannot list \"{}\": {}.")
QT_TRANSLATE_NOOP("engine", "Cannot read {}.")
QT_TRANSLATE_NOOP("engine", "Cannot write the log file {}: {}. Going on without it.")
QT_TRANSLATE_NOOP("engine", "Cannot {} {}: {}.{}")
QT_TRANSLATE_NOOP("engine", "Feature {} of row {} is {}: a decision tree needs finite features.")
QT_TRANSLATE_NOOP("engine",
                  "LibTorch is a CPU build or sees no NVIDIA driver; for a GPU start with "
                  "W2S_TORCH_SPEC=torch and a CUDA wheel")
QT_TRANSLATE_NOOP("engine", "NVIDIA GPU {}")
QT_TRANSLATE_NOOP("engine", "No chart is chosen. There are {}.")
QT_TRANSLATE_NOOP("engine", "No run in {} is called {}. `w2s runs list` shows them.{}")
QT_TRANSLATE_NOOP("engine",
                  "Nothing of {} lies between {} and {}: its x axis ({}) goes from {} to {}.")
QT_TRANSLATE_NOOP("engine", "Predictions at step {} do not continue {}.")
QT_TRANSLATE_NOOP("engine", "Random weights from the run's seed.")
QT_TRANSLATE_NOOP("engine", "Row {} has the label {}, outside 0 to {}.")
QT_TRANSLATE_NOOP("engine", "Tensor '{}' cannot be stored: its type has no safetensors name.")
QT_TRANSLATE_NOOP("engine", "Tensors cannot be stored: a name or a metadata text is not UTF-8.")
QT_TRANSLATE_NOOP("engine", "Tensors cannot be stored: the name '{}' is {}.")
QT_TRANSLATE_NOOP("engine", "The checkpoint {} {}. The stage starts again from its beginning.")
QT_TRANSLATE_NOOP("engine", "The configuration has {} problems:")
QT_TRANSLATE_NOOP("engine", "The encoder {} is for images of {} x {} pixels; these have {} x {}.")
QT_TRANSLATE_NOOP("engine", "The event")
QT_TRANSLATE_NOOP("engine",
                  "The loss of the stage {} became NaN or infinite at step {} (term: {}). Lower "
                  "{}.learning_rate, or set {}.clip_norm.")
QT_TRANSLATE_NOOP("engine", "The picture could not be written as PNG.")
QT_TRANSLATE_NOOP("engine", "The pixels themselves: nothing is learned.")
QT_TRANSLATE_NOOP("engine", "The predictions at step {} in {} are incomplete.")
QT_TRANSLATE_NOOP("engine",
                  "The program's own file \"{}\" is missing; looked in {}. Install the program "
                  "again, or set W2S_RESOURCES to its resources folder.")
QT_TRANSLATE_NOOP("engine", "The run has no predictions yet: they come with its first evaluation.")
QT_TRANSLATE_NOOP("engine", "The run was made with more test images than {} holds now.")
QT_TRANSLATE_NOOP("engine",
                  "The run {} cannot be continued: data, weights, device or program changed since "
                  "it was made (stage {}). Start it anew with its configuration instead.")
QT_TRANSLATE_NOOP("engine", "The run {} has not come to its end. Resume it instead.")
QT_TRANSLATE_NOOP("engine", "The run {} is finished. Extend it to train on.")
QT_TRANSLATE_NOOP(
    "engine", "The run {} is finished. Repeat it with --replay, or train it on with more steps.")
QT_TRANSLATE_NOOP("engine", "The run {} is over; its record takes no more events.")
QT_TRANSLATE_NOOP("engine", "The run {} is running. Stop it first, or wait for its end.")
QT_TRANSLATE_NOOP("engine", "The run {} is running. Stop it first.")
QT_TRANSLATE_NOOP("engine", "The splits do not fit {}: {}")
QT_TRANSLATE_NOOP("engine", "The stage {}")
QT_TRANSLATE_NOOP("engine", "The stored decision tree is damaged: its tables are no tree.")
QT_TRANSLATE_NOOP("engine", "The stored tree lacks the tensor {}.")
QT_TRANSLATE_NOOP("engine", "The stored weak model lacks a fitting tensor {}.")
QT_TRANSLATE_NOOP("engine", "The summary")
QT_TRANSLATE_NOOP("engine",
                  "The table cannot be a panel beside charts; export it to a file of its own.")
QT_TRANSLATE_NOOP("engine",
                  "The workspace {} cannot be used. {} Another one is chosen with --workspace DIR "
                  "or the variable W2S_WORKSPACE.")
QT_TRANSLATE_NOOP("engine",
                  "The workspace {} has {} free, and this needs about {}. Free some space, or "
                  "choose another workspace.")
QT_TRANSLATE_NOOP("engine", "There are no predictions in {}.")
QT_TRANSLATE_NOOP("engine", "There is no chart \"{}\"{} There are {}.")
QT_TRANSLATE_NOOP("engine", "There is no configuration file \"{}\".")
QT_TRANSLATE_NOOP("engine", "There is no data set named \"{}\". Did you mean \"{}\"? Known: {}.")
QT_TRANSLATE_NOOP("engine",
                  "There is no font \"{}\" on this machine{} Without --font figures are set in {}.")
QT_TRANSLATE_NOOP("engine", "There is no preset \"{}\"{} Presets: {}.")
QT_TRANSLATE_NOOP("engine", "There is no run in {} any more.")
QT_TRANSLATE_NOOP("engine", "There is no run {} in {}.")
QT_TRANSLATE_NOOP("engine",
                  "There is not enough memory for this stage. Use a smaller batch, fewer rows or a "
                  "smaller model, or close other programs.")
QT_TRANSLATE_NOOP("engine", "There is not enough memory to read {}. Close other programs.")
QT_TRANSLATE_NOOP("engine", "Unknown figure format.")
QT_TRANSLATE_NOOP("engine", "\"ci95\" is not a pair of numbers")
QT_TRANSLATE_NOOP("engine", "\"code\" names no kind of error: \"{}\"")
QT_TRANSLATE_NOOP("engine", "\"color\" is {}, not 0 to {}")
QT_TRANSLATE_NOOP("engine", "\"confidence\" is not a list of [rows, right rows, mean probability]")
QT_TRANSLATE_NOOP("engine", "\"config\": {}")
QT_TRANSLATE_NOOP("engine", "\"event\" is of an unknown kind: \"{}\"")
QT_TRANSLATE_NOOP("engine", "\"parameter\" names none: \"{}\"")
QT_TRANSLATE_NOOP("engine", "\"rows\" holds something else than lists of a step and eleven numbers")
QT_TRANSLATE_NOOP("engine", "\"status\" names no PGR status: \"{}\"")
QT_TRANSLATE_NOOP("engine", "\"{}\" cannot name a run's folder.")
QT_TRANSLATE_NOOP(
    "engine",
    "\"{}\" has {} bytes, but a configuration has at most {}; it seems to be another kind of file.")
QT_TRANSLATE_NOOP("engine", "\"{}\" is missing")
QT_TRANSLATE_NOOP("engine", "\"{}\" is no fingerprint of a stage.")
QT_TRANSLATE_NOOP("engine", "\"{}\" is not a file; name a TOML configuration file.")
QT_TRANSLATE_NOOP("engine", "\"{}\" is not a number")
QT_TRANSLATE_NOOP("engine", "\"{}\" is not an object")
QT_TRANSLATE_NOOP("engine", "\"{}\" is not {}")
QT_TRANSLATE_NOOP("engine", "\"{}\" names no stage: \"{}\"")
QT_TRANSLATE_NOOP("engine",
                  "\"{}\" sets nothing: write key=value, for example objective.temperature=2.")
QT_TRANSLATE_NOOP("engine", "a later version of W2S Lab wrote it")
QT_TRANSLATE_NOOP("engine", "a list")
QT_TRANSLATE_NOOP("engine", "a number{}")
QT_TRANSLATE_NOOP("engine", "a table")
QT_TRANSLATE_NOOP("engine", "a table of settings")
QT_TRANSLATE_NOOP("engine", "a text in quotes")
QT_TRANSLATE_NOOP("engine", "a whole number{}")
QT_TRANSLATE_NOOP("engine", "an integer")
QT_TRANSLATE_NOOP("engine", "another version of the program wrote it")
QT_TRANSLATE_NOOP("engine", "are more than {} runs")
QT_TRANSLATE_NOOP("engine", "are not whole numbers from 0 to {}")
QT_TRANSLATE_NOOP("engine", "ask for the free space of")
QT_TRANSLATE_NOOP("engine", "belongs to another configuration or another version of the program")
QT_TRANSLATE_NOOP("engine",
                  "common_ceiling.head is tree, but a tree cannot be trained through a loss, so "
                  "only the weak model can be one; choose linear or mlp.")
QT_TRANSLATE_NOOP("engine", "copy")
QT_TRANSLATE_NOOP("engine",
                  "device is \"{}\", but must be auto, cpu, cuda or a numbered GPU such as cuda:0; "
                  "auto picks the best there is.")
QT_TRANSLATE_NOOP("engine", "device is \"{}\", but {}. Set device = \"cpu\" or \"auto\".")
QT_TRANSLATE_NOOP("engine", "device is \"{}\". Allowed: auto, cpu, cuda:0, cuda:1, ...")
QT_TRANSLATE_NOOP("engine", "grey images of {} × {} pixels in [0, 1]")
QT_TRANSLATE_NOOP("engine", "has a damaged header: {} values cannot be. Get the file again.")
QT_TRANSLATE_NOOP("engine",
                  "has bytes after the {} = {} values its header promises. Get the file again.")
QT_TRANSLATE_NOOP("engine", "has step {} after step {}; steps must ascend.")
QT_TRANSLATE_NOOP(
    "engine",
    "has {} where {} expected (1 for labels, 3 for images). Are the image and label files swapped?")
QT_TRANSLATE_NOOP("engine", "have a range that ends before it begins")
QT_TRANSLATE_NOOP("engine",
                  "holds values of the type 0x{:02x} ({}); only unsigned bytes (0x08) are read.")
QT_TRANSLATE_NOOP("engine",
                  "is cut short or has a damaged header: the header promises {} = {} values, {} "
                  "are there. Get the file again.")
QT_TRANSLATE_NOOP("engine", "is damaged: it does not begin with a step.")
QT_TRANSLATE_NOOP("engine", "is damaged: {} numbers were expected.")
QT_TRANSLATE_NOOP("engine", "is empty: its header says {}.")
QT_TRANSLATE_NOOP(
    "engine",
    "is not an IDX file{}: it begins with the bytes {:02x}, not 00 00. Get the file again.")
QT_TRANSLATE_NOOP("engine", "is not the header of a series; is this another file?")
QT_TRANSLATE_NOOP("engine", "is too short to hold an IDX header. Get the file again.")
QT_TRANSLATE_NOOP("engine", "it has {} bytes, too few for a header")
QT_TRANSLATE_NOOP("engine", "it is no JSON (at character {})")
QT_TRANSLATE_NOOP("engine", "it is no JSON ({})")
QT_TRANSLATE_NOOP("engine", "it is not an object")
QT_TRANSLATE_NOOP("engine", "its header claims {} bytes, the file has {}")
QT_TRANSLATE_NOOP("engine", "its schema is {} and this program reads {}")
QT_TRANSLATE_NOOP("engine", "its schema is {} and this program reads {}; {}")
QT_TRANSLATE_NOOP("engine", "lacks a part")
QT_TRANSLATE_NOOP("engine", "line {}")
QT_TRANSLATE_NOOP("engine", "line {}, column {}")
QT_TRANSLATE_NOOP("engine", "lock")
QT_TRANSLATE_NOOP("engine", "make the folder")
QT_TRANSLATE_NOOP("engine", "move {} to")
QT_TRANSLATE_NOOP("engine", "name is empty; give the experiment a name for lists and figures.")
QT_TRANSLATE_NOOP("engine", "no GPU answers; check the driver with nvidia-smi")
QT_TRANSLATE_NOOP(
    "engine",
    "objective.confidence is openai_reference, which is defined for two classes, but {} has {}; "
    "choose threshold, which agrees with the paper for any number of classes.")
QT_TRANSLATE_NOOP("engine",
                  "objective.divergence.smoothing is 0, but the reverse KL of hard labels is "
                  "infinite without smoothing; use a small value such as 1e-4, or soft labels.")
QT_TRANSLATE_NOOP(
    "engine",
    "objective.ground_truth_fraction is 0, so no row has the ground truth that "
    "objective.ground_truth_weight weighs; raise the fraction, or set the weight to 0.")
QT_TRANSLATE_NOOP("engine", "one of {}")
QT_TRANSLATE_NOOP("engine", "open")
QT_TRANSLATE_NOOP("engine", "read")
QT_TRANSLATE_NOOP("engine", "read the folder")
QT_TRANSLATE_NOOP("engine", "remove")
QT_TRANSLATE_NOOP("engine",
                  "schema is {}, but the only schema there is so far is {}; write schema = {}.")
QT_TRANSLATE_NOOP("engine",
                  "schema is {}, but this version of W2S Lab reads schema {}; the configuration "
                  "comes from a newer version, so update W2S Lab to use it.")
QT_TRANSLATE_NOOP("engine", "seeds has {} entries, but at most {} are taken; split the study.")
QT_TRANSLATE_NOOP("engine",
                  "seeds has {} more than once; equal seeds give equal runs, so keep one of them.")
QT_TRANSLATE_NOOP(
    "engine", "seeds is empty, so nothing would run; give at least one, for example seeds = [0].")
QT_TRANSLATE_NOOP("engine", "shorten")
QT_TRANSLATE_NOOP("engine",
                  "strong.head is tree, but a tree cannot be trained through a loss, so only the "
                  "weak model can be one; choose linear or mlp.")
QT_TRANSLATE_NOOP("engine",
                  "supervision.augmentation is {}, but stored weak labels belong to the images as "
                  "they are; choose supervision.delivery = \"live\", or augmentation = \"none\".")
QT_TRANSLATE_NOOP("engine",
                  "supervision.augmentation is {}, but with strong.tuning = \"head\" the student "
                  "reads features computed once, never new images; choose strong.tuning = \"full\" "
                  "or \"scratch\", or augmentation = \"none\".")
QT_TRANSLATE_NOOP(
    "engine",
    "supervision.shuffle permutes stored weak labels over the rows, and live delivery stores none; "
    "choose supervision.delivery = \"stored\", or shuffle = false.")
QT_TRANSLATE_NOOP("engine", "task.dataset is empty; name a data set (`w2s data list` prints them).")
QT_TRANSLATE_NOOP("engine",
                  "task.weak_rows + task.transfer_rows = {} + {} = {}, but {} has {} rows.")
QT_TRANSLATE_NOOP("engine", "tensor '{}' ends at byte {} of {} bytes of data")
QT_TRANSLATE_NOOP("engine", "tensor '{}' has {} bytes, its shape and type need {}")
QT_TRANSLATE_NOOP("engine", "tensor '{}' holds booleans other than 0 and 1")
QT_TRANSLATE_NOOP("engine", "tensor '{}' {} the one before it")
QT_TRANSLATE_NOOP("engine", "text")
QT_TRANSLATE_NOOP("engine", "the header does not start with '{'")
QT_TRANSLATE_NOOP("engine", "the number {}")
QT_TRANSLATE_NOOP("engine", "the seeds \"{}\" {}; write numbers and ranges such as \"0-4,7\".")
QT_TRANSLATE_NOOP("engine", "the test file")
QT_TRANSLATE_NOOP("engine", "the text {}")
QT_TRANSLATE_NOOP("engine", "the training file without its validation rows")
QT_TRANSLATE_NOOP("engine", "the validation part of the training file")
QT_TRANSLATE_NOOP("engine", "there are only {} GPUs")
QT_TRANSLATE_NOOP("engine", "there never was such a schema")
QT_TRANSLATE_NOOP("engine", "true or false")
QT_TRANSLATE_NOOP("engine",
                  "weak.tuning is {}, but a tree is grown on fixed features and cannot train its "
                  "backbone; choose weak.tuning = \"head\", or weak.head = \"linear\".")
QT_TRANSLATE_NOOP(
    "engine", "whole numbers from 0 to {}, as a list such as [0, 1, 2] or a text such as \"0-9\"")
QT_TRANSLATE_NOOP("engine", "write")
QT_TRANSLATE_NOOP("engine",
                  "{0} is full, which starts from stored weights, but the backbone {1} has none; "
                  "choose {0} = \"scratch\", or a pre-trained backbone such as fashion-ssl.")
QT_TRANSLATE_NOOP("engine", "{0} names its kind twice, as {1} and as {2}; keep one of them.")
QT_TRANSLATE_NOOP("engine",
                  "{0}.path is empty; name a .safetensors file that `w2s pretrain` wrote.")
QT_TRANSLATE_NOOP(
    "engine",
    "{0}.{1} is a setting of {2}, but {0} is {3}; choose {0} = \"{2}\" first, or leave it out.")
QT_TRANSLATE_NOOP("engine", "{} = {}, but {} has {} rows.")
QT_TRANSLATE_NOOP("engine", "{} = {}: at least one row is needed.")
QT_TRANSLATE_NOOP("engine",
                  "{} and its card {} do not belong together: the card is of weights with the hash "
                  "{}, these have {}. Copy both from the same place.")
QT_TRANSLATE_NOOP("engine", "{} are")
QT_TRANSLATE_NOOP("engine", "{} bytes at the end belong to no tensor (or the file is cut)")
QT_TRANSLATE_NOOP("engine", "{} cannot be read: {}")
QT_TRANSLATE_NOOP("engine", "{} cannot be read: {}.")
QT_TRANSLATE_NOOP("engine", "{} dimensions")
QT_TRANSLATE_NOOP("engine",
                  "{} ends at step {}, before the checkpoint at step {}: rows were lost. The stage "
                  "{} has to start anew.")
QT_TRANSLATE_NOOP("engine", "{} exists already; move it away first.")
QT_TRANSLATE_NOOP("engine", "{} failed: {}")
QT_TRANSLATE_NOOP(
    "engine", "{} has {} bytes after its gzip stream that do not belong there. Get the file again.")
QT_TRANSLATE_NOOP("engine", "{} has {} problems:")
QT_TRANSLATE_NOOP("engine", "{} holds images of {} x {} pixels, but those of {} have {} x {}.")
QT_TRANSLATE_NOOP("engine", "{} holds no float32 matrix named {}.")
QT_TRANSLATE_NOOP("engine", "{} holds no tensor '{}': it is no encoder of this architecture.")
QT_TRANSLATE_NOOP(
    "engine", "{} holds {} images, but {} holds {} labels: the two files do not belong together.")
QT_TRANSLATE_NOOP("engine", "{} holds {} tensors, an encoder of this architecture has {}.")
QT_TRANSLATE_NOOP("engine", "{} is a folder, not a file.")
QT_TRANSLATE_NOOP(
    "engine", "{} is cut short: its gzip stream stops after {} unpacked bytes. Get the file again.")
QT_TRANSLATE_NOOP(
    "engine",
    "{} is damaged: its gzip stream is wrong after {} unpacked bytes ({}). Get the file again.")
QT_TRANSLATE_NOOP("engine", "{} is locked by another.")
QT_TRANSLATE_NOOP(
    "engine",
    "{} is no encoder that w2s pretrain wrote: its metadata do not name the architecture {}.")
QT_TRANSLATE_NOOP("engine",
                  "{} is no encoder: it lacks 'blocks.0.weight' of shape [width, 1, 3, 3].")
QT_TRANSLATE_NOOP("engine", "{} is no log of predictions, or it is damaged.")
QT_TRANSLATE_NOOP("engine", "{} is no model card that w2s pretrain wrote: {}.")
QT_TRANSLATE_NOOP("engine", "{} is not a setting{}")
QT_TRANSLATE_NOOP("engine", "{} is not a sound safetensors file: {}.")
QT_TRANSLATE_NOOP("engine",
                  "{} is not in {}. Install it with `{}`, or name the folder that holds its files "
                  "with --data or W2S_DATA.")
QT_TRANSLATE_NOOP("engine",
                  "{} is over {} and {} over {}: they have no rows in common. Export them one by "
                  "one, or with the tidy layout.")
QT_TRANSLATE_NOOP("engine", "{} is {}, but must be {}.")
QT_TRANSLATE_NOOP("engine", "{} is {}, but must be {}{}")
QT_TRANSLATE_NOOP("engine",
                  "{} is {}, but the backbone pixels has no weights to train; choose {} = "
                  "\"head\", or another backbone.")
QT_TRANSLATE_NOOP("engine", "{} is {}, which is not a complete TOML value (or not UTF-8).")
QT_TRANSLATE_NOOP("engine", "{} lacks {} of {}. Get them with `{}`.")
QT_TRANSLATE_NOOP("engine", "{} may be any of {}{}. Give more of the id.")
QT_TRANSLATE_NOOP("engine", "{} was shortened by another.")
QT_TRANSLATE_NOOP("engine", "{} {} is outside {} to {}{}.")
QT_TRANSLATE_NOOP(
    "engine", "{} {}:{} is no range: the lower end comes first, and differs from the higher one.")
QT_TRANSLATE_NOOP("engine", "{}, last line: {}")
QT_TRANSLATE_NOOP("engine", "{}, line {} {}")
QT_TRANSLATE_NOOP("engine", "{}, line {}: {}")
QT_TRANSLATE_NOOP("engine", "{}, or a table with base, shape and warmup")
QT_TRANSLATE_NOOP("engine", "{}: a configuration is one JSON object with settings.")
QT_TRANSLATE_NOOP("engine",
                  "{}: not valid JSON at byte {}; the file is damaged or not a configuration.")
QT_TRANSLATE_NOOP("engine", "{}: predictions need rows and 1 to {} classes.")
QT_TRANSLATE_NOOP("engine", "{}: row {} has the label {}, but {} has the classes 0 to {}.")
QT_TRANSLATE_NOOP(
    "engine",
    "{}: tensor '{}' has the shape [{}], expected are floating-point numbers of shape [{}].")
QT_TRANSLATE_NOOP("engine", "{}: tensor '{}' has the type '{}', which is not supported.")
QT_TRANSLATE_NOOP("engine", "{}: tensor '{}' holds a negative variance.")
QT_TRANSLATE_NOOP("engine", "{}: tensor '{}' holds a value that is not finite.")
