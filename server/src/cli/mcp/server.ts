import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { describeFindings } from '../../features/assistant/describeFindings';
import { explainKey } from '../../features/assistant/explainKey';
import { suggestFixes } from '../../features/assistant/suggestFixes';
import { ROLES } from '../../model/scope';
import { parseVersion } from '../../model/version';
import { RULES } from '../../rules/index.generated';
import type { Looks } from '../live/looks';
import { rulePage } from '../rulePage';
import { addClusterTools } from './clusterTools';
import { openSource } from './openSource';
import { READ_ONLY, refused, structured, text } from './results';

/** The longest text that is taken, in characters: the largest of real configurations have a tenth of it. */
const LONGEST_TEXT = 1_000_000;
const RULE_URI = 'kafka-lint://rules/';

const PATH = z.string().max(4096);
const SOURCE = {
  path: PATH.describe(
    'Path of the file, relative to the working directory. With `text`, a name that tells the format.',
  ),
  text: z.string().max(LONGEST_TEXT).optional().describe('The text to lint in place of what the file has on disk.'),
  role: z.enum(ROLES).optional().describe('What the file configures, where its name and keys do not show it.'),
  kafkaVersion: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional()
    .describe('The Kafka release line, such as 3.9, where the workspace does not show it.'),
};

/**
 * The server of the Model Context Protocol: the linter's knowledge for assistants. It reads files and the one cluster that it
 * was started for, if any; it writes nothing and connects to nothing else.
 */
export function createMcpServer(cwd: string, version: string, looks?: Looks): McpServer {
  const server = new McpServer({ name: 'kafka-config-lint', title: 'Kafka Config Lint', version });
  addLinting(server, cwd);
  addExplanations(server);
  addRules(server);
  if (looks) addClusterTools(server, looks);
  return server;
}

function addLinting(server: McpServer, cwd: string): void {
  const open = ({ kafkaVersion, ...source }: z.infer<z.ZodObject<typeof SOURCE>>) => {
    const version = kafkaVersion === undefined ? undefined : parseVersion(kafkaVersion);
    return openSource(cwd, { ...source, kafkaVersion: version });
  };
  server.registerTool(
    'lint_kafka_config',
    {
      title: 'Lint Kafka configuration',
      description:
        'Checks a Kafka configuration file, or code that configures Kafka clients, for mistakes and anti-patterns. Call it after writing or changing any Kafka configuration.',
      inputSchema: SOURCE,
      annotations: READ_ONLY,
    },
    (source) => {
      const opened = open(source);
      return structured({ ...describeFindings(opened?.document, opened?.resolved.lint ?? NO_SETTINGS) });
    },
  );
  server.registerTool(
    'suggest_fixes',
    {
      title: 'Suggest fixes for Kafka configuration',
      description:
        'Gives the fixes of all findings as edits. Safe fixes weaken neither delivery guarantees, security nor ordering; each other fix needs a decision. Nothing is written.',
      inputSchema: SOURCE,
      annotations: READ_ONLY,
    },
    (source) => {
      const opened = open(source);
      if (!opened) return structured({ fixes: [], applied: 0 });
      const suggested = suggestFixes(opened.document, opened.resolved.lint, opened.parse);
      const { fixedText: _, ...edits } = suggested;
      // The whole text goes back only to whoever has it: a file on disk may hold secrets.
      return structured(source.text === undefined ? edits : { ...suggested });
    },
  );
}

function addExplanations(server: McpServer): void {
  server.registerTool(
    'explain_kafka_key',
    {
      title: 'Explain a Kafka configuration key',
      description:
        'Meaning, type, default, range, unit and history of one configuration key, from the definitions in Kafka itself (2.8 to the newest).',
      inputSchema: { key: z.string().max(300), role: SOURCE.role, kafkaVersion: SOURCE.kafkaVersion },
      annotations: READ_ONLY,
    },
    ({ key, role, kafkaVersion }) => {
      const told = explainKey(key, role, kafkaVersion);
      return told ? text(told) : refused(`Kafka has no configuration key "${key}" in any covered version.`);
    },
  );
  server.registerTool(
    'explain_rule',
    {
      title: 'Explain a rule',
      description: 'The page of one rule: what it finds, why that matters, examples, and when to ignore it.',
      inputSchema: { rule: z.string().max(100).describe('The id of a rule, such as producer/no-batching.') },
      annotations: READ_ONLY,
    },
    ({ rule }) => {
      const page = rulePage(rule);
      return page ? text(page) : refused(`There is no rule "${rule}".`);
    },
  );
}

function addRules(server: McpServer): void {
  const list = () => ({
    resources: RULES.map(({ id, summary }) => ({
      uri: `${RULE_URI}${id}`,
      name: id,
      description: summary,
      mimeType: 'text/markdown',
    })),
  });
  const template = new ResourceTemplate(`${RULE_URI}{area}/{name}`, { list });
  server.registerResource('rules', template, { title: 'Rules', mimeType: 'text/markdown' }, (uri) => {
    const page = rulePage(uri.href.slice(RULE_URI.length));
    if (!page) throw new Error(`There is no rule at ${uri.href}.`);
    return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: page }] };
  });
}

const NO_SETTINGS = { severityOf: () => undefined };
