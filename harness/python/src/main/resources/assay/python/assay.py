"""Answer tasks of an Assay assignment in Python.

    from assay import solves

    @solves("bce/gradient")
    def gradient(w, x, y):
        return {"gradient": [...]}

The function takes the inputs of the task by name and returns a dict of answers. An answer is a number, a bool, a
text, a list, tuple or dict of these, or a numpy array; fractions.Fraction is sent exactly. In a notebook or an IDE
nothing else happens: the decorated function stays an ordinary function. Python 3.9 or newer, no dependencies.

    python assay.py check           try the public checks on the .py files beside this one, without Java
    python assay.py check FOLDER    the same for the solution in FOLDER
"""

import sys

__all__ = ["solves", "device", "training_set", "images_of"]

_training = []
_device = []
_solutions = {}
_clashes = []


def solves(task):
    """Mark the function that solves one task of the assignment."""
    if not isinstance(task, str):
        raise TypeError('write @solves("name/of-the-task") with the name of the task')

    def mark(function):
        if not callable(function):
            raise TypeError("@solves must stand above a function")
        known = _solutions.setdefault(task, function)
        if known is not function and _place(known) != _place(function):
            _clashes.append((task, known, function))
        _solutions[task] = function
        return function

    return mark


def device():
    """Return "cuda" or "cpu": the device on which PyTorch is to compute here.

        x = torch.tensor(x, device=device())

    Under the harness it is the one of ``--device``; elsewhere "cuda" where the imported torch can use it.
    """
    if _device:
        return _device[0]
    torch = sys.modules.get("torch")
    return "cuda" if torch is not None and torch.cuda.is_available() else "cpu"


def _place(function):
    code = getattr(function, "__code__", None)
    return (code.co_filename, code.co_firstlineno) if code else id(function)


def training_set(training):
    """Return images [n, channels, height, width] and labels [n] of the training set that the input names.

    They are numpy arrays of bytes where the submission imports numpy, else a list of one bytes object per image
    (row after row, 0 to 255) and a list of labels. Outside the harness ``training`` is the path of the folder.
    """
    import os
    folder = os.path.join(_training[0], training) if _training and _training[0] else training
    shape, images = _npy(os.path.join(folder, "images.npy"))
    labels = _npy(os.path.join(folder, "labels.npy"))[1]
    _shapes[training] = _shapes[""] = shape[1:]
    return _images(images, shape), _labels(labels)


def images_of(images, shape=None):
    """Return the images that the input holds as base64 texts, in the form of ``training_set``.

    ``shape`` is (channels, height, width); where it is left out it is that of the training set that the harness gives with
    the images, elsewhere of the one read last.
    """
    import base64
    shape = shape or _shapes.get("")
    if not shape:
        raise ValueError("images_of needs to know the shape of an image: call training_set before, "
                         "or give it, as in images_of(images, (1, 28, 28))")
    content = b"".join(base64.b64decode(chunk) for chunk in images)
    count, rest = divmod(len(content), _size(shape))
    if rest:
        raise ValueError("the images are %d bytes, which is no multiple of the %d of an image of shape %s"
                         % (len(content), _size(shape), tuple(shape)))
    return _images(content, (count,) + tuple(shape))


_shapes = {}


def _size(shape):
    size = 1
    for extent in shape:
        size *= extent
    return size


def _images(content, shape):
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        return numpy.frombuffer(content, dtype=numpy.uint8).reshape(shape)
    size = _size(shape[1:])
    return [content[start:start + size] for start in range(0, len(content), size)]


def _labels(content):
    numpy = sys.modules.get("numpy")
    return numpy.frombuffer(content, dtype=numpy.uint8) if numpy is not None else list(content)


def _npy(path):
    with open(path, "rb") as file:
        return _shape(file), file.read()


def _shape(file):
    import ast
    file.read(8)
    return ast.literal_eval(file.read(int.from_bytes(file.read(2), "little")).decode("ascii"))["shape"]


def _expect(training):
    """Let ``images_of`` know the shape of the images that come with a request, whatever was read before."""
    import os
    if not (_training and _training[0] and isinstance(training, str)):
        return
    path = os.path.join(_training[0], training, "images.npy")
    if os.path.isfile(path):
        with open(path, "rb") as file:
            _shapes[""] = _shape(file)[1:]


# What follows runs in the child process of the harness only.

_MOST_BYTES = 4 << 20
_MOST_VALUES = 250_000
_MOST_DEPTH = 6
_MOST_TEXT = 1 << 16


class _BadAnswer(Exception):
    """Says in a sentence why a value cannot be sent."""


class _Encoder:
    """Turns what a function returned into what JSON can hold, within the limits of the harness."""

    def __init__(self):
        self.values = 0

    def answers(self, returned):
        if returned is None:
            raise _BadAnswer("returned None; did you forget return?")
        if not isinstance(returned, dict):
            raise _BadAnswer('must return a dict of answers such as {"name": value}, was %s' % _kind(returned))
        return {self.key(name, "the answers"): self.value(value, "answer '%s'" % (name,), 1)
                for name, value in returned.items()}

    def key(self, name, what):
        if not isinstance(name, str) or len(name) > 256:
            raise _BadAnswer("%s must have texts as names, was %s" % (what, _kind(name)))
        return str(name)

    def value(self, value, what, depth):
        self.values += 1
        if self.values > _MOST_VALUES or depth > _MOST_DEPTH:
            raise _BadAnswer("%s is too large: at most %d values in %d levels can be sent"
                             % (what, _MOST_VALUES, _MOST_DEPTH))
        if isinstance(value, bool):
            return bool(value)
        if isinstance(value, int):
            return self.integer(int(value), what)
        if isinstance(value, float):
            return self.real(float(value))
        if isinstance(value, str):
            if len(value) > _MOST_TEXT:
                raise _BadAnswer("%s is a text of more than %d characters" % (what, _MOST_TEXT))
            return str(value)
        if isinstance(value, (list, tuple)):
            return [self.value(item, "%s[%d]" % (what, i), depth + 1) for i, item in enumerate(value)]
        if isinstance(value, dict):
            return {self.key(name, what): self.value(item, "%s.%s" % (what, name), depth + 1)
                    for name, item in value.items()}
        if type(value).__module__ == "fractions" and type(value).__name__ == "Fraction":
            return "%d/%d" % (value.numerator, value.denominator) if value.denominator != 1 else \
                self.integer(value.numerator, what)
        if hasattr(value, "tolist") and hasattr(value, "dtype") and hasattr(value, "shape"):
            plain = value.tolist()
            if not isinstance(plain, (bool, int, float, str, list)):
                raise _BadAnswer("%s holds %s" % (what, _kind(plain)))
            return self.value(plain, what, depth)
        raise _BadAnswer("%s must be a number, bool, text, list, tuple, dict or numpy array, was %s"
                         % (what, _kind(value)))

    @staticmethod
    def integer(value, what):
        if abs(value) < 10 ** 17:
            return value
        try:
            return float(value)
        except OverflowError:
            raise _BadAnswer("%s is a whole number of %d bits, too large for a double"
                             % (what, value.bit_length())) from None

    @staticmethod
    def real(value):
        if value != value:
            return "NaN"
        if value in (float("inf"), float("-inf")):
            return "Infinity" if value > 0 else "-Infinity"
        return value


def _kind(value):
    return "None" if value is None else "of type %s" % type(value).__name__


class _Accelerator:
    """Says where an answer was computed, and waits until all of it has been; used on a GPU only."""

    def begin(self):
        """Forget what was computed before."""
        torch = self.torch()
        if torch is not None and torch.cuda.is_initialized():
            torch.cuda.synchronize()
            torch.cuda.reset_peak_memory_stats()

    def end(self):
        """Wait for everything that is still being computed, on all streams, so that the harness's clock counts it."""
        torch = self.torch()
        if torch is not None and torch.cuda.is_initialized():
            torch.cuda.synchronize()

    def statement(self):
        torch = self.torch()
        if torch is None:
            names = [name for name in ("tensorflow", "jax", "cupy", "numpy") if name in sys.modules]
            return {"on": "cpu", "framework": ", ".join(names), "name": "", "bytes": 0 if names in ([], ["numpy"]) else -1,
                    "modes": []}
        version = "torch %s with CUDA %s" % (torch.__version__, torch.version.cuda or "left out")
        if not torch.cuda.is_available() or not torch.cuda.is_initialized():
            return {"on": "cpu", "framework": version, "name": "", "bytes": 0, "modes": self.modes(torch)}
        return {"on": "cuda", "framework": version, "name": torch.cuda.get_device_name(),
                "bytes": int(torch.cuda.max_memory_allocated()), "modes": self.modes(torch)}

    @staticmethod
    def torch():
        torch = sys.modules.get("torch")
        return torch if torch is not None and hasattr(torch, "cuda") else None

    @staticmethod
    def modes(torch):
        """Name what torch may compute less precisely than asked; cuDNN may use TF32 unless it is told not to."""
        modes = []
        try:
            if torch.backends.cuda.matmul.allow_tf32:
                modes.append("TF32 in matrix products")
            if torch.backends.cudnn.allow_tf32:
                modes.append("TF32 in convolutions")
            if torch.is_autocast_enabled():
                modes.append("automatic mixed precision")
        except (AttributeError, RuntimeError):
            pass
        return modes


class _NoAccelerator:
    """Stands in for it on the CPU, where nothing is said."""

    def begin(self):
        pass

    def end(self):
        pass

    def statement(self):
        return None


class _Server:
    """Imports the files of a submission and answers requests, one JSON line each."""

    def __init__(self, requests, answers, root, files):
        import os
        self.requests, self.answers, self.root, self.files = requests, answers, root, files
        self.accelerator = _Accelerator() if _device == ["cuda"] else _NoAccelerator()
        self.broken = False
        self.paths = {os.path.join(root, name): name for name in files}
        self.problems = []

    def send(self, message):
        import json
        self.answers.write(json.dumps(message, allow_nan=False).encode("ascii") + b"\n")
        self.answers.flush()

    def serve(self):
        import json
        import platform
        self.send({"starting": "python"})
        self.load()
        self.send({"hello": {"language": "python", "version": platform.python_version(),
                             "tasks": sorted(_solutions), "problems": self.problems[:20]}})
        for line in self.requests:
            request = json.loads(line)
            self.send(self.stated(self.reply(request)))
            if self.broken:
                return

    def stated(self, reply):
        """Add where it was computed. After an error of the device every later call fails, so this process ends then."""
        try:
            statement = self.accelerator.statement()
        except Exception as error:
            self.broken = True
            statement = {"on": "cpu", "framework": "a device that failed: " + _text_of(error)[:80], "name": "", "bytes": 0,
                         "modes": []}
        if statement is not None:
            reply["device"] = statement
        return reply

    def load(self):
        import os
        sys.path.append(self.root)
        sys.modules["assay"] = sys.modules[__name__]
        for name in sorted(self.files):
            if os.path.basename(name) == "assay.py":
                continue
            before = dict(_solutions)
            try:
                self.load_file(os.path.join(self.root, name), os.path.basename(name)[:-3])
            except (Exception, SystemExit) as error:
                self.problem(error, name)
                for task in set(_solutions) - set(before):
                    del _solutions[task]
        for task, first, second in _clashes:
            self.problems.append({"where": self.where_of(second), "task": task, "message":
                                  "the task '%s' must be solved by one function, was marked at two: %s and %s"
                                  % (task, first.__name__, second.__name__)})
            _solutions.pop(task, None)

    def load_file(self, path, name):
        import importlib.util
        loaded = sys.modules.get(name)
        if loaded is not None and getattr(loaded, "__file__", None) == path:
            return
        if loaded is not None or name in getattr(sys, "stdlib_module_names", ()):
            name = "submission_" + name
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)

    def problem(self, error, name):
        if isinstance(error, ModuleNotFoundError) and error.name:
            message = "%s is not installed here" % error.name
        else:
            message = "%s: %s" % (type(error).__name__, _text_of(error))
            if isinstance(error, NameError) and message.startswith("NameError: name 'solves' is not defined"):
                message = 'NameError: name \'solves\' is not defined; write "from assay import solves" at the top'
        self.problems.append({"where": self.where(error) or name, "message": message[:600]})

    def where_of(self, function):
        code = getattr(function, "__code__", None)
        name = self.paths.get(code.co_filename) if code else None
        return "%s:%d" % (name, code.co_firstlineno) if name else ""

    def where(self, error):
        import traceback
        if isinstance(error, SyntaxError) and error.filename in self.paths:
            return "%s:%d" % (self.paths[error.filename], error.lineno or 1)
        found = ""
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename in self.paths:
                found = "%s:%d" % (self.paths[frame.filename], frame.lineno)
        return found

    def reply(self, request):
        import json
        identity, task = request["id"], request["task"]
        function = _solutions.get(task)
        if function is None:
            return self.error(identity, "not-answered", "", "no function solves this task", "")
        try:
            inputs = _inputs(request["inputs"])
            complaint = _complaint(function, inputs)
            if complaint:
                return self.error(identity, "exception", "", complaint, self.where_of(function))
            _expect(inputs.get("training"))
            self.accelerator.begin()
            returned = function(**inputs)
            self.accelerator.end()
            answers = _Encoder().answers(returned)
            reply = {"id": identity, "answers": answers}
            if len(json.dumps(reply)) > _MOST_BYTES:
                raise _BadAnswer("the answers are too large to be sent: more than %d bytes" % _MOST_BYTES)
            return reply
        except NotImplementedError as error:
            return self.error(identity, "not-answered", "", "the function says that it is not written yet",
                              self.where(error))
        except _BadAnswer as error:
            message = str(error)
            kind = "exception" if message.startswith("returned None") else "bad-answer"
            return self.error(identity, kind, "", message, self.where_of(function))
        except MemoryError as error:
            return self.error(identity, "exception", "MemoryError", _text_of(error), self.where(error))
        except Exception as error:
            self.broken = self.device_is_broken()
            return self.error(identity, "exception", type(error).__name__, _text_of(error), self.where(error))

    def device_is_broken(self):
        """Say whether the device fails from now on, as after an access to memory that is not there."""
        try:
            self.accelerator.end()
            return False
        except Exception:
            return True

    @staticmethod
    def error(identity, kind, name, message, where):
        return {"id": identity, "error": {"kind": kind, "type": name, "message": message[:2000], "where": where}}


def _text_of(error):
    try:
        return str(error)
    except Exception:
        return "(its text could not be read)"


def _inputs(given):
    """Name the inputs as Python does, and make arrays of them where the submission uses numpy."""
    import keyword
    numpy = sys.modules.get("numpy")
    inputs = {}
    for name, value in given.items():
        plain = name.replace("-", "_")
        value = _number(value)
        if numpy is not None and isinstance(value, list) and _numbers_only(value):
            value = numpy.array(value, dtype=float)
        inputs[plain + "_" if keyword.iskeyword(plain) else plain] = value
    return inputs


def _number(value):
    if isinstance(value, str):
        return {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}.get(value, value)
    if isinstance(value, list):
        items = [_number(item) for item in value]
        return [float(item) if type(item) is int else item for item in items]
    if isinstance(value, dict):
        return {name: _number(item) for name, item in value.items()}
    return value


def _numbers_only(value):
    if isinstance(value, list):
        return all(_numbers_only(item) for item in value)
    return isinstance(value, float)


def _complaint(function, inputs):
    import inspect
    try:
        inspect.signature(function).bind(**inputs)
    except TypeError as error:
        return ("must take the inputs of the task by these names: %s (%s)"
                % (", ".join(inputs) or "none", error))
    except ValueError:
        pass
    return ""


def _probe(arguments):
    """Compute a little on the GPU and say where: ``--device DESCRIPTOR``."""
    import json
    import os
    said = {"device": {"on": "cpu", "framework": "", "name": "", "bytes": 0, "modes": []}}
    try:
        import torch
        said["device"]["framework"] = "torch %s" % torch.__version__
        if torch.version.cuda is None:
            raise RuntimeError("it is a build without CUDA")
        ones = torch.ones(1000, device="cuda")
        if float((ones * 2).sum()) != 2000:
            raise RuntimeError("the sum of 1000 twos was wrong")
        said["device"] = _Accelerator().statement()
    except Exception as error:
        said["why"] = "%s" % (_text_of(error).strip().split("\n")[0][:250] or type(error).__name__)
    with os.fdopen(os.dup(int(arguments[1])), "wb") as answers:
        answers.write(json.dumps(said).encode("ascii") + b"\n")


def _main(arguments):
    """Serve: ``--serve DESCRIPTOR TRAINING ROOT FILE...``; answers go to the descriptor, prints to standard error."""
    import os
    descriptor, root, files = int(arguments[1]), arguments[3], arguments[4:]
    _training.append(arguments[2])
    _device.append("cuda" if os.environ.get("ASSAY_DEVICE") == "cuda" else "cpu")
    answers = os.fdopen(os.dup(descriptor), "wb")
    requests = os.fdopen(os.dup(0), "rb")
    if descriptor > 2:
        os.close(descriptor)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True, errors="replace")
    _Server(requests, answers, root, files).serve()


class _SelfCheck:
    """Tries the written cases of the public checks on the functions of a solution, in this process."""

    def __init__(self, checks, root, files):
        self.checks = checks
        self.server = _Server(None, None, root, files)
        self.right = self.wrong = self.elsewhere = 0

    def run(self):
        self.server.load()
        for problem in self.server.problems:
            print("%s: %s" % (problem["where"], problem["message"]))
        for task, grading in self.checks["tasks"].items():
            if task in self.checks["code"]:
                print(task)
                if task in _solutions:
                    self.task(task, grading)
                else:
                    print("    not in Python: no function has @solves(\"%s\")" % task)
        return self.summary()

    def task(self, task, grading):
        replies = {}
        for case in grading.get("cases", []):
            replies[case.get("name", "")] = self.server.reply(
                {"id": "", "task": task, "inputs": _fractions(case.get("inputs", {}))})
        for criterion, check in grading.get("checks", {}).items():
            if check["kind"] not in ("close-to", "equal-to", "trajectory"):
                self.elsewhere += 1
                print("    %-24s ./assay check judges this" % criterion)
                continue
            complaint = self.complaint(check, grading.get("cases", []), replies)
            self.right += not complaint
            self.wrong += bool(complaint)
            print("    %-24s %s" % (criterion, complaint or "right"))

    @staticmethod
    def complaint(check, cases, replies):
        wanted = check.get("on", "all")
        wanted = [wanted] if isinstance(wanted, str) else wanted
        for case in cases:
            name, expected = case.get("name", ""), case.get("expected", {})
            if check["answer"] not in expected or not {"all", "edge", name} & set(wanted):
                continue
            reply = replies[name]
            if "error" in reply:
                error = reply["error"]
                if error["kind"] == "not-answered":
                    return "not answered yet"
                return "WRONG in case '%s': %s%s%s" % (name, error["type"] and error["type"] + ": ", error["message"],
                                                        error["where"] and " (%s)" % error["where"])
            if check["answer"] not in reply["answers"]:
                return "WRONG in case '%s': there is no answer '%s'" % (name, check["answer"])
            found = _difference(_fractions(expected[check["answer"]]), _fractions(reply["answers"][check["answer"]]),
                                _bound(check), "")
            if found:
                return "WRONG in case '%s'%s" % (name, found)
        return ""

    def summary(self):
        print("%d right, %d wrong or not answered%s." % (
            self.right, self.wrong, ", %d not tried here" % self.elsewhere if self.elsewhere else ""))
        print("These are the written cases, on Python alone. ./assay check (with a JDK 17) also says what the mistake may be.")
        return 1 if self.wrong or self.server.problems else 0


def _fractions(value):
    """Turn texts such as 1/3 into numbers, everywhere."""
    if isinstance(value, str) and "/" in value:
        above, below = value.split("/", 1)
        try:
            return int(above) / int(below)
        except ValueError:
            return value
    if isinstance(value, list):
        return [_fractions(item) for item in value]
    if isinstance(value, dict):
        return {name: _fractions(item) for name, item in value.items()}
    return _number(value)


def _bound(check):
    """Return the largest error that is allowed at a right number; without the reference its scale is the number itself."""
    if check["kind"] == "equal-to":
        return lambda right: 0.0
    relative, absolute = check.get("relative", 1e-9), check.get("absolute", 1e-12)
    if "round-offs" in check:
        unit = 2.0 ** (-24 if str(check.get("precision", "")).lower() == "single" else -53)
        relative, absolute = check["round-offs"] * unit, check.get("absolute", 0.0)
    return lambda right: absolute + relative * abs(right)


def _difference(right, given, bound, place):
    if isinstance(right, list):
        if not isinstance(given, list) or len(given) != len(right):
            return "%s: must be a list of %d, was %s" % (
                place and " at " + place, len(right), "of %d" % len(given) if isinstance(given, list) else _kind(given))
        for i, item in enumerate(right):
            found = _difference(item, given[i], bound, "%s[%d]" % (place, i))
            if found:
                return found
        return ""
    numbers = isinstance(right, (int, float)) and isinstance(given, (int, float))
    if (isinstance(right, bool) or isinstance(given, bool) or not numbers) and given == right:
        return ""
    if numbers and abs(given - right) <= bound(right):
        return ""
    return "%s: %r was answered, %r is right" % (place and " at " + place, given, right)


def _check(arguments):
    """Run the public checks: ``check [FOLDER]``."""
    import json
    import os
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.abspath(arguments[0]) if arguments else here
    if os.path.basename(root) == "python":
        root = os.path.dirname(root)
    places = [os.path.join(here, "selfcheck.json"), os.path.join(root, "python", "selfcheck.json")]
    found = [place for place in places if os.path.isfile(place)]
    if not os.path.isdir(root):
        print("there is no folder %s" % root)
        return 64
    if not found:
        print("There are no public checks beside this file (selfcheck.json, which lies in the kit of an assignment).\n"
              "With a JDK 17:  ./assay check %s" % os.path.relpath(root))
        return 64
    with open(found[0], encoding="utf-8") as file:
        checks = json.load(file)
    files = [name for name in sorted(os.listdir(root)) if name.endswith(".py")]
    inner = os.path.join(root, "python")
    if os.path.isdir(inner):
        files += ["python/" + name for name in sorted(os.listdir(inner)) if name.endswith(".py")]
    files = [name for name in files if os.path.basename(name) != "assay.py"]
    if not files:
        print("there is no .py file in %s" % root)
        return 64
    return _SelfCheck(checks, root, files).run()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        _main(sys.argv[1:])
    elif sys.argv[1:2] == ["--device"]:
        _probe(sys.argv[1:])
    elif sys.argv[1:2] == ["check"] and len(sys.argv) <= 3:
        sys.exit(_check(sys.argv[2:]))
    else:
        print(__doc__)
