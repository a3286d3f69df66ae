/**
 * Packs the dumps of all versions: each distinct definition once, and for each key of each role the runs of
 * versions that share a definition, as [index of the first version, definition, …]; -1 stands for "not there".
 * Classes stand below their packages, each with its kinds and, unless all have it, the indexes of the first version that
 * has it and of the first that no longer does.
 */
export function compact(dumps) {
  const definitions = new Map();
  const versions = dumps.map((dump) => dump.version);
  const names = [...new Set(dumps.flatMap((dump) => Object.keys(dump.roles)))].filter((name) => name !== 'synonyms');
  const roles = names.map((name) => [name, packRole(dumps, name, definitions)]);
  const synonyms = dumps.at(-1).roles.synonyms;
  const parts = [
    `"versions":${JSON.stringify(versions)}`,
    `"synonyms":${JSON.stringify(synonyms)}`,
    `"classes":{\n${packClasses(dumps).join(',\n')}\n}`,
    `"definitions":[\n${[...definitions.keys()].join(',\n')}\n]`,
    `"roles":{\n${roles.map(([name, keys]) => `${JSON.stringify(name)}:{\n${keys.join(',\n')}\n}`).join(',\n')}\n}`,
  ];
  return `{${parts.join(',\n')}}\n`;
}

function packRole(dumps, role, definitions) {
  const keys = [...new Set(dumps.flatMap((dump) => Object.keys(dump.roles[role])))].sort();
  return keys.map((key) => {
    const runs = [];
    let last = -1;
    dumps.forEach((dump, index) => {
      // A release that tells nothing of a role at all is taken to be as the one before.
      if (Object.keys(dump.roles[role]).length === 0) return;
      const facts = dump.roles[role][key];
      const definition = facts ? indexOf(facts, definitions) : -1;
      if (definition !== last) runs.push(index, definition);
      last = definition;
    });
    return `${JSON.stringify(key)}:${JSON.stringify(runs)}`;
  });
}

/** [type, importance, default or 0 when required, constraint or 0, update mode or 0, internal or 0], shortened at the end. */
function indexOf(facts, definitions) {
  const packed = [
    facts.type,
    facts.importance,
    'default' in facts ? facts.default : 0,
    facts.constraint ?? 0,
    facts.update ?? 0,
    facts.internal ? 1 : 0,
  ];
  while (packed.at(-1) === 0 && packed.length > 3) packed.pop();
  const text = JSON.stringify(packed);
  if (!definitions.has(text)) definitions.set(text, definitions.size);
  return definitions.get(text);
}

function packClasses(dumps) {
  const names = [...new Set(dumps.flatMap(({ classes }) => Object.keys(classes)))].sort();
  const packages = new Map();
  for (const name of names) {
    const at = name.lastIndexOf('.') + 1;
    const ofPackage = packages.get(name.slice(0, at)) ?? {};
    packages.set(name.slice(0, at), { ...ofPackage, [name.slice(at)]: packClass(dumps, name) });
  }
  return [...packages].map(([name, classes]) => `${JSON.stringify(name)}:${JSON.stringify(classes)}`);
}

function packClass(dumps, name) {
  const kinds = dumps.findLast(({ classes }) => name in classes).classes[name];
  const since = dumps.findIndex(({ classes }) => name in classes);
  const last = dumps.findLastIndex(({ classes }) => name in classes);
  // What a release without Connect and Streams lacks tells nothing, as nothing follows the newest.
  const removed = dumps.findIndex(({ core }, index) => index > last && !core);
  if (removed !== -1) return [kinds, since, removed];
  return since > 0 ? [kinds, since] : [kinds];
}
