import { constantValue } from '../../catalogue/constants';
import { tableOf } from '../../model/tableOf';
import { bindingOf, textOf } from '../code/code';
import { evaluate, isNumber } from '../code/evaluate';
import type { Literal, NumberForm, Program } from '../code/idioms';
import type { CallParts } from '../code/language';
import { unquote } from '../code/literals';
import { bare, type Node, partsOf } from '../code/tree';
import { fullName, kafkaClass, starOwners, staticOwner } from './types';

/** What a literal, a constant or a conversion says; undefined for names, arithmetic and all that only a run tells. */
export function literalOf(program: Program, node: Node): Literal | undefined {
  const text = textOf(node);
  switch (node.type) {
    case 'StringLiteral':
      return text.startsWith('"') ? { text: unquote(text), form: 'string' } : undefined;
    case 'IntegerLiteral':
      return integer(text);
    case 'FloatingPointLiteral':
      return numeric(Number(text.replace(/[_fFdD]/g, '')), 'double');
    case 'BooleanLiteral':
      return { text, form: 'boolean' };
    case 'CastExpression':
      return cast(program, node);
    case 'UnaryExpression':
      return negated(program, node);
    case 'Identifier':
      return imported(node);
    case 'FieldAccess':
      return member(node);
    case 'MethodInvocation':
      return called(program, node);
    default:
      return undefined;
  }
}

/** Kafka's own check of types tells a `long` from an `int`. */
function numeric(value: number, form: 'number' | 'long' | 'double', from?: Literal): Literal | undefined {
  return Number.isNaN(value) ? undefined : { text: String(value), form, ...(from?.fallback && { fallback: true }) };
}

function integer(source: string): Literal | undefined {
  const plain = source.replaceAll('_', '').replace(/[lL]$/, '');
  // With a zero in front it is octal, which nobody means.
  if (/^0\d/.test(plain)) return undefined;
  return numeric(Number(plain), /[lL]$/.test(source) ? 'long' : 'number');
}

function negated(program: Program, { children: [operator, operand] }: Node): Literal | undefined {
  const value = operand && operator && textOf(operator) === '-' ? evaluate(program, operand) : undefined;
  return value && isNumber(value) ? { ...value, text: String(-Number(value.text)) } : undefined;
}

/** `(int) Duration.ofMinutes(5).toMillis()`. */
function cast(program: Program, node: Node): Literal | undefined {
  const type = node.children.find((child) => child.type === 'PrimitiveType');
  const inner = node.children.at(-1);
  const value = type && inner ? evaluate(program, inner) : undefined;
  if (!type || !value || !isNumber(value)) return value;
  return { ...value, form: numberForm(textOf(type)) ?? 'number' };
}

/** What a type makes of a number; undefined for types that are no number. */
export function numberForm(type: string): NumberForm | undefined {
  if (/^(?:int|short|byte|Integer|Short|Byte)$/.test(type)) return 'number';
  if (/^(?:long|Long)$/.test(type)) return 'long';
  return /^(?:double|float|Double|Float)$/.test(type) ? 'double' : undefined;
}

function imported(name: Node): Literal | undefined {
  const constant = textOf(name);
  const owner = staticOwner(name);
  const owners = owner !== undefined ? [owner] : bindingOf(name) ? [] : starOwners(name);
  for (const one of owners) {
    const value = constantValue(one, constant);
    if (value !== undefined) return { text: value, form: 'string' };
  }
  return undefined;
}

const JAVAS: Readonly<Record<string, Literal>> = tableOf({
  'Boolean.TRUE': { text: 'true', form: 'boolean' },
  'Boolean.FALSE': { text: 'false', form: 'boolean' },
  'Integer.MAX_VALUE': { text: '2147483647', form: 'number' },
  'Integer.MIN_VALUE': { text: '-2147483648', form: 'number' },
  'Long.MAX_VALUE': { text: '9223372036854775807', form: 'long' },
  'Short.MAX_VALUE': { text: '32767', form: 'number' },
});

/** `ProducerConfig.ACKS_CONFIG`, `X.class`, `SecurityProtocol.SSL.name` and Java's own. */
function member(node: Node): Literal | undefined {
  const [object] = node.children;
  const last = node.children.at(-1);
  const java = JAVAS[textOf(node).replace(/\s/g, '')];
  if (java || !object || !last) return java;
  const name = textOf(last);
  if (name === 'class') {
    const whole = fullName(object);
    return whole === undefined ? undefined : { text: whole, form: 'enum' };
  }
  const owner = kafkaClass(object);
  const value = owner === undefined ? undefined : (constantValue(owner, name) ?? serdeConstant(owner, name));
  if (value !== undefined) return { text: value, form: 'string' };
  return name === 'name' || name === 'id' ? kafkaEnum(object, name) : undefined;
}

const SERDE_CLASS =
  /^(?:AbstractKafka(?:Avro|Schema)SerDe|Kafka(?:Avro|Json|JsonSchema|Protobuf)(?:Des|S)erializer)Config$/;

/** Confluent's serializers have settings of their own among those of the client. */
const SERDES: Readonly<Record<string, string>> = tableOf({
  SCHEMA_REGISTRY_URL_CONFIG: 'schema.registry.url',
  AUTO_REGISTER_SCHEMAS: 'auto.register.schemas',
  USE_LATEST_VERSION: 'use.latest.version',
  BASIC_AUTH_CREDENTIALS_SOURCE: 'basic.auth.credentials.source',
  USER_INFO_CONFIG: 'basic.auth.user.info',
  VALUE_SUBJECT_NAME_STRATEGY: 'value.subject.name.strategy',
  KEY_SUBJECT_NAME_STRATEGY: 'key.subject.name.strategy',
  SPECIFIC_AVRO_READER_CONFIG: 'specific.avro.reader',
});

function serdeConstant(owner: string, name: string): string | undefined {
  return SERDE_CLASS.test(owner) ? SERDES[name] : undefined;
}

/** Kafka's enumerations have a field `name` of what settings say. */
function kafkaEnum(constant: Node, field: string): Literal | undefined {
  const [type, , name] = constant.type === 'FieldAccess' ? constant.children : [];
  const owner = type && kafkaClass(type);
  if (!name || !owner) return undefined;
  if (owner === 'SecurityProtocol' && field === 'name') return { text: textOf(name), form: 'string' };
  return owner === 'CompressionType' && field === 'name'
    ? { text: textOf(name).toLowerCase(), form: 'string' }
    : undefined;
}

function called(program: Program, node: Node): Literal | undefined {
  const call = node.source.language.callParts(node);
  if (!call) return undefined;
  const { receiver, method, arguments: given } = call;
  const on = receiver ? textOf(receiver) : '';
  if (receiver && given.length === 0) return converted(program, receiver, method);
  const [first] = given;
  if (!first) return undefined;
  if (receiver && /^(?:String|Integer|Long|Boolean|Short)$/.test(on)) return boxed(program, on, method, first);
  if (/^(?:Arrays\.asList|Collections\.singletonList|(?:Immutable)?List\.of)$/.test(`${on}.${method}`))
    return list(program, given);
  if (on === 'String' && method === 'join') return undefined;
  return duration(program, call) ?? prefixed(program, call) ?? fallback(program, call);
}

function converted(program: Program, receiver: Node, method: string): Literal | undefined {
  switch (method) {
    case 'getName':
    case 'getCanonicalName':
    case 'getTypeName': {
      const value = evaluate(program, receiver);
      return value?.form === 'enum' ? { text: value.text, form: 'string' } : undefined;
    }
    case 'toString':
    case 'trim':
      return asText(evaluate(program, receiver));
    case 'name':
      return kafkaEnum(receiver, 'name');
    case 'toLowerCase':
    case 'toUpperCase': {
      const value = enumName(receiver) ?? evaluate(program, receiver);
      if (value?.form !== 'string') return undefined;
      return { ...value, text: method === 'toLowerCase' ? value.text.toLowerCase() : value.text.toUpperCase() };
    }
    case 'intValue':
    case 'longValue': {
      const value = evaluate(program, receiver);
      return value && { ...value, form: method === 'longValue' ? 'long' : 'number' };
    }
    case 'toMillis':
    case 'toSeconds':
    case 'getSeconds':
      return durationIn(program, receiver, method === 'toMillis' ? 1 : 1000);
    default:
      return undefined;
  }
}

/** `OffsetResetStrategy.EARLIEST.name()`. */
function enumName(node: Node): Literal | undefined {
  const call = node.source.language.callParts(node);
  const constant = call?.receiver;
  if (constant?.type !== 'FieldAccess' || !/^(?:name|toString)$/.test(call?.method ?? '')) return undefined;
  const [type, , name] = constant.children;
  const isConstant = type && name && kafkaClass(type) !== undefined && /^[A-Z][A-Z_\d]*$/.test(textOf(name));
  return isConstant ? { text: textOf(name), form: 'string' } : undefined;
}

function asText(value: Literal | undefined): Literal | undefined {
  if (!value || value.form === 'enum' || value.form === 'list') return undefined;
  return { ...value, form: 'string' };
}

function boxed(program: Program, type: string, method: string, argument: Node): Literal | undefined {
  if (!/^(?:valueOf|toString|parse(?:Int|Long|Boolean|Short))$/.test(method)) return undefined;
  const value = evaluate(program, argument);
  if (!value || type === 'String' || method === 'toString') return asText(value);
  if (type === 'Boolean') return { ...value, form: 'boolean' };
  return numeric(Number(value.text), type === 'Long' || method === 'parseLong' ? 'long' : 'number', value);
}

/** Kafka's own lists, with commas between their elements; undefined as soon as one of them is unknown. */
function list(program: Program, elements: readonly Node[]): Literal | undefined {
  const texts: string[] = [];
  for (const element of elements) {
    const value = evaluate(program, element);
    if (!value || value.form === 'list' || value.fallback) return undefined;
    texts.push(value.text);
  }
  return { text: texts.join(','), form: 'list' };
}

const MILLISECONDS: Readonly<Record<string, number>> = tableOf({
  ofMillis: 1,
  ofSeconds: 1000,
  ofMinutes: 60_000,
  ofHours: 3_600_000,
  ofDays: 86_400_000,
  MILLISECONDS: 1,
  SECONDS: 1000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
});

/** `Duration.ofMinutes(5)` before it is asked for a number. */
function durationIn(program: Program, node: Node, divisor: number): Literal | undefined {
  const call = node.source.language.callParts(bare(node));
  const factor = call?.receiver && textOf(call.receiver) === 'Duration' ? MILLISECONDS[call.method] : undefined;
  const [argument] = call?.arguments ?? [];
  const value = factor !== undefined && argument ? evaluate(program, argument) : undefined;
  return value && isNumber(value) && factor !== undefined
    ? numeric((Number(value.text) * factor) / divisor, 'long', value)
    : undefined;
}

/** `TimeUnit.MINUTES.toMillis(5)`. */
function duration(program: Program, { receiver, method, arguments: [argument] }: CallParts): Literal | undefined {
  const unit = receiver && /^TimeUnit\s*\.\s*([A-Z]+)$/.exec(textOf(receiver))?.[1];
  const factor = unit !== undefined && method === 'toMillis' ? MILLISECONDS[unit] : undefined;
  const value = factor !== undefined && argument ? evaluate(program, argument) : undefined;
  return value && isNumber(value) && factor !== undefined
    ? numeric(Number(value.text) * factor, 'long', value)
    : undefined;
}

const PREFIXES: Readonly<Record<string, string>> = tableOf({
  producerPrefix: 'producer.',
  consumerPrefix: 'consumer.',
  mainConsumerPrefix: 'main.consumer.',
  restoreConsumerPrefix: 'restore.consumer.',
  globalConsumerPrefix: 'global.consumer.',
  adminClientPrefix: 'admin.',
  topicPrefix: 'topic.',
});

/** `StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG)`. */
function prefixed(program: Program, { receiver, method, arguments: [argument] }: CallParts): Literal | undefined {
  const prefix = PREFIXES[method];
  const isStreams = !receiver || kafkaClass(receiver) === 'StreamsConfig';
  const value = prefix !== undefined && isStreams && argument ? evaluate(program, argument) : undefined;
  return value?.form === 'string' ? { text: `${prefix}${value.text}`, form: 'string' } : undefined;
}

/** `System.getProperty("name", "default")` and the like: it holds as long as nobody says otherwise. */
function fallback(program: Program, { receiver, method, arguments: given }: CallParts): Literal | undefined {
  const on = receiver ? textOf(receiver) : '';
  const isKnown =
    (on === 'System' && method === 'getProperty') || (/^System\.getenv\(\)$/.test(on) && method === 'getOrDefault');
  const [, last] = given;
  const value = isKnown && last ? evaluate(program, last) : undefined;
  return value && { ...value, fallback: true };
}

export function argumentsOf(creation: Node): readonly Node[] {
  const list = creation.children.find((child) => child.type === 'ArgumentList');
  return list ? partsOf(list) : [];
}
