import { equal, ok } from 'node:assert/strict';
import { extensions, workspace } from 'vscode';
import { EXTENSION_ID } from '../support/extension';

describe('Restricted Mode', () => {
  it('is what this window is in', () => {
    equal(workspace.isTrusted, false);
  });

  it('leaves the extension enabled', () => {
    ok(extensions.getExtension(EXTENSION_ID), `${EXTENSION_ID} is disabled`);
  });
});
