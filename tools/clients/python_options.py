"""Prints the options of a Python client's classes as JSON, read from its source without running any of it.

Arguments: the folder with the package, then `call=file:Class` for each class. Options are the keys of the class's DEFAULT_CONFIG,
or else the keyword parameters of its constructor.
"""

import ast
import json
import sys


def text_of(node, constants):
    """A default as code would write it; None for what a reader would not type."""
    if isinstance(node, ast.Name):
        return text_of(constants[node.id], constants) if node.id in constants else None
    if isinstance(node, ast.Constant):
        return None if node.value is None else str(node.value) if not isinstance(node.value, str) else node.value
    if isinstance(node, (ast.BinOp, ast.UnaryOp)):
        try:
            return str(eval(compile(ast.Expression(node), "default", "eval"), {"__builtins__": {}}))
        except Exception:
            return None
    if isinstance(node, ast.Tuple) and all(isinstance(one, ast.Name) for one in node.elts):
        return f"[{', '.join(one.id for one in node.elts)}]"
    return "float('inf')" if ast.unparse(node) == "float('inf')" else None


def options_of(path, name):
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value, ast.Constant)
    }
    made = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    for node in made.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "DEFAULT_CONFIG":
            return [
                {"name": key.value, "default": text_of(value, constants)}
                for key, value in zip(node.value.keys, node.value.values)
            ]
    start = next(node for node in made.body if isinstance(node, ast.FunctionDef) and node.name == "__init__")
    pairs = zip(start.args.kwonlyargs, start.args.kw_defaults)
    return [{"name": one.arg, "default": text_of(value, constants)} for one, value in pairs if value]


def main(folder, *calls):
    found = {}
    for one in calls:
        call, place = one.split("=")
        file, name = place.split(":")
        found[call] = options_of(f"{folder}/{file}", name)
    json.dump(found, sys.stdout)


main(*sys.argv[1:])
