import manifest from '../../../../package.json';

/** The name by which VS Code knows the extension. */
export const EXTENSION_ID = `${manifest.publisher}.${manifest.name}`;
