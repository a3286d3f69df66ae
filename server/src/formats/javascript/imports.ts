import type { ClientLibrary } from '../../model/scope';
import { bindingOf, type Code, spend } from '../code/code';
import { bare, type Node } from '../code/tree';
import { exportsOf } from './exported';
import { isRequire, moduleIn } from './modules';
import { memberName } from './properties';

/** A thing of a package: `{ module: 'kafkajs', path: ['Kafka'] }`. */
export interface Imported {
  readonly module: string;
  readonly path: readonly string[];
}

/** Where an expression or a type comes from, through imports, `require`, namespaces, renames and files that hand it on. */
export function importedBy(code: Code, node: Node): Imported | undefined {
  const expression = bare(node);
  if (!spend(code)) return undefined;
  switch (expression.type) {
    case 'VariableName':
    case 'VariableDefinition':
    case 'TypeName':
      return importOfName(code, expression);
    case 'MemberExpression':
    case 'IndexedType': {
      const [object] = expression.children;
      const from = object && importedBy(code, object);
      const name = memberName(expression);
      return from && name !== undefined ? ownOf(code, expression, from, [name]) : undefined;
    }
    case 'CallExpression':
      return isRequire(expression) ? importOfModule(expression) : undefined;
    case 'DynamicImport':
      return importOfModule(expression);
    default:
      return undefined;
  }
}

function importOfModule(node: Node): Imported | undefined {
  const module = moduleIn(node);
  return module === undefined ? undefined : { module, path: [] };
}

function importOfName(code: Code, name: Node): Imported | undefined {
  const binding = bindingOf(name);
  if (!binding) return undefined;
  const { module, path, kind, init } = binding;
  if (module !== undefined) return ownOf(code, name, { module, path: [] }, path);
  const isNamed = (kind === 'variable' || kind === 'type') && init;
  const from = isNamed ? importedBy(code, init) : undefined;
  return from && ownOf(code, name, from, path);
}

/** Of a file of the project, what it has got from elsewhere; a package's things are its own. */
function ownOf(
  code: Code,
  { source }: Node,
  { module, path }: Imported,
  more: readonly string[],
): Imported | undefined {
  const whole = { module, path: [...path, ...more] };
  const root = path.length === 0 && more.length > 0 ? code.fileOf(source, module) : undefined;
  const [name, ...rest] = more;
  if (!root || name === undefined) return whole;
  for (const one of exportsOf(root, name)) {
    const from = one.node ? importedBy(code, one.node) : ownOf(code, root, { module: one.module, path: [] }, one.path);
    if (from) return { module: from.module, path: [...from.path, ...rest] };
  }
  return whole;
}

/** True for what the file at hand has from a package rather than from the project. */
export function isOfPackage(code: Code, { source }: Node, { module }: Imported): boolean {
  return !/^(?:\.|[~@#]\/|src\/)/.test(module) && !code.fileOf(source, module);
}

/** The clients of NestJS's own that talk to Kafka and to nothing else. */
const NEST: ReadonlySet<string> = new Set(['ClientKafka', 'ClientKafkaProxy']);

/** The client library that an imported thing belongs to. */
export function libraryOf({ module, path }: Imported): ClientLibrary | undefined {
  if (/^(?:@[\w.-]+\/)?kafkajs$/.test(module)) return 'kafkajs';
  if (module === '@confluentinc/kafka-javascript') return path.includes('KafkaJS') ? 'confluent' : 'rdkafka';
  if (module === 'node-rdkafka') return 'rdkafka';
  if (module === '@nestjs/microservices') return NEST.has(path.at(-1) ?? '') ? 'nest' : undefined;
  return module === '@platformatic/kafka' ? 'platformatic' : undefined;
}

/** The name within its library: `Kafka` for `KafkaJS.Kafka`, and for what a default import gives. */
export function exportName({ path }: Imported): string | undefined {
  return path.findLast((part) => part !== 'KafkaJS' && part !== 'default');
}
