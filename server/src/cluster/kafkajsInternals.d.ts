/** The part of kafkajs 2.2.4's inside that is used, which its own types leave out; `kafkajsLink` is the one user. */
declare module 'kafkajs/src/network/connection.js' {
  import type { Socket } from 'node:net';

  interface Logger {
    namespace(): Logger;
    debug(): void;
    info(): void;
    warn(): void;
    error(): void;
  }

  interface RequestQueue {
    readonly pending: readonly unknown[];
    /** By correlation id. */
    readonly inflight: ReadonlyMap<number, unknown>;
    scheduleCheckPendingRequests(): void;
    rejectAll(error: Error): void;
  }

  interface ProtocolCall<Answer> {
    readonly request: {
      readonly apiKey: number;
      readonly apiVersion: number;
      readonly apiName: string;
      encode(): Promise<{ readonly buf: Buffer; readonly buffer: Buffer }>;
    };
    readonly response: { decode(payload: Buffer): Promise<Answer>; parse(answer: Answer): Promise<Answer> };
    readonly logResponseError?: boolean;
  }

  interface ConnectionSettings {
    readonly host: string;
    readonly port: number;
    readonly clientId: string;
    readonly logger: Logger;
    readonly socketFactory: (ask: { host: string; port: number; onConnect: () => void }) => Socket;
    readonly ssl: object | null;
    readonly sasl: object | null;
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly enforceRequestTimeout: boolean;
    readonly instrumentationEmitter: { emit(name: string, payload: object): void };
  }

  class Connection {
    constructor(settings: ConnectionSettings);
    readonly requestQueue: RequestQueue;
    readonly socket?: Socket;
    connect(): Promise<boolean>;
    isConnected(): boolean;
    processData(bytes: Buffer): void;
    setVersions(versions: Record<number, { minVersion: number; maxVersion: number }>): void;
    setSupportAuthenticationProtocol(isSupported: boolean): void;
    authenticate(): Promise<void>;
    send<Answer>(call: ProtocolCall<Answer>): Promise<Answer>;
  }

  export = Connection;
}
