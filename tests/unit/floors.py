"""Who may import whom, read from the source without running it.

Knows the floors of the house and nothing of what the modules do.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

FLOORS = {
    "command_line": 1,
    "errors": 0,
    "unforeseen": 0,
    "text": 0,
    "records": 1,
    "search": 1,
    "rendering": 2,
    "minutes": 3,
    "catalog": 4,
    "outputs": 5,
    "building": 6,
}
# Beside the floors: an editor's services, each with its own door to the lower ones.
SERVICES = ("importing", "writing", "checking", "views")
BELOW_SERVICES = ("errors", "text", "records", "minutes", "catalog", "unforeseen")
# Who tells what a build would refuse asks those that refuse it.
BELOW_CHECKING = (*BELOW_SERVICES, "rendering", "outputs", "building")
# Families of outputs, by the families they may know besides their own.
OUTPUTS = {
    "data": (),
    "hosting": (),
    "head": (),
    "listings": ("data", "head"),
    "register": ("data", "head", "listings"),
    "pages": ("data", "head", "listings", "register"),
    "discovery": ("data", "head", "listings"),
}
ADAPTER = "mkdocs"
UNITS = (*FLOORS, *SERVICES, ADAPTER)
# Their names stay behind the adapter, so that the engine can change.
ENGINES = ("mkdocs", "material")

# The one file that names the main folders of docs/ and the site, but for that of the search index.
FOLDERS = "bantin.records.folders"
SEARCH = "bantin.search.files"
LONGEST_FILE = 400
CODE_SUFFIXES = {"hooks": (".py", ".css", ".html", ".js"), "scripts": (".py",), "tests": (".py",)}

# What whoever drives the library from outside begins with. An editors' desk asks for drafts; none
# is here yet.
WAYS_IN = frozenset({"Drafting"})


@dataclass(frozen=True)
class Module:
    """A source file.

    Attributes:
        name: dotted.
        path: where it lies.
        imports: (line, absolute dotted name); those for type checkers only are among them.
        classes: (line, name) of every class in it.
        definitions: (line, name) of every function and class of the module itself.
        uses: all names that it takes up, its own imports and definitions aside.
        texts: (line, text) of every string, but for docstrings.
        has_docstring: it says what it is.
    """

    name: str
    path: Path
    imports: tuple[tuple[int, str], ...]
    classes: tuple[tuple[int, str], ...]
    definitions: tuple[tuple[int, str], ...]
    uses: frozenset[str]
    texts: tuple[tuple[int, str], ...]
    has_docstring: bool

    @property
    def unit(self) -> str:
        """The package of the house it belongs to; empty for `bantin` itself."""
        return unit_of(self.name)


def load_modules(root: Path) -> list[Module]:
    """Read `hooks/publish.py`, `hooks/bantin/` and `scripts/` of a project, sorted by name."""
    found = [*root.glob("hooks/*.py"), *root.glob("hooks/bantin/**/*.py")]
    modules = [load_module(path, root / "hooks") for path in found]
    modules += [load_module(path, root) for path in root.glob("scripts/**/*.py")]
    return sorted(modules, key=lambda module: module.name)


def load_module(path: Path, base: Path) -> Module:
    parts = path.relative_to(base).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    package = name if is_package else name.rpartition(".")[0]
    imports = tuple(found for node in ast.walk(tree) for found in imports_of(node, package))
    classes = tuple(
        (node.lineno, node.name) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    )
    definitions = tuple(
        (node.lineno, node.name)
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    )
    return Module(
        name,
        path,
        imports,
        classes,
        definitions,
        frozenset(uses_of(tree)),
        tuple(texts_of(tree)),
        ast.get_docstring(tree) is not None,
    )


def uses_of(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def texts_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of every string that is no docstring; of an f-string each plain part."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def imports_of(node: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Yield what a node imports; a name taken from a package counts as its module."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield node.lineno, alias.name
    elif isinstance(node, ast.ImportFrom):
        source = node.module or ""
        if node.level:
            parents = package.split(".")[: len(package.split(".")) - node.level + 1]
            source = ".".join([*parents, source]).rstrip(".")
        for alias in node.names:
            yield node.lineno, f"{source}.{alias.name}"
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
        ("import_module", "__import__")
    ):
        for argument in node.args[:1]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield node.lineno, argument.value


def unit_of(name: str) -> str:
    """Return the part of `bantin` a dotted name lies in; empty for a name of `bantin` itself."""
    unit = name.split(".")[1] if name.count(".") else ""
    return unit if unit in UNITS else ""


def find_violations(root: Path) -> list[str]:
    """Return every broken rule of a project, as `path:line: what`; empty when it holds."""
    modules = load_modules(root)
    scripts = {module.name.rpartition(".")[2] for module in modules if is_script(module)}
    found = [
        f"{module.path.relative_to(root).as_posix()}:{line}: {module.name} imports {name}: {why}"
        for module in modules
        for line, name in module.imports
        if (why := refuse(module, name, scripts))
    ]
    for module in modules:
        where = module.path.relative_to(root).as_posix()
        if is_bantin(module.name) and not module.has_docstring:
            found.append(f"{where}:1: no docstring")
        if is_bantin(module.name) and has_no_floor(module):
            found.append(f"{where}:1: on no floor of DESIGN; name it in FLOORS or move it")
    return [
        *found,
        *find_circles(modules),
        *find_doubles(modules, root),
        *find_folders(modules, root),
        *find_unused(modules, root),
        *find_long_files(root),
    ]


def refuse(module: Module, name: str, scripts: set[str]) -> str | None:
    """Return why a module may not import a name; None when it may."""
    top = name.split(".")[0]
    if is_script(module):
        return refuse_script(name, scripts)
    if top == "scripts" or (top in scripts and top not in sys.stdlib_module_names):
        return "nothing imports scripts"
    if not is_bantin(module.name):
        allowed = name.startswith("bantin.mkdocs") or top in sys.stdlib_module_names
        return None if allowed else "hooks only wire bantin.mkdocs"
    if top in ENGINES and module.unit != ADAPTER:
        return "only bantin.mkdocs knows the engine"
    if top == "publish":
        return "the way in is above everything"
    if not is_bantin(name):
        return None
    return refuse_unit(module.unit, unit_of(name)) or refuse_family(module.name, name)


def refuse_script(name: str, scripts: set[str]) -> str | None:
    top = name.split(".")[0]
    if top in ENGINES or name.startswith("bantin.mkdocs"):
        return "only MkDocs itself starts the adapter"
    if top in ("hooks", "publish"):
        return "scripts use bantin, not its hooks"
    if name.startswith("scripts.environment"):
        return None
    if top == "scripts" or (
        top in scripts and top not in (*sys.stdlib_module_names, "environment")
    ):
        return "scripts share bantin and environment, not each other"
    return None


def refuse_unit(importer: str, target: str) -> str | None:
    """Return why a unit of `bantin` may not import another; None when it may."""
    if target in (importer, ""):
        return None
    if importer == ADAPTER:
        return None
    if target == ADAPTER:
        return "the adapter is the top"
    if importer in SERVICES:
        below = BELOW_CHECKING if importer == "checking" else BELOW_SERVICES
        return None if target in below else f"{importer} stands on {below}"
    if target in SERVICES:
        return "services serve editors, not the building of the site"
    if (importer, target) == ("text", "errors"):
        return None
    if not importer:
        return "the package itself stays empty: importing it must load nothing"
    if FLOORS[target] >= FLOORS[importer]:
        return f"floor {FLOORS[importer]} may only use lower ones, not {FLOORS[target]}"
    return None


def refuse_family(importer: str, target: str) -> str | None:
    """Return why a family of outputs may not import another; None when it may."""
    one, other = family_of(importer), family_of(target)
    if not one or not other or other in (one, *OUTPUTS[one]):
        return None
    return f"outputs/{one} may know {OUTPUTS[one]}"


def family_of(name: str) -> str:
    """Return the folder of outputs that a dotted name lies in; empty for none."""
    parts = name.split(".")
    is_family = parts[:2] == ["bantin", "outputs"] and parts[2:] and parts[2] in OUTPUTS
    return parts[2] if is_family else ""


def is_script(module: Module) -> bool:
    return module.name.startswith("scripts.")


def is_bantin(name: str) -> bool:
    return name.split(".")[0] == "bantin"


def has_no_floor(module: Module) -> bool:
    """Tell whether the floors name neither its package nor, of outputs, its family."""
    parts = module.name.split(".")
    if parts[:2] == ["bantin", "outputs"] and len(parts) > 3:
        return parts[2] not in OUTPUTS
    return module.name != "bantin" and not module.unit


def find_circles(modules: list[Module]) -> list[str]:
    """Return a circle of packages that import each other, and one of files, where there are any."""
    names = {module.name for module in modules}
    packages: dict[str, set[str]] = {}
    files: dict[str, set[str]] = {}
    for module in modules:
        if is_bantin(module.name):
            targets = [name for _, name in module.imports if is_bantin(name)]
            units = set(map(unit_of, targets))
            packages.setdefault(module.unit, set()).update(units - {module.unit, ""})
            files[module.name] = {file_of(name, names) for name in targets} - {module.name, ""}
    return [
        f"{what} import each other in a circle: {' → '.join(circle)}"
        for what, graph in (("packages", packages), ("files", files))
        if (circle := find_circle(graph))
    ]


def find_circle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def file_of(name: str, modules: set[str]) -> str:
    """Return the module that a dotted name is, or stands in; empty for none."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name


def find_doubles(modules: list[Module], root: Path) -> list[str]:
    """Return every class that has the name of another one, leading underscores aside."""
    first: dict[str, str] = {}
    found = []
    for module in modules:
        for line, name in module.classes if is_bantin(module.name) else ():
            where = f"{module.path.relative_to(root).as_posix()}:{line}"
            other = first.setdefault(name.lstrip("_"), where)
            if other != where:
                found.append(f"{where}: class {name} has the name of one in {other}")
    return found


def find_folders(modules: list[Module], root: Path) -> list[str]:
    """Return every string that writes out a main folder, but where the folders are named."""
    named = [module for module in modules if module.name in (FOLDERS, SEARCH)]
    # "schema" and "api" are words of JSON and of Python too.
    plain = re.compile(r"nguoi|[a-z]+(-[a-z]+)+")
    names = {text for module in named for _, text in module.texts if plain.fullmatch(text)}
    # "ket-luan.json" is a file and "?nguoi=" a field of a form; both may be called so.
    folder = re.compile(rf"(?<![\w.-])(?:{'|'.join(names)})(?=[/|]|\)/|$)")
    return [
        f"{module.path.relative_to(root).as_posix()}:{line}: {text!r}: {FOLDERS} names folders"
        for module in modules
        if names and is_bantin(module.name) and module not in named
        for line, text in module.texts
        if folder.search(text)
    ]


def find_unused(modules: list[Module], root: Path) -> list[str]:
    """Return every function and class that only tests can use, or nobody."""
    used = frozenset[str]().union(*(module.uses for module in modules))
    return [
        f"{module.path.relative_to(root).as_posix()}:{line}: nothing uses {name}"
        for module in modules
        if is_bantin(module.name)
        for line, name in module.definitions
        if name not in used and name not in WAYS_IN
    ]


def find_long_files(root: Path) -> list[str]:
    found = []
    for folder, suffixes in CODE_SUFFIXES.items():
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                count = len(path.read_text(encoding="utf-8").splitlines())
                if count > LONGEST_FILE:
                    found.append(f"{path.relative_to(root).as_posix()}:1: {count} lines")
    return found
