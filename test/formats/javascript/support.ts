import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/formats/registry';
import type { Call } from '../../../server/src/model/call';
import type { ConfigDocument } from '../../../server/src/model/document';
import type { Entry } from '../../../server/src/model/entry';
import type { Role, Scope } from '../../../server/src/model/scope';

export function parseCode(text: string, path = '/project/src/app.ts'): ConfigDocument {
  const document = parseDocument({ uri: `file://${path}`, path, text });
  assert.ok(document, `no format takes ${path}`);
  return document;
}

export function scopeOf(document: ConfigDocument, role: Role): Scope {
  const scope = document.scopes.find((one) => one.role === role);
  assert.ok(scope, `no ${role} among ${document.scopes.map((one) => one.role).join(', ') || 'no scopes'}`);
  return scope;
}

export function callIn(scope: Scope, method: string): Call {
  const call = scope.calls.find((one) => one.method === method);
  assert.ok(call, `no ${method} among ${scope.calls.map((one) => one.method).join(', ') || 'no calls'}`);
  return call;
}

/** Options as `{ 'retry.retries': '3' }`; what cannot be known is `?`, and a fallback is marked. */
export function valuesOf(entries: readonly Entry[]): Record<string, string> {
  return Object.fromEntries(
    entries
      .filter((entry) => !entry.overriddenBy)
      .map(({ writtenKey, value }) => [
        writtenKey,
        value.kind !== 'literal'
          ? `?${value.kind === 'dynamic' ? (value.form ?? '') : ''}`
          : value.fallback
            ? `${value.text} unless set`
            : value.text,
      ]),
  );
}
