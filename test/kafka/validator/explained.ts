import type { Case } from './case';
import { keysIn, nameOf } from './faultyKey';
import type { OwnError, OwnVerdict } from './lintCase';
import { isServer } from './servers';
import type { Answer } from './validator';

/** A kind of disagreement that is meant, with the reason. */
interface Explained {
  readonly why: string;
  applies(question: Case, answer: Answer, own: OwnVerdict): boolean;
}

const refusedWith = (answer: Answer, pattern: RegExp): boolean => !answer.ok && pattern.test(answer.message);
const has = ({ entries }: Case, key: string): boolean => entries.some(([written]) => written === key);
const isClient = ({ role }: Case): boolean => role === 'producer' || role === 'consumer' || role === 'admin';

const FAILS_IN_THREAD: readonly string[] = [
  'client/tls-rejected',
  'client/login-rejected',
  'client/jaas-config-unterminated',
];

/** A server without its roles, its listeners and its quorum is told by its settings, and needs some of them. */
const TOO_FEW = 4;

/** Every disagreement that is known and meant. What is not in this list makes the comparison fail. */
const EXPLAINED: readonly Explained[] = [
  {
    why: 'A part of a file may leave to others what Kafka misses in it.',
    applies: (question, answer, { completeness }) => completeness === 'fragment' && isAboutAbsent(question, answer),
  },
  {
    why: 'A few lines of a server do not tell whose they are.',
    applies: ({ entries, role }, answer, { isRecognised }) =>
      !answer.ok && !isRecognised && isServer(role) && entries.length < TOO_FEW,
  },
  {
    why: 'A word in capitals, or one such as `port`, may stand for what a tool fills in.',
    applies: (_question, answer, { placeholders }) =>
      !answer.ok && placeholders.some((key) => keysIn(answer.ok ? '' : answer.message).has(nameOf(key))),
  },
  {
    why: 'A start script that fills in a placeholder may add what a server lacks as well.',
    applies: (question, answer, { placeholders }) =>
      placeholders.length > 0 && isServer(question.role) && isAboutAbsent(question, answer),
  },
  {
    why: 'Whoever starts a broker may add the listeners that its file has none of (--override).',
    applies: (question, answer) =>
      !has(question, 'listeners') &&
      !has(question, 'advertised.listeners') &&
      refusedWith(answer, /inter\.broker\.listener\.name must be a listener name/),
  },
  {
    why: "A client's program or a tool's command line may say where the cluster is.",
    applies: (question, answer) =>
      isClient(question) &&
      !has(question, 'bootstrap.servers') &&
      refusedWith(answer, /No resolvable bootstrap|You must set either|"bootstrap\.servers" which has no default/),
  },
  {
    why: "A login may be in the configuration of the client's Java (java.security.auth.login.config).",
    applies: (_question, answer) => refusedWith(answer, /in the JAAS configuration/),
  },
  {
    why: 'Whether a store is there, and opens, and whether a password does, depends on the machine.',
    applies: (_question, answer) =>
      refusedWith(answer, /Failed to load (?:PEM )?SSL keystore|BadPaddingException|password was incorrect/),
  },
  {
    why: 'Up to 4.1 a consumer of the new protocol connects in a thread of its own, and fails there later.',
    applies: ({ entries, version, role }, answer, { errors }) =>
      role === 'consumer' &&
      /^(?:3\.[789]|4\.[01])$/.test(version) &&
      answer.ok &&
      entries.some(([key, value]) => key === 'group.protocol' && /^consumer$/i.test(value.trim())) &&
      errors.every(({ rule }) => FAILS_IN_THREAD.includes(rule)),
  },
  {
    why: 'Whole numbers beyond 2^53 are compared as near as JavaScript has them.',
    applies: (_question, answer) => {
      const [low, high] = answer.ok ? [] : (answer.message.match(/\d{16,}/g) ?? []);
      return low !== undefined && low !== high && Number(low) === Number(high);
    },
  },
  {
    why: 'Which algorithms and providers there are depends on the Java.',
    applies: (_question, answer) =>
      refusedWith(
        answer,
        /(?:KeyManagerFactory|TrustManagerFactory|SecureRandom) not available|no such provider|not supported by this JVM|Unable to create key generator/,
      ),
  },
  {
    why: 'A login of Java’s own asks the machine for its realm, its tickets, its keys or its directory.',
    applies: (_question, answer) => refusedWith(answer, /KrbException|not available to garner|locate JNDI/),
  },
  {
    why: 'A property of the Java says which login modules are allowed.',
    applies: (_question, answer) => refusedWith(answer, /LoginModule is not allowed/),
  },
  {
    why: 'The program may set the group; it is information only.',
    applies: (question, answer) =>
      !has(question, 'group.id') &&
      refusedWith(answer, /enable\.auto\.commit cannot be set to true when default group id/),
  },
  {
    why: 'A connector may add to what a prefix says, so that absence tells nothing there.',
    applies: (question, answer) => isAboutPrefixed(question, answer),
  },
  {
    why: 'What a topic does not set is its broker’s, which a file of a topic does not show.',
    applies: (question, answer) => isAboutBroker(question, answer),
  },
  {
    why: 'The setting is for share consumers, which take it; a file does not tell which class will read it.',
    applies: (_question, answer) => refusedWith(answer, /share\.ac[a-z.]+ cannot be set when/),
  },
  {
    why: 'A mistake in Kafka rather than a refusal, which later releases do not make.',
    applies: (_question, answer) => !answer.ok && answer.class === 'ClassCastException',
  },
  {
    why: 'Whether a thread starts within a millisecond depends on the machine.',
    applies: (_question, answer) => refusedWith(answer, /thread resource initialization timed out/),
  },
];

/** Errors of ours about what comes behind the checks that are compared, with the reason; a file may have several. */
const BEHIND_THE_CHECKS: readonly { readonly why: string; is(error: OwnError): boolean }[] = [
  {
    why: 'A broker with commas between its super users starts, and is then denied its registration.',
    is: ({ rule, message }) => rule === 'broker/super-users' && message.includes('semicolons'),
  },
  {
    why: 'The class is missed when the broker makes its RemoteLogManager.',
    is: ({ message }) => message.includes('remote.log.storage.manager.class.name'),
  },
];

function behindTheChecks(answer: Answer, errors: readonly OwnError[]): string | undefined {
  const reasons = errors.map((error) => BEHIND_THE_CHECKS.find((one) => one.is(error))?.why);
  return answer.ok && !reasons.includes(undefined) ? reasons[0] : undefined;
}

/** True where Kafka's refusal is about a setting that is not written, or about the default of one. */
function isAboutAbsent(question: Case, answer: Answer): boolean {
  if (answer.ok || question.role === 'topic') return false;
  if (/Invalid value .* for configuration/s.test(answer.message)) return false;
  return [...keysIn(answer.message)].some((key) => !question.entries.some(([written]) => nameOf(written) === key));
}

/** Settings that Kafka compares with each other, of which the topic leaves one to its broker. */
function isAboutBroker(question: Case, answer: Answer): boolean {
  if (question.role !== 'topic' || answer.ok) return false;
  if (answer.message.includes('Invalid value') && !answer.message.includes('value is set as')) return false;
  const named = answer.message.match(/(?:local\.)?retention\.(?:ms|bytes)|(?:min|max)\.compaction\.lag\.ms/g) ?? [];
  return named.some((key) => !has(question, key));
}

const PREFIX = /^(?:(?:primary|backup)\.)?(?:consumer|producer|admin)\./;

/** True where Kafka compares settings and one of them has a client's prefix. */
function isAboutPrefixed({ entries, role }: Case, answer: Answer): boolean {
  if (role === 'streams' || answer.ok || answer.message.includes('Invalid value')) return false;
  // Its message names no key.
  const message = answer.message.replace(
    'Heartbeat must be set lower than',
    'heartbeat.interval.ms session.timeout.ms',
  );
  return entries.some(([key]) => PREFIX.test(key) && message.includes(key.replace(PREFIX, '')));
}

/** Why the two differ, where that is meant. */
export function explanationOf(question: Case, answer: Answer, own: OwnVerdict): string | undefined {
  return EXPLAINED.find((one) => one.applies(question, answer, own))?.why ?? behindTheChecks(answer, own.errors);
}
