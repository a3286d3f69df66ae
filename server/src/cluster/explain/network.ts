import type { ErrorFacts, ExplainedError, Explainer } from './errorFacts';

export const explainNetwork: Explainer = (facts) => BY_CODE.get(facts.code)?.(facts) ?? explainWords(facts);

const BY_CODE: ReadonlyMap<string, (facts: ErrorFacts) => ExplainedError> = new Map(
  Object.entries({
    ENOTFOUND: unresolvable,
    EAI_AGAIN: unresolvable,
    ECONNREFUSED: ({ where, isAdvertised }) => ({
      message: isAdvertised
        ? `The cluster says that a broker listens at ${where}, but nothing answers there.`
        : `Nothing listens at ${where}.`,
      whatToDo: isAdvertised
        ? 'If the broker runs, its advertised.listeners must name an address that is right from this machine, not only inside its container or network.'
        : 'Check the host and the port, and that Kafka is running there.',
    }),
    EHOSTUNREACH: noRoute,
    ENETUNREACH: noRoute,
    ETIMEDOUT: noConnection,
    EPIPE: closed,
    ECONNRESET: closed,
  }),
);

function explainWords(facts: ErrorFacts): ExplainedError | undefined {
  if (facts.message === 'Connection timeout') return noConnection(facts);
  if (facts.name === 'KafkaJSConnectionClosedError') return closed(facts);
  return undefined;
}

function unresolvable({ where, isAdvertised }: ErrorFacts): ExplainedError {
  const host = where.replace(/:\d+$/, '');
  if (!isAdvertised) {
    return {
      message: `The host name ${host} cannot be resolved.`,
      whatToDo: 'Check its spelling, the DNS and the VPN.',
    };
  }
  return {
    message: `The cluster was reached, but it names a broker at ${where}, and the host name ${host} cannot be resolved on this machine.`,
    whatToDo: `Set advertised.listeners on that broker to an address that is known here, or make ${host} known: in DNS, or in the hosts file.`,
  };
}

function noRoute({ where }: ErrorFacts): ExplainedError {
  return { message: `There is no route to ${where}.`, whatToDo: 'Check the network and the VPN.' };
}

function noConnection({ where, isAdvertised }: ErrorFacts): ExplainedError {
  return {
    message: `${capital(where)} did not accept a connection in time.`,
    whatToDo: isAdvertised
      ? 'The cluster named this address: check that it can be reached from this machine (advertised.listeners, firewall, VPN).'
      : 'Check the address, the firewall and the VPN.',
  };
}

/** A broker closes the connection without a word when it expected TLS, or a login, or neither. */
function closed({ where, usesTls, usesSasl }: ErrorFacts): ExplainedError {
  const message = `${capital(where)} closed the connection${usesTls ? ' while TLS was being set up or used' : ''}.`;
  const guess = usesTls
    ? 'The listener may not speak TLS, or may demand a client certificate: compare its security protocol with the one chosen here.'
    : 'The listener may demand TLS: compare its security protocol with the one chosen here.';
  const login = usesSasl ? '' : ' It may also demand a login (SASL).';
  return { message, whatToDo: guess + login };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
