/** What a managed service asks for at an address. */
export interface Demand {
  readonly address: string;
  readonly login: boolean;
}

interface Service {
  readonly host: RegExp;
  /** The ports that ask for TLS alone, and for TLS with a login; all of them for a login when absent. */
  readonly ports?: { readonly tls: ReadonlySet<string>; readonly login: ReadonlySet<string> };
}

const SERVICES: readonly Service[] = [
  { host: /\.confluent\.cloud$/i },
  { host: /\.servicebus\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/i },
  {
    host: /\.kafka(?:-serverless)?\.[a-z\d-]+\.amazonaws\.com$/i,
    ports: { tls: new Set(['9094', '9194']), login: new Set(['9096', '9098', '9196', '9198']) },
  },
];

/** What the first of the addresses that is a managed service's asks for; undefined where nothing is known. */
export function demandOf(addresses: readonly string[]): Demand | undefined {
  for (const address of addresses) {
    const [, host = '', port = ''] = /^(?:[\w-]+:\/\/)?([\w.-]+):(\d+)$/.exec(address.trim()) ?? [];
    const service = SERVICES.find((one) => one.host.test(host));
    if (service && (!service.ports || service.ports.login.has(port))) return { address: address.trim(), login: true };
    if (service?.ports?.tls.has(port)) return { address: address.trim(), login: false };
  }
  return undefined;
}
