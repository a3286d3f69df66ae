import { readFileSync } from 'node:fs';
import { ts } from './compiler.mjs';
import { folderOf } from './packages.mjs';
import { readTypes } from './types.mjs';

const OBJECTS = {
  kafka: 'Kafka',
  producer: 'Producer',
  consumer: 'Consumer',
  admin: 'Admin',
  transaction: 'Transaction',
};

/**
 * The functions that take a call's options apart, the one that the call enters first, then those that it hands
 * options on to. The first says which options are read at all; defaults come from whichever has one.
 */
const READ_BY = {
  Kafka: [
    'index:constructor',
    'cluster/index:constructor',
    'broker/index:constructor',
    'network/connection:constructor',
  ],
  producer: ['index:producer', 'index:CREATE_CLUSTER', 'producer/index:exports', 'producer/eosManager/index:exports'],
  consumer: ['index:consumer', 'index:CREATE_CLUSTER', 'consumer/index:exports'],
  admin: ['index:admin'],
  send: [
    'producer/messageProducer:send',
    'producer/messageProducer:sendBatch',
    'broker/index:produce',
    'protocol/requests/produce/v3/request:exports',
  ],
  sendBatch: [
    'producer/messageProducer:sendBatch',
    'broker/index:produce',
    'protocol/requests/produce/v3/request:exports',
  ],
  subscribe: ['consumer/index:subscribe'],
  run: ['consumer/index:run'],
  seek: ['consumer/index:seek'],
  sendOffsets: ['producer/index:sendOffsets'],
  ...Object.fromEntries(
    ['alterConfigs', 'alterPartitionReassignments', 'createAcls', 'createPartitions', 'createTopics', 'deleteAcls']
      .concat(['deleteTopicRecords', 'deleteTopics', 'describeAcls', 'describeConfigs', 'fetchOffsets'])
      .concat(['fetchTopicMetadata', 'listPartitionReassignments', 'resetOffsets', 'setOffsets'])
      .map((name) => [name, [`admin/index:${name}`, `broker/index:${name}`]]),
  ),
};

/** Options whose names the declarations of one type share, though only the consumer reads them. */
const ONLY_FOR_CONSUMERS = ['retry.restartOnFailure'];

/** What KafkaJS declares, with the defaults of its source; fails where a declared option is never read. */
export function readKafkaJs() {
  const folder = folderOf('kafkajs');
  const { methods, calls, enums } = readTypes({ folder, file: 'types/index.d.ts', objects: OBJECTS });
  const retry = retryDefaults(folder);
  for (const [call, options] of Object.entries(calls)) {
    const functions = (READ_BY[call] ?? []).map((place) => readFunction(folder, place));
    if (functions.length === 0) continue;
    calls[call] = options
      .filter((option) => !(ONLY_FOR_CONSUMERS.includes(option.name) && ['producer', 'admin'].includes(call)))
      .map((option) => ({ ...option, ...defaultOf(option.name, functions, retry) }));
    checkRead(call, calls[call], functions[0]);
  }
  return { methods, calls, enums };
}

function checkRead(call, options, read) {
  if (read.size === 0) throw new Error(`Nothing takes the options of ${call} apart.`);
  const declared = options.map((one) => one.name).filter((name) => !/[.[]/.test(name));
  const unread = declared.filter((name) => !read.has(name));
  const undeclared = [...read.keys()].filter((name) => !declared.includes(name));
  if (unread.length + undeclared.length > 0) {
    throw new Error(`${call}: declared but not read: ${unread}; read but not declared: ${undeclared}`);
  }
}

function defaultOf(name, functions, retry) {
  if (name.startsWith('retry.')) {
    const value = retry[name.slice('retry.'.length)];
    return value === undefined ? {} : { default: String(value) };
  }
  const text = functions.map((one) => one.get(name)).find((one) => one !== undefined);
  return text === undefined ? {} : { default: text };
}

function retryDefaults(folder) {
  const source = parse(`${folder}/src/retry/defaults.js`);
  const found = {};
  visit(source, (node) => {
    if (ts.isPropertyAssignment(node)) found[node.name.getText()] = evaluate(node.initializer, source);
  });
  return found;
}

/** The options that a function takes apart, each with the text of its default or undefined. */
function readFunction(folder, place) {
  const [file, name] = place.split(':');
  const source = parse(`${folder}/src/${file}.js`);
  const options = new Map();
  visit(source, (node) => {
    if (!ts.isFunctionLike(node) || nameOf(node) !== name) return;
    const pattern = node.parameters[0]?.name;
    if (!pattern || !ts.isObjectBindingPattern(pattern)) return;
    for (const element of pattern.elements) {
      const option = (element.propertyName ?? element.name).getText();
      options.set(option, element.initializer && evaluate(element.initializer, source));
    }
  });
  return options;
}

function parse(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
}

function visit(node, action) {
  action(node);
  ts.forEachChild(node, (child) => visit(child, action));
}

function nameOf(node) {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name) return node.name.getText();
  let parent = node.parent;
  // `sendOffsets: guard(async () => …)` hands the function on.
  if (ts.isCallExpression(parent)) parent = parent.parent;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  if (ts.isBinaryExpression(parent)) return /(\w+)\]?$/.exec(parent.left.getText())?.[1];
  return undefined;
}

/** The text of a default that a user may know: numbers worked out, names of constants followed; undefined for others. */
function evaluate(node, source) {
  const text = node.getText();
  if (ts.isIdentifier(node)) return text === 'INFO' ? 'logLevel.INFO' : constant(text, source);
  if (ts.isStringLiteral(node)) return node.text;
  if (text === 'Types.None') return 'CompressionTypes.None';
  if (text === '[roundRobin]') return '[PartitionAssigners.roundRobin]';
  if (/^-?\d+$|^(true|false|null)$|^\d+\.\d+$/.test(text)) return text;
  const product = /^(\d+) \* (\d+)$/.exec(text);
  return product ? String(Number(product[1]) * Number(product[2])) : undefined;
}

function constant(name, source) {
  let value;
  visit(source, (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer)
      value = node.initializer.getText();
  });
  return value !== undefined && /^\d+$/.test(value) ? value : undefined;
}
