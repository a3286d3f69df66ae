/** How the part of a variable behind its prefix becomes a key, and a key such a part. */
export interface Mangling {
  key(name: string): string;
  /** A candidate only: what `key` does not turn back cannot be written. */
  name(key: string): string;
}

/** Confluent: one underscore is a dot, two are an underscore, three a hyphen; those at either end stay. */
const underscores: Mangling = {
  key: (name) =>
    name
      .toLowerCase()
      .replace(/(?<=[^_])_(?=[^_])/g, '.')
      .replaceAll('___', '-')
      .replaceAll('__', '_'),
  name: withHyphens,
};

/** Apache's and Lenses' images make dots of all underscores first, which differs from four underscores on. */
const apache: Mangling = {
  key: (name) => name.toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_'),
  name: withHyphens,
};

/** Images that know no underscore or hyphen in keys. */
const dots: Mangling = {
  key: (name) => name.toLowerCase().replaceAll('_', '.'),
  name: (key) => key.replaceAll('.', '_').toUpperCase(),
};

/** Bitnami's: like `dots`, but keys of listeners named SASL_SSL and SASL_PLAINTEXT keep the underscore. */
const bitnami: Mangling = {
  key: (name) =>
    name === 'ZOOKEEPER_CLIENTCNXNSOCKET'
      ? 'zookeeper.clientCnxnSocket'
      : dots.key(name).replaceAll('sasl.ssl', 'sasl_ssl').replaceAll('sasl.plaintext', 'sasl_plaintext'),
  name: (key) => dots.name(key),
};

export const manglings = { underscores, apache, dots, bitnami };

function withHyphens(key: string): string {
  return key.replace(/[._-]/g, (sign) => (sign === '.' ? '_' : sign === '_' ? '__' : '___')).toUpperCase();
}
