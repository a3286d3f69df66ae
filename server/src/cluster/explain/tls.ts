import type { ErrorFacts, ExplainedError, Explainer } from './errorFacts';

/** What OpenSSL and Node say of TLS, by code first and by words where they give none. */
export const explainTls: Explainer = (facts) => {
  const known = CASES.find(([pattern]) => pattern.test(facts.code) || pattern.test(facts.message));
  return known?.[1](facts);
};

type Explain = (facts: ErrorFacts) => ExplainedError;

const CASES: readonly (readonly [RegExp, Explain])[] = [
  [/CERT_HAS_EXPIRED|certificate has expired/i, expired],
  [/CERT_NOT_YET_VALID|not yet valid/i, notYetValid],
  [/ERR_TLS_CERT_ALTNAME_INVALID|altnames/i, wrongHost],
  [/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|self.signed|unable to (verify|get)/i, unknownAuthority],
  [/WRONG_VERSION_NUMBER|wrong version number|packet length too long/i, notTls],
  [/before secure TLS/i, handshakeEnded],
  [
    /CERTIFICATE_REQUIRED|certificate required|HANDSHAKE_FAILURE|handshake failure|alert unknown ca|BAD_CERTIFICATE|bad certificate|certificate unknown/i,
    certificateRequired,
  ],
  [/key values mismatch|KEY_VALUES_MISMATCH/i, mismatch],
  [/bad decrypt|BAD_DECRYPT|bad password read|BAD_PASSWORD_READ/i, passphrase],
  [/PEM routines|no start line|OSSL_PEM|asn1 encoding|DECODER routines|OSSL_UNSUPPORTED/i, badPem],
];

function expired({ where }: ErrorFacts): ExplainedError {
  return {
    message: `The certificate of ${where} has expired.`,
    whatToDo: 'Renew it on the broker. If it is new, check this machine’s clock.',
  };
}

function notYetValid({ where }: ErrorFacts): ExplainedError {
  return {
    message: `The certificate of ${where} is not valid yet.`,
    whatToDo: 'Check this machine’s clock and the broker’s.',
  };
}

function wrongHost({ where }: ErrorFacts): ExplainedError {
  return {
    message: `The certificate of ${where} is for another host name.`,
    whatToDo: 'Connect by a name that the certificate carries, or have the broker’s certificate carry this one.',
    isOtherHost: true,
  };
}

function unknownAuthority({ where }: ErrorFacts): ExplainedError {
  return {
    message: `The certificate of ${where} is signed by an authority that is not trusted here.`,
    whatToDo: 'Add the certificate authority (PEM) that signed it to this connection.',
  };
}

function notTls({ where }: ErrorFacts): ExplainedError {
  return {
    message: `${where} does not speak TLS.`,
    whatToDo: 'Choose PLAINTEXT or SASL_PLAINTEXT for this listener, or the port of the listener that speaks TLS.',
  };
}

function handshakeEnded({ where }: ErrorFacts): ExplainedError {
  return {
    message: `${where} closed the connection during the TLS handshake; most likely it does not speak TLS.`,
    whatToDo: 'Choose PLAINTEXT or SASL_PLAINTEXT for this listener, or the port of the listener that speaks TLS.',
  };
}

/** Java answers a missing certificate and one that it does not trust with the same alert. */
function certificateRequired({ where }: ErrorFacts): ExplainedError {
  return {
    message: `${where} demands a client certificate that it trusts.`,
    whatToDo:
      'Give this connection a client certificate and its key (PEM), signed by an authority in the broker’s truststore.',
  };
}

function mismatch(): ExplainedError {
  return {
    message: 'The private key does not belong to the client certificate.',
    whatToDo: 'Choose the key that the certificate was made with.',
  };
}

function passphrase(): ExplainedError {
  return { message: 'The private key could not be decrypted.', whatToDo: 'Check the key’s passphrase.' };
}

function badPem(): ExplainedError {
  return {
    message: 'A certificate or key is not in PEM form, or is damaged.',
    whatToDo: 'Give PEM text, which begins with -----BEGIN; convert JKS or PKCS12 stores with keytool and openssl.',
  };
}
