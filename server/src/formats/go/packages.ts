import type { ClientLibrary } from '../../model/scope';
import { bindingOf, textOf } from '../code/code';
import { childOf, type Node } from '../code/tree';

const LIBRARIES: readonly (readonly [RegExp, ClientLibrary, string])[] = [
  [
    /^github\.com\/confluentinc\/confluent-kafka-go(?:\/v\d)?\/kafka$/,
    'rdkafka',
    'github.com/confluentinc/confluent-kafka-go',
  ],
  [/^github\.com\/segmentio\/kafka-go$/, 'kafka-go', 'github.com/segmentio/kafka-go'],
  [/^github\.com\/(?:IBM|Shopify)\/sarama$/, 'sarama', 'github.com/IBM/sarama'],
  [/^github\.com\/twmb\/franz-go\/pkg\/kgo$/, 'franz-go', 'github.com/twmb/franz-go'],
];

/** A name of a library's package, such as `kafka.NewWriter`. */
export interface PackageName {
  readonly library: ClientLibrary;
  readonly package: string;
  /** What the file calls the package. */
  readonly alias: string;
  readonly name: string;
}

/** What a selector or a type means, where it is a name of a client library's package. */
export function packageName(node: Node): PackageName | undefined {
  const [object] = node.type === 'SelectorExpr' || node.type === 'QualifiedType' ? node.children : [];
  const name = node.children.at(-1);
  const binding = object?.type === 'VariableName' ? bindingOf(object) : undefined;
  const found = binding?.kind === 'import' && LIBRARIES.find(([pattern]) => pattern.test(binding.module ?? ''));
  if (!found || !object || !name) return undefined;
  const [, library, from] = found;
  return { library, package: from, alias: textOf(object), name: textOf(name) };
}

/** The type of a composite literal. */
export function literalType(node: Node): PackageName | undefined {
  const type = node.type === 'TypedLiteral' ? childOf(node, 'QualifiedType') : undefined;
  return type && packageName(type);
}

/** The function of a library that a call calls. */
export function calledName(node: Node): PackageName | undefined {
  const [callee] = node.type === 'CallExpr' ? node.children : [];
  return callee && packageName(callee);
}
