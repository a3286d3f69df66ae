import { equal, ok } from 'node:assert/strict';
import { extensions, version, workspace } from 'vscode';
import { EXTENSION_ID } from '../support/extension';

describe('the host', () => {
  it('is a VS Code that the extension supports', () => {
    const [major, minor] = version.split('.').map(Number);
    equal(major, 1);
    ok(Number(minor) >= 91, version);
  });

  it('has the extension', () => {
    ok(extensions.getExtension(EXTENSION_ID), `${EXTENSION_ID} is not installed`);
  });

  it('has opened a copy of the examples', async () => {
    const found = await workspace.findFiles('clients/producer.properties');
    equal(found.length, 1);
  });
});
