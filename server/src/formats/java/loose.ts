import type { Role } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { type Binding, bindingOf, textOf } from '../code/code';
import type { Program } from '../code/idioms';
import { usesOf } from '../code/names';
import { type Settings, settingsOf, settledSettings } from '../code/settings';
import { childOf, type Node, nodesOf } from '../code/tree';
import { kafkaClass, starOwners, staticOwner } from './types';

interface Loose {
  readonly role?: Role;
  readonly node: Node;
  readonly settings: Settings;
}

/** The classes whose constants tell what they are put in for. */
const OWNERS: Readonly<Record<string, Role>> = tableOf({
  ProducerConfig: 'producer',
  ConsumerConfig: 'consumer',
  AdminClientConfig: 'admin',
  StreamsConfig: 'streams',
});

/**
 * Settings that the file makes for a client which it does not show, such as a map that a method returns. `seen` has the
 * places of those that belong to a client.
 */
export function looseSettings(program: Program, seen: ReadonlySet<number>): readonly Loose[] {
  const found: Loose[] = [];
  for (const { node, settings } of candidates(program)) {
    const fresh = settings.given.filter(({ whole }) => !seen.has(whole.start));
    if (fresh.length === 0 || fresh.length < settings.given.length) continue;
    const role = roleOf(settings);
    found.push({ ...(role && { role }), node, settings: { ...settings, complete: false } });
  }
  return found;
}

function candidates(program: Program): readonly Loose[] {
  const named = bindingsOf(program)
    .filter((binding) => isMap(binding) && usesOf(program, binding).length > 0)
    .map((binding) => ({ node: binding.node, settings: settledSettings(program, binding) }));
  const returned = nodesOf(program.root, 'ReturnStatement').flatMap((statement) => {
    const value = childOf(statement, 'MethodInvocation', 'ObjectCreationExpression');
    return value ? [{ node: value, settings: settingsOf(program, value) }] : [];
  });
  return [...named, ...returned];
}

function bindingsOf({ root }: Program): readonly Binding[] {
  return [...root.source.scopes.values()].flatMap((names) => [...names.values()]);
}

function isMap({ annotation, kind }: Binding): boolean {
  if (!annotation || kind === 'parameter') return false;
  const text = textOf(annotation);
  return text === 'Properties' || text === 'var' || /^\w*Map\b/.test(text);
}

/** The role that the constants of the keys agree upon. */
function roleOf({ given }: Settings): Role | undefined {
  const roles = new Set(given.flatMap(({ key }) => ownerOf(key) ?? []));
  const [only] = roles;
  return roles.size === 1 ? only : undefined;
}

function ownerOf(key: Node): Role | undefined {
  if (key.type === 'Identifier') {
    const owners = [staticOwner(key) ?? (bindingOf(key) ? [] : starOwners(key))].flat();
    return owners.length === 1 ? OWNERS[owners[0] ?? ''] : undefined;
  }
  const [object] = key.type === 'FieldAccess' ? key.children : [];
  const type = object && kafkaClass(object);
  return type === undefined ? undefined : OWNERS[type];
}
