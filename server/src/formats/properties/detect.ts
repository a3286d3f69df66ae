import type { Directive } from '../../model/document';
import { ROLES, type Role, type Scope } from '../../model/scope';
import type { TargetVersion } from '../../model/version';
import type { ParseInput } from '../format';
import { targetOf } from '../target';
import { isComplete } from './completeness';
import { brokersOf, environmentOf } from './environment';
import { fileNameOf, isForeignName, isGenericName, isTemplateName, roleOfName, stockRole } from './fileNames';
import { isForeign, lookLikeProperties, roleOf, type Settings } from './role';
import { shownVersion } from './target';

/** What is known of a file that is Kafka's. */
export interface Detection {
  readonly role: Role;
  readonly target: TargetVersion;
  readonly environment: Scope['environment'];
  readonly completeness: Scope['completeness'];
  readonly brokers?: number;
}

export interface Evidence {
  readonly path: string;
  readonly settings: Settings;
  readonly directives: readonly Directive[];
  readonly hints: ParseInput['hints'];
  readonly templated: boolean;
}

/** Tells what a file configures, or undefined when it is not surely Kafka's. */
export function detectProperties({ path, settings, directives, hints, templated }: Evidence): Detection | undefined {
  const name = fileNameOf(path);
  const role = directiveRole(directives) ?? hints?.role ?? detectRole(path, settings);
  if (!role) return undefined;
  const fixed = templated || isTemplateName(name) ? 'fragment' : undefined;
  const brokers = brokersOf(role, settings);
  return {
    role,
    target: targetOf(role, directives, hints, shownVersion(role, settings, templated)),
    environment: environmentOf(path, role, settings),
    completeness: fixed ?? (isComplete(role, settings, name) ? 'complete' : 'fragment'),
    ...(brokers !== undefined && { brokers }),
  };
}

function detectRole(path: string, settings: Settings): Role | undefined {
  const name = fileNameOf(path);
  if (isForeignName(name) || isForeign(settings)) return undefined;
  if (settings.size === 0) return stockRole(path);
  const isGeneric = isGenericName(name);
  if (isGeneric && !lookLikeProperties(settings)) return undefined;
  const isKafkaPath = /kafka|kraft/i.test(path);
  return roleOf(settings, { role: roleOfName(name), points: isGeneric ? 6 : 4, isKafkaPath });
}

/** The last configuring directive wins, as with keys. */
function directiveRole(directives: readonly Directive[]): Role | undefined {
  const stated = directives.findLast((directive) => directive.kind === 'configure' && directive.role !== undefined);
  return stated?.kind === 'configure' ? ROLES.find((role) => role === stated.role) : undefined;
}
