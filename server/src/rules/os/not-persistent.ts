import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';
import { lineOf } from '../support/lines';
import { readBy } from './support/readers';

export const rule: ScopeRule = {
  id: 'os/not-persistent',
  summary: 'A setting of the host is gone after a restart',
  severity: 'hint',
  roles: ['host'],
  sources: ['sysctl(8), sysctl.d(5)', 'bash(1), ulimit'],
  *check(reader: Reader, { document }: RuleContext): Iterable<Report> {
    const { machine, entries } = reader.scope;
    if (!readBy(reader, 'script') || machine?.persistent) return;
    const kept = document.scopes
      .filter((scope) => scope.machine?.persistent && scope !== reader.scope)
      .flatMap((scope) => scope.entries.map(plainKey));
    for (const entry of entries) {
      const isFiles = entry.key.startsWith('nofile');
      // What starts the broker hands its own limit on.
      if ((isFiles && machine?.process) || kept.includes(plainKey(entry))) continue;
      const message = isFiles
        ? 'This limit holds for this shell and what it starts only: set LimitNOFILE in the unit of the broker.'
        : `${nameOf(entry)} is lost with the next restart of the machine: ${remedyOf(entry)}.`;
      yield { span: entry.span, message, fixes: isFiles ? [] : keep(entry, document.text) };
    }
  },
};

/** Both sides of a limit are kept together. */
function plainKey({ key }: Entry): string {
  return key.replace(/^nofile\..*/, 'nofile');
}

function nameOf({ key, writtenKey }: Entry): string {
  return key.startsWith('queue/') ? key : writtenKey.replace(/^\/proc\/sys\//, '');
}

function remedyOf({ key }: Entry): string {
  return key.startsWith('queue/') ? 'set it in a rule of udev' : 'put it into a file of /etc/sysctl.d, too';
}

/** Writes the parameter into a file as well, behind the command that sets it at once. */
function keep({ key, value, span }: Entry, text: string): Fix[] {
  if (!/^(?:vm|net|fs|kernel)\./.test(key) || value.kind !== 'literal' || /['"\\]/.test(value.text)) return [];
  const { end } = lineOf(text, span);
  const isEnded = /[\r\n]$/.test(text.slice(0, end));
  // A line that goes on cannot have another command behind it.
  if (/\\$/.test(text.slice(0, end).trimEnd())) return [];
  const start = text.lastIndexOf('\n', span.start) + 1;
  const [indentation = '', sudo = ''] = /^([ \t]*)(sudo )?/.exec(text.slice(start))?.slice(1) ?? [];
  const file = '/etc/sysctl.d/90-kafka.conf';
  const line = `echo '${key} = ${value.text.trim()}' ${sudo ? `| sudo tee -a ${file}` : `>> ${file}`}`;
  const edit = {
    kind: 'text',
    span: { start: end, end },
    newText: isEnded ? `${indentation}${line}\n` : `\n${indentation}${line}`,
  } as const;
  return [{ title: `Keep ${key} in ${file}`, safe: false, edits: [edit] }];
}
