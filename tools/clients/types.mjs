import { fileURLToPath } from 'node:url';
import { ts } from './compiler.mjs';

const DEPTH = 4;
const TYPE_ROOTS = [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))];

/**
 * What type declarations tell: the methods of each object, and the options of each method's first parameter.
 * `objects` names the class or type of each object; `outside` are files whose properties are told elsewhere.
 * @param {{ folder: string, file: string, objects: Record<string, string>, outside?: readonly string[] }} source
 */
export function readTypes({ folder, file, objects, outside = [] }) {
  const program = ts.createProgram([`${folder}/${file}`], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    typeRoots: TYPE_ROOTS,
    types: ['node'],
  });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(`${folder}/${file}`)));
  const reader = { checker, folder, outside };
  const methods = {};
  const calls = {};
  for (const [object, name] of Object.entries(objects)) {
    const symbol = resolve(
      checker,
      exported.find((one) => one.name === name),
    );
    if (!symbol) throw new Error(`${file} exports no ${name}.`);
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    methods[object] = checker
      .getPropertiesOfType(type)
      .map((one) => one.name)
      .filter((one) => /^[a-zA-Z]/.test(one))
      .sort();
    addConstructor(reader, calls, name, symbol);
    for (const method of methods[object])
      addCalls(reader, calls, object, method, typeOfProperty(checker, type, method));
  }
  return { methods, calls, enums: enumsOf(checker, exported) };
}

function resolve(checker, symbol) {
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function typeOfProperty(checker, type, name) {
  return checker.getTypeOfSymbol(checker.getPropertyOfType(type, name));
}

function addConstructor(reader, calls, name, symbol) {
  if (!(symbol.flags & ts.SymbolFlags.Class)) return;
  const signatures = reader.checker.getTypeOfSymbol(symbol).getConstructSignatures();
  const options = optionsOf(reader, signatures);
  if (options.length > 0) calls[name] = options;
}

/** The same method on several objects must have the same options, so that a call is known by its method's name. */
function addCalls(reader, calls, object, method, type) {
  const options = optionsOf(reader, type.getCallSignatures());
  if (options.length === 0) return;
  const key =
    calls[method] && JSON.stringify(calls[method]) !== JSON.stringify(options) ? `${object}.${method}` : method;
  calls[key] = options;
}

function optionsOf(reader, signatures) {
  const found = new Map();
  for (const signature of signatures) {
    const parameter = signature.parameters[0];
    if (parameter) collect(reader, reader.checker.getTypeOfSymbol(parameter), '', DEPTH, found);
  }
  return [...found.values()];
}

function collect(reader, type, prefix, depth, found) {
  const { checker } = reader;
  const parts = constituents(type);
  const element = parts.map((part) => checker.isArrayType(part) && checker.getTypeArguments(part)[0]).find(Boolean);
  if (element) collect(reader, element, `${prefix}[]`, depth - 1, found);
  const objects = parts.filter((part) => isOwnObject(reader, part));
  for (const part of objects) {
    for (const property of checker.getPropertiesOfType(part)) {
      if (reader.outside.some((file) => declaredIn(property, file))) continue;
      if (property.name.startsWith('__')) continue;
      const path = prefix ? `${prefix}.${property.name}` : property.name;
      const declared = checker.getTypeOfSymbol(property);
      if (declared.flags & ts.TypeFlags.Never || isOnlyUndefined(declared)) continue;
      const everywhere = objects.every((one) => checker.getPropertyOfType(one, property.name));
      const required = everywhere && !(property.flags & ts.SymbolFlags.Optional);
      merge(found, path, required, kindsOf(checker, declared), valuesOf(declared));
      if (depth > 0) collect(reader, declared, path, depth - 1, found);
    }
  }
}

function merge(found, path, required, kinds, values) {
  const known = found.get(path);
  found.set(path, {
    name: path,
    required: known ? known.required && required : required,
    kinds: [...new Set([...(known?.kinds ?? []), ...kinds])].sort(),
    values: [...new Set([...(known?.values ?? []), ...values])],
  });
}

function constituents(type) {
  if (type.isUnion()) return type.types.flatMap(constituents);
  return [type];
}

function isOnlyUndefined(type) {
  return constituents(type).every((one) => one.flags & ts.TypeFlags.Undefined);
}

/** An object type of the package itself, whose properties are options; not a Buffer, a RegExp or a function. */
function isOwnObject({ checker, folder }, type) {
  if (type.getCallSignatures().length > 0 || checker.isArrayType(type)) return false;
  if (type.isIntersection()) return type.types.some((one) => isOwnObject({ checker, folder }, one));
  if (!(type.flags & ts.TypeFlags.Object)) return false;
  if (checker.getIndexInfosOfType(type).length > 0) return false;
  const symbol = type.symbol ?? type.aliasSymbol;
  if (symbol && symbol.flags & ts.SymbolFlags.Class) return false;
  // An object of nothing but methods, such as a logger or a client, is made elsewhere and handed over as it is.
  return checker.getPropertiesOfType(type).some((one) => declaredIn(one, folder) && !isMethod(checker, one));
}

function isMethod(checker, property) {
  return (
    checker.getTypeOfSymbol(property).getCallSignatures().length > 0 && !(property.flags & ts.SymbolFlags.Optional)
  );
}

function declaredIn(symbol, path) {
  return (symbol.declarations ?? []).some((one) => one.getSourceFile().fileName.includes(path));
}

function kindsOf(checker, type) {
  return constituents(type).flatMap((part) => {
    const flags = part.flags;
    if (flags & ts.TypeFlags.Undefined) return [];
    if (flags & ts.TypeFlags.Null) return ['null'];
    if (flags & ts.TypeFlags.StringLike) return ['string'];
    if (flags & ts.TypeFlags.BigIntLike) return ['bigint'];
    if (flags & ts.TypeFlags.NumberLike) return ['number'];
    if (flags & ts.TypeFlags.BooleanLike) return ['boolean'];
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return ['any'];
    if (part.getCallSignatures().length > 0) return ['function'];
    if (checker.isArrayType(part)) return kindsOf(checker, checker.getTypeArguments(part)[0]).map((one) => `${one}[]`);
    if (['Buffer', 'RegExp', 'Map', 'Date'].includes(part.symbol?.name)) return [part.symbol.name];
    return ['object'];
  });
}

/** The names of an enum's members, or the literal texts, that are the only values allowed. */
function valuesOf(type) {
  return constituents(type).flatMap((part) => {
    if (part.flags & ts.TypeFlags.EnumLiteral) return [`${part.symbol.parent?.name}.${part.symbol.name}`];
    if (part.flags & ts.TypeFlags.BooleanLiteral) return [];
    return part.flags & ts.TypeFlags.StringLiteral ? [part.value] : [];
  });
}

function enumsOf(checker, exported) {
  const enums = {};
  for (const one of exported.map((symbol) => resolve(checker, symbol))) {
    if (!(one.flags & ts.SymbolFlags.RegularEnum)) continue;
    const members = [...one.exports.values()].map((member) => [
      member.name,
      checker.getConstantValue(member.declarations[0]),
    ]);
    enums[one.name] = Object.fromEntries(members);
  }
  return enums;
}
