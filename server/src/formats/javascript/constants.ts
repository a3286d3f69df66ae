import { enumValue } from '../../catalogue/clients';
import type { LiteralForm } from '../../model/entry';
import { tableOf } from '../../model/tableOf';
import { bindingOf, type Code, textOf } from '../code/code';
import type { Node } from '../code/tree';
import { exportName, importedBy, libraryOf } from './imports';
import { memberName } from './properties';

const NUMBERS: Readonly<Record<string, number>> = tableOf({
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MAX_VALUE: Number.MAX_VALUE,
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
});

/** `CompressionTypes.GZIP` and `Number.MAX_SAFE_INTEGER`. */
export function constantOf(code: Code, node: Node): { text: string; form: LiteralForm } | undefined {
  const [object] = node.children;
  const name = node.type === 'MemberExpression' ? memberName(node) : undefined;
  if (!object || name === undefined) return undefined;
  if (textOf(object) === 'Number') {
    const number = NUMBERS[name];
    return number === undefined ? undefined : { text: String(number), form: 'number' };
  }
  const imported = importedBy(code, object);
  const enumeration = imported ? exportName(imported) : unboundName(object);
  const library = imported && libraryOf(imported);
  if (imported && !library) return undefined;
  const client = library && library !== 'java' && library !== 'nest' ? library : 'kafkajs';
  const value = enumValue(client, `${enumeration ?? ''}.${name}`);
  return value === undefined ? undefined : { text: String(value), form: 'enum' };
}

/** A name that the file does not declare, as in a fragment of code. */
function unboundName(node: Node): string | undefined {
  return node.type === 'VariableName' && !bindingOf(node) ? textOf(node) : undefined;
}
