import type { Role } from '../../../server/src/model/scope';
import type { KafkaVersion } from '../../../server/src/model/version';
import { compare, type Disagreement } from './compare';
import { COMPARED_ROLES, fixturesOf } from './fixtures';
import { generate } from './generate';
import type { Linter } from './lintCase';
import { minimise, reasonOf } from './minimise';
import { randomOf } from './random';
import { isWhole } from './releases';
import type { Validator } from './validator';

/** What came of the cases of one role at one version. */
export interface Tally {
  readonly role: Role;
  readonly version: KafkaVersion;
  cases: number;
  refused: number;
  agreed: number;
  explained: number;
  falseErrors: number;
  missedErrors: number;
  otherKeys: number;
  /** Missed and false ones. */
  warnings: number;
  /** One of each kind, minimised, with how often it came up. */
  readonly kinds: Map<string, { readonly smallest: Disagreement; times: number }>;
}

export interface Plan {
  readonly role: Role;
  readonly version: KafkaVersion;
  readonly count: number;
  readonly seed: number;
  readonly linter?: Linter;
}

/** How many questions wait for Kafka at a time. */
const AHEAD = 200;

/** Compares that many generated cases of one role. */
export async function runAgreement({ role, version, count, seed, linter }: Plan, kafka: Validator): Promise<Tally> {
  const tally: Tally = {
    role,
    version,
    cases: 0,
    refused: 0,
    agreed: 0,
    explained: 0,
    falseErrors: 0,
    missedErrors: 0,
    otherKeys: 0,
    warnings: 0,
    kinds: new Map(),
  };
  const random = randomOf(seed);
  for (let done = 0; done < count; done += AHEAD) {
    const cases = Array.from({ length: Math.min(AHEAD, count - done) }, () => generate(role, version, random));
    const verdicts = await Promise.all(cases.flatMap((one) => (one ? [compare(one, kafka, linter)] : [])));
    for (const verdict of verdicts) {
      tally.cases++;
      if (verdict.kind === 'agreed' || verdict.kind === 'explained') {
        tally[verdict.kind]++;
        if (verdict.refused) tally.refused++;
      } else await add(tally, verdict, kafka, linter);
    }
  }
  return tally;
}

const COUNTED_AS = {
  'false-error': 'falseErrors',
  'missed-error': 'missedErrors',
  'other-key': 'otherKeys',
  'missed-warning': 'warnings',
  'false-warning': 'warnings',
} as const;

async function add(tally: Tally, found: Disagreement, kafka: Validator, linter: Linter | undefined): Promise<void> {
  if (!found.answer.ok) tally.refused++;
  tally[COUNTED_AS[found.kind]]++;
  const reason = reasonOf(found);
  const known = tally.kinds.get(reason);
  if (known) known.times++;
  else tally.kinds.set(reason, { smallest: await minimise(found, kafka, linter), times: 1 });
}

/** Of how many cases a role gets; the others get one each. Servers and topics have the most settings. */
const SHARES: Readonly<Partial<Record<Role, number>>> = {
  broker: 6,
  controller: 2,
  combined: 3,
  topic: 4,
  producer: 3,
  consumer: 3,
};

export interface VersionPlan {
  readonly version: KafkaVersion;
  /** How many cases in all. */
  readonly count: number;
  readonly seed: number;
  readonly roles?: readonly Role[];
}

/** Roles that the release's jars on Maven Central do not have. */
const BEYOND_CORE: readonly Role[] = ['connect-standalone', 'connect-distributed', 'streams', 'mirror-maker'];

function isJudged(role: Role, version: KafkaVersion): boolean {
  return fixturesOf(role, version).length > 0 && (isWhole(version) || !BEYOND_CORE.includes(role));
}

/** Compares every role that the version has a file for, one after the other. */
export async function* runVersion(
  { version, count, seed, roles }: VersionPlan,
  kafka: Validator,
): AsyncIterable<Tally> {
  const compared = (roles ?? COMPARED_ROLES).filter((role) => isJudged(role, version));
  const shareOf = (role: Role): number => SHARES[role] ?? 1;
  const all = compared.reduce((sum, role) => sum + shareOf(role), 0);
  for (const [index, role] of compared.entries()) {
    const part = Math.ceil((count * shareOf(role)) / all);
    yield await runAgreement({ role, version, count: part, seed: seed + index }, kafka);
  }
}
