/** What the manifest of the npm package has of the extension's. */
const SHARED = ['name', 'version', 'description', 'license', 'repository', 'bin'];

/**
 * The manifest of the npm package, as text: the command and the language server, and nothing that VS Code reads.
 * @param {Record<string, unknown>} manifest the project's own
 * @param {{ bugs: string, homepage: string }} addresses
 */
export function npmManifest(manifest, { bugs, homepage }) {
  const shared = SHARED.map((name) => [name, manifest[name]]);
  const own = {
    keywords: ['kafka', 'lint', 'linter', 'language-server', 'kafkajs', 'properties', 'configuration'],
    bugs: { url: bugs },
    homepage,
    engines: { node: manifest.engines.node },
  };
  return `${JSON.stringify({ ...Object.fromEntries(shared), ...own }, undefined, 2)}\n`;
}
