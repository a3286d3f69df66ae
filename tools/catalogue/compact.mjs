/**
 * Packs the dumps of all versions: each distinct definition once, and for each key of each role the runs of
 * versions that share a definition, as [index of the first version, definition, …]; -1 stands for "not there".
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
