import type { ClientLibrary } from '../../model/scope';
import { bindingOf, type Code, textOf } from './code';
import { memberName } from './follow';
import { unquote } from './literals';
import { bare, childOf, type Node } from './tree';

/** A thing of a module: `{ module: 'kafkajs', path: ['Kafka'] }`. */
export interface Imported {
  readonly module: string;
  readonly path: readonly string[];
}

/** Where an expression comes from, through `import`, `require`, namespaces and renames. */
export function importedBy(code: Code, node: Node, depth = 0): Imported | undefined {
  const expression = bare(node);
  if (depth > 6) return undefined;
  switch (expression.type) {
    case 'VariableName':
    case 'TypeName':
      return importOfName(code, expression, depth);
    case 'MemberExpression':
    case 'IndexedType': {
      const [object] = expression.children;
      const from = object && importedBy(code, object, depth + 1);
      const name = memberName(code, expression);
      return from && name !== undefined ? { module: from.module, path: [...from.path, name] } : undefined;
    }
    case 'CallExpression':
      return requiredBy(code, expression);
    case 'DynamicImport':
      return loadedBy(code, expression);
    default:
      return undefined;
  }
}

function importOfName(code: Code, name: Node, depth: number): Imported | undefined {
  const binding = bindingOf(code, name);
  if (!binding) return undefined;
  if (binding.module !== undefined) return { module: binding.module, path: binding.path };
  if (binding.kind !== 'variable' || !binding.init) return undefined;
  const from = importedBy(code, binding.init, depth + 1);
  return from && { module: from.module, path: [...from.path, ...binding.path] };
}

function requiredBy(code: Code, call: Node): Imported | undefined {
  const [callee, list] = call.children;
  return callee && list && textOf(code, callee) === 'require' ? loadedBy(code, list) : undefined;
}

function loadedBy(code: Code, list: Node): Imported | undefined {
  const name = childOf(list, 'String');
  return name && { module: unquote(textOf(code, name)), path: [] };
}

/** The client library that an imported thing belongs to. */
export function libraryOf({ module, path }: Imported): ClientLibrary | undefined {
  if (/^(?:@[\w.-]+\/)?kafkajs$/.test(module)) return 'kafkajs';
  if (module === '@confluentinc/kafka-javascript') return path[0] === 'KafkaJS' ? 'confluent' : 'rdkafka';
  if (module === 'node-rdkafka') return 'rdkafka';
  return module === '@platformatic/kafka' ? 'platformatic' : undefined;
}

/** The name within its library: `Kafka` for `KafkaJS.Kafka`, and for what a default import gives. */
export function exportName({ path }: Imported): string | undefined {
  return path.findLast((part) => part !== 'KafkaJS' && part !== 'default');
}
