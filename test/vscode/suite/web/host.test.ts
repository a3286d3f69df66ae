import { env, extensions, UIKind } from 'vscode';
import { EXTENSION_ID } from '../support/extension';
import { equal, ok } from './assert';

describe('VS Code for the Web', () => {
  it('is what this window is', () => {
    equal(env.uiKind, UIKind.Web);
    equal(typeof process, 'undefined');
  });

  it('has the extension', () => {
    ok(extensions.getExtension(EXTENSION_ID), `${EXTENSION_ID} is not installed`);
  });
});
