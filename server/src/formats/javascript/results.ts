import type { ResultRead } from '../../model/call';
import { type Binding, bindingOf, type Code } from './code';
import { memberName } from './follow';
import { bare, type Node, walk } from './tree';
import { callbackOf, parametersOf } from './usage';

/** The properties that are read from a call's result, or from the elements of it. */
export function readsOf(code: Code, call: Node): ResultRead[] {
  const holders = holdersOf(code, call);
  if (holders.size === 0) return [];
  const reads: ResultRead[] = [];
  walk(code.root, (node) => {
    if (node.type !== 'MemberExpression') return undefined;
    const [object] = node.children;
    const name = memberName(code, node);
    const last = node.children.at(-1);
    if (!object || !last || name === undefined || object.type !== 'VariableName') return undefined;
    const binding = bindingOf(code, object);
    if (binding && holders.has(binding)) reads.push({ name, span: { start: last.start, end: last.end } });
    return undefined;
  });
  return reads;
}

/** The variable that takes the result, and the names of its elements in loops and callbacks. */
function holdersOf(code: Code, call: Node): ReadonlySet<Binding> {
  const holders = new Set<Binding>();
  for (const names of code.scopes.values()) {
    for (const binding of names.values())
      if (binding.path.length === 0 && binding.init && bare(binding.init) === call) holders.add(binding);
  }
  if (holders.size === 0) return holders;
  const isHeld = (node: Node): boolean => {
    const binding = node.type === 'VariableName' ? bindingOf(code, node) : undefined;
    return binding !== undefined && holders.has(binding);
  };
  for (const names of code.scopes.values()) {
    for (const binding of names.values()) {
      if (binding.kind === 'element' && binding.init && isHeld(bare(binding.init))) holders.add(binding);
      if (binding.kind !== 'parameter') continue;
      const made = binding.node.parent?.parent;
      const callback = made && callbackOf(code, made);
      const isFirst = made && parametersOf(made)[0] === binding.node;
      if (callback && isFirst && isHeld(bare(callback.receiver))) holders.add(binding);
    }
  }
  return holders;
}
