/**
 * What differs between releases, the newest first: `call option` -> since which release it is there, until which it was, and
 * the defaults that held before a release. Releases are told as `3.0`, the line in which a difference was first seen.
 */
export function historyOf(releases) {
  const history = {};
  const names = new Set(releases.flatMap(({ calls }) => pairsOf(calls).map(([id]) => id)));
  const oldest = releases.length - 1;
  for (const id of names) {
    const [call, name] = id.split(' ');
    const seen = releases.map(({ calls }) => (calls[call] ?? []).find((option) => option.name === name));
    const first = seen.findLastIndex(Boolean);
    const last = seen.findIndex(Boolean);
    const facts = {
      ...(first < oldest && { since: line(releases[first].version) }),
      ...(last > 0 && { until: line(releases[last - 1].version) }),
      ...defaultsOf(releases, seen),
    };
    if (Object.keys(facts).length > 0) history[id] = facts;
  }
  return history;
}

function pairsOf(calls) {
  return Object.entries(calls).flatMap(([call, options]) => options.map((option) => [`${call} ${option.name}`]));
}

/** The default before each release that changed it. */
function defaultsOf(releases, seen) {
  const before = {};
  for (let index = 0; index < releases.length - 1; index++) {
    const [newer, older] = [seen[index], seen[index + 1]];
    if (!newer || !older || newer.default === older.default) continue;
    before[line(releases[index].version)] = older.default ?? '';
  }
  return Object.keys(before).length > 0 ? { before } : {};
}

function line(version) {
  return version.split('.').slice(0, 2).join('.');
}
