import type { ConnectionSecrets, SaslSettings } from '../model';

export interface SaslImport {
  readonly sasl?: SaslSettings;
  readonly secrets: ConnectionSecrets;
}
