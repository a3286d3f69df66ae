import { MACHINE_ROLES, type Role } from '../../model/scope';
import { CATALOGUE_VERSIONS } from '../data';
import type { Setting, SettingHistory } from '../types';
import { HOST_SETTINGS } from './host';
import { JVM_SETTINGS } from './jvm';
import type { MachineSetting } from './setting';

export type MachineRole = (typeof MACHINE_ROLES)[number];

const TABLES: Readonly<Record<MachineRole, Readonly<Record<string, MachineSetting>>>> = {
  host: HOST_SETTINGS,
  jvm: JVM_SETTINGS,
};

export function isMachineRole(role: Role): role is MachineRole {
  return MACHINE_ROLES.some((one) => one === role);
}

export function machineSetting(role: MachineRole, key: string): MachineSetting | undefined {
  return TABLES[role][plainKey(key)];
}

/** `nofile.soft` and `nofile.hard` are the two sides of one limit. */
function plainKey(key: string): string {
  return key.replace(/^(nofile|nproc|memlock)\.(?:soft|hard)$/, '$1');
}

export function machineKeys(role: MachineRole): readonly string[] {
  return Object.keys(TABLES[role]).sort();
}

/** Linux and the JDK do not go by Kafka's versions: each setting is there in all of them. */
export function machineHistory(role: MachineRole, key: string): SettingHistory | undefined {
  const found = machineSetting(role, key);
  const since = CATALOGUE_VERSIONS[0];
  if (!found || !since) return undefined;
  const setting = settingOf(key, found);
  return { key, since, at: () => setting, defaults: () => [{ from: since, value: found.default }] };
}

function settingOf(key: string, { type, importance, default: standard, range, oneOf }: MachineSetting): Setting {
  const [min, max] = range ?? [];
  const constraint = {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(oneOf && { oneOf }),
  };
  return { key, type, importance, default: standard, ...((range || oneOf) && { constraint }) };
}
