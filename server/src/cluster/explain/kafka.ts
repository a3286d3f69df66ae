import type { ErrorFacts, ExplainedError, Explainer } from './errorFacts';

/** What Kafka itself refuses, and what answers that is no Kafka. */
export const explainKafka: Explainer = (facts) => {
  const { type, name, message, where } = facts;
  if (type === 'UNSUPPORTED_SASL_MECHANISM' || /mechanism is not supported/i.test(message)) return mechanism(facts);
  if (type === 'SASL_AUTHENTICATION_FAILED' || name === 'KafkaJSSASLAuthenticationError') return credentials(facts);
  if (type === 'ILLEGAL_SASL_STATE') return illegalState(facts);
  if (/AUTHORIZATION_FAILED$/.test(type)) return authorisation(facts);
  if (name === 'UnsupportedApiError') {
    return {
      message: `${where} cannot be asked what is needed here. ${message}`,
      whatToDo: 'Kafka 2.0 and later are supported. Give a broker’s port, not a controller’s.',
    };
  }
  if (name === 'RangeError') {
    return {
      message: `${where} sent an answer that is not Kafka’s.`,
      whatToDo: 'Check that the port is a Kafka listener’s.',
    };
  }
  return undefined;
};

function mechanism({ where, message }: ErrorFacts): ExplainedError {
  const named = /SASL (\S+) mechanism/.exec(message)?.[1];
  return {
    message: `${where} does not offer ${named ? `the SASL mechanism ${named}` : 'this SASL mechanism'}.`,
    whatToDo: 'Choose a mechanism that the broker lists in sasl.enabled.mechanisms for this listener.',
  };
}

function credentials({ where, message }: ErrorFacts): ExplainedError {
  if (/OAUTHBEARER/.test(message)) {
    return {
      message: `${where} refused the OAuth token.`,
      whatToDo: 'Check the token’s issuer, audience, scope and lifetime against the broker’s OAUTHBEARER settings.',
    };
  }
  return {
    message: `${where} refused the user name or the password.`,
    whatToDo:
      'Check both, and that the user exists for this SASL mechanism: SCRAM-SHA-256 and SCRAM-SHA-512 keep users apart.',
  };
}

function illegalState({ where }: ErrorFacts): ExplainedError {
  return {
    message: `${where} expects no login (SASL) on this listener.`,
    whatToDo: 'Choose PLAINTEXT or SSL without SASL, or the port of a SASL listener.',
  };
}

function authorisation({ type }: ErrorFacts): ExplainedError {
  const what = type.replace('_AUTHORIZATION_FAILED', '').replaceAll('_', ' ').toLowerCase();
  return {
    message: `The user may not see this ${what}.`,
    whatToDo: `Ask for the ACL operation DESCRIBE on the ${what}.`,
  };
}
