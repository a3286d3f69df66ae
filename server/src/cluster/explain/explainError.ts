import { formatAddress } from '../link';
import type { NoBrokerError } from '../linkErrors';
import { type ErrorContext, type ExplainedError, type Explainer, errorFacts } from './errorFacts';
import { explainKafka } from './kafka';
import { explainNetwork } from './network';
import { explainTls } from './tls';

/** Any error of this folder, of kafkajs or of Node, for a person; what is not known comes in the error's own words. */
export function explainError(error: unknown, context: ErrorContext = {}): ExplainedError {
  if (isNoBroker(error)) return explainNoBroker(error, context);
  const facts = errorFacts(error, context);
  const explained = explainLink(facts) ?? explainKafka(facts) ?? explainTls(facts) ?? explainNetwork(facts);
  return explained ?? { message: facts.message, whatToDo: '' };
}

/** By its name: the engine is a bundle of its own, so that its classes are not those of this one. */
function isNoBroker(error: unknown): error is NoBrokerError {
  return error instanceof Error && error.name === 'NoBrokerError' && 'failures' in error;
}

/** The failure that tells most: a broker that refuses a login was at least found. */
function explainNoBroker({ failures, message, context: tried }: NoBrokerError, context: ErrorContext): ExplainedError {
  const explained = failures.map(({ address, error }) => ({
    rank: rank(error),
    ...explainError(error, { ...tried, ...context, address: formatAddress(address) }),
  }));
  const best = explained.sort((one, other) => one.rank - other.rank)[0];
  if (!best) return { message, whatToDo: '' };
  const { rank: _, ...explanation } = best;
  return explanation;
}

function rank(error: unknown): number {
  const { code, name } = errorFacts(error, {});
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 2;
  return name === 'LinkError' || name === 'KafkaJSConnectionError' ? 1 : 0;
}

const explainLink: Explainer = ({ code, message, where, usesTls }) => {
  switch (code) {
    case 'http-server':
      return {
        message: `${where} is a web server.`,
        whatToDo: 'Give the port of a Kafka listener, 9092 by default, not that of a web interface or REST proxy.',
      };
    case 'tls-server':
      return { message: `${where} speaks TLS only.`, whatToDo: 'Choose SSL or SASL_SSL for this listener.' };
    case 'login-wanted':
      return {
        message,
        whatToDo:
          'Most likely this listener demands a login: choose SASL_PLAINTEXT or SASL_SSL, with its mechanism, user name and password.',
      };
    case 'timeout':
      return { message, whatToDo: `The broker may be overloaded or paused. ${usesTls ? PORT : PORT_OR_TLS}` };
    case 'not-kafka':
      return { message, whatToDo: 'Check that the port is a Kafka listener’s.' };
    case 'closed':
      return { message, whatToDo: '' };
    default:
      return undefined;
  }
};

const PORT = 'If it never answers, check that the port is a Kafka listener’s.';
const PORT_OR_TLS = 'If it never answers, check that the port is a Kafka listener’s and whether it demands TLS.';
