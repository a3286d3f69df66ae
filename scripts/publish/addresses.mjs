/**
 * Where the project is published. All follow from `repository.url` in package.json, which is the one place to change.
 * @param {{ repository: { url: string } }} manifest
 */
export function addressesOf({ repository }) {
  const page = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  return {
    page,
    bugs: `${page}/issues`,
    homepage: `${page}#readme`,
    files: `${page}/blob/HEAD`,
    raw: `${page}/raw/HEAD`,
  };
}

/** Whether the repository's owner still has to be filled in. */
export const isPlaceholder = ({ repository }) => repository.url.includes('/OWNER/');
