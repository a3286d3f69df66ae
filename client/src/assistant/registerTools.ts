import * as l10n from '@vscode/l10n';
import {
  type Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  lm,
  MarkdownString,
  type Uri,
} from 'vscode';
import type { Server } from '../server';
import type { ClusterView } from '../sidebar/clusterView';
import { clusterFacts, consumerLag, type LagQuestion } from './clusterAnswers';
import { explainKey, explainRule, lintFile } from './linterAnswers';

interface FileQuestion {
  readonly path: string;
  readonly text?: string;
}

/** The tools that assistants in VS Code are offered: each only reads, and what reads a cluster asks first. */
export function registerLintTools(server: Server, extension: Uri): Disposable[] {
  return [
    lm.registerTool<FileQuestion>(
      'lint_kafka_config',
      answered((input) => lintFile(server, 'lint', input)),
    ),
    lm.registerTool<FileQuestion>(
      'suggest_fixes',
      answered((input) => lintFile(server, 'fixes', input)),
    ),
    lm.registerTool<{ key: string; role?: string; kafkaVersion?: string }>(
      'explain_kafka_key',
      answered((input) => explainKey(server, input)),
    ),
    lm.registerTool<{ rule: string }>(
      'explain_rule',
      answered(({ rule }) => explainRule(extension, rule)),
    ),
  ];
}

export function registerClusterTools(views: () => readonly ClusterView[]): Disposable[] {
  return [
    lm.registerTool<LagQuestion>('consumer_lag', {
      ...answered<LagQuestion>(async (input) => consumerLag(views(), input)),
      prepareInvocation: () => confirmation(l10n.t('the lag, topics and members of your consumer groups')),
    }),
    lm.registerTool<{ cluster?: string }>('cluster_facts', {
      ...answered<{ cluster?: string }>(async ({ cluster }) => clusterFacts(views(), cluster)),
      prepareInvocation: () => confirmation(l10n.t('the addresses of your brokers and their unhealthy partitions')),
    }),
  ];
}

function answered<T>(answer: (input: T) => Promise<string>): LanguageModelTool<T> {
  return {
    invoke: async ({ input }) => new LanguageModelToolResult([new LanguageModelTextPart(await answer(input))]),
  };
}

/** What a cluster shows goes to the assistant's maker, so that a person has to agree. */
function confirmation(what: string) {
  const message = new MarkdownString(
    l10n.t('The assistant will see {0}, as the sidebar shows them. Nothing is changed.', what),
  );
  return { confirmationMessages: { title: l10n.t('Read from connected Kafka clusters?'), message } };
}
