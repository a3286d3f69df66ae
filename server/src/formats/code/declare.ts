import type { Binding, SourceText } from './code';
import { isFunction, type Node } from './tree';

/** Declares a name for the block around a node. */
export type Declare = (at: Node, binding: Omit<Binding, 'name' | 'assigned' | 'changed'>) => void;

export function declarer({ text, language, scopes, names: everywhere }: SourceText): Declare {
  return (at, binding) => {
    let scope: Node | undefined = at;
    while (scope?.parent && !language.blocks.has(scope.type) && !isFunction(scope)) scope = scope.parent;
    if (!scope) return;
    const names = scopes.get(scope) ?? new Map<string, Binding>();
    scopes.set(scope, names);
    const name = text.slice(binding.node.start, binding.node.end);
    if (names.has(name)) return;
    const declared: Binding = { ...binding, name, assigned: [], changed: [] };
    names.set(name, declared);
    const others = everywhere.get(name);
    if (others) others.push({ scope, binding: declared });
    else everywhere.set(name, [{ scope, binding: declared }]);
  };
}
