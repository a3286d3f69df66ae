import * as l10n from '@vscode/l10n';
import { runningDocument } from '../../../server/src/cluster/document/runningDocument';
import { explainError } from '../../../server/src/cluster/explain/explainError';
import type { RunningConfig } from '../../../server/src/cluster/model';
import type { RunningName } from '../../../server/src/protocol/runningUri';
import type { Connections } from '../connections/connections';

/** The effective configuration as a text, or a comment that says why there is none. */
export async function runningContent(
  wanted: RunningName,
  connections: Pick<Connections, 'stateOf'>,
  now = Date.now,
): Promise<string> {
  const { cluster } = wanted;
  const state = connections.stateOf(cluster);
  if (state.kind !== 'connected') return remark(l10n.t('Connect {0} to read its configuration.', cluster));
  try {
    const { kind, name } = wanted;
    const layout = await state.cluster.layout();
    const { configs, problems } = await state.cluster.configsOf([{ kind, name }]);
    const config: RunningConfig | undefined = configs[0];
    if (!config)
      return remark(problems.join(' ') || l10n.t('There is no {0} {1} in {2} any more.', kind, name, cluster));
    return runningDocument(config, { cluster, layout, takenAt: now() });
  } catch (error) {
    const { message, whatToDo } = explainError(error);
    return remark(`${message} ${whatToDo}`.trim());
  }
}

function remark(text: string): string {
  return `# ${text.replace(/\p{Cc}/gu, ' ')}\n`;
}
