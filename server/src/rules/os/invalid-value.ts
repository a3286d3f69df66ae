import { settingAt } from '../../catalogue/catalogue';
import { machineSetting } from '../../catalogue/machine/machine';
import type { Reader } from '../../catalogue/reader';
import { parseValue } from '../../catalogue/typed';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'os/invalid-value',
  summary: 'The kernel does not accept the value of a parameter',
  severity: 'warning',
  roles: ['host'],
  sources: ['Linux documentation, sysctl/vm.rst, sysctl/net.rst, networking/ip-sysctl.rst'],
  *check(reader: Reader): Iterable<Report> {
    for (const entry of reader.scope.entries) {
      const expected = isParameter(entry) ? expectedFor(reader, entry) : undefined;
      if (!expected) continue;
      const message = `The kernel rejects "${entry.value.text.trim().slice(0, 40)}" for ${entry.writtenKey}: it must be ${expected}.`;
      yield { span: entry.value.span, message };
    }
  },
};

function isParameter({ key, value, overriddenBy }: Entry): boolean {
  return /^(?:vm|net|fs)\./.test(key) && value.kind === 'literal' && !overriddenBy;
}

/** What the parameter accepts, where it does not accept this value. */
function expectedFor(reader: Reader, { key, value }: Entry): string | undefined {
  const numbers = machineSetting('host', key)?.numbers;
  const text = value.text.trim();
  if (numbers !== undefined) {
    const isList = new RegExp(`^\\d+(?:\\s+\\d+){${numbers - 1}}$`).test(text);
    return isList ? undefined : `${numbers} whole numbers`;
  }
  const setting = settingAt('host', key, reader.version);
  if (!setting || setting.type === 'STRING') return undefined;
  const verdict = parseValue(setting, text);
  if (verdict.kind === 'wrong-type') return 'a whole number';
  if (verdict.kind !== 'out-of-range') return undefined;
  const { min, max } = verdict;
  return max === undefined ? `at least ${min}` : `from ${min} to ${max}`;
}
