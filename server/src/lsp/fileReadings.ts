/** Which reading of each file counts: one that ends after a newer one has begun does not. */
export interface FileReadings {
  /** Begins to read a file that has changed; tells later whether that has become stale. */
  begin(uri: string): () => boolean;
  /** The same as a part of a look through the workspace, which every other reading goes before. */
  join(uri: string): () => boolean;
  startScan(): void;
  /** True for what has been read by itself since that began. */
  isTouched(uri: string): boolean;
}

export function createFileReadings(): FileReadings {
  const newest = new Map<string, number>();
  const touched = new Set<string>();
  return {
    begin(uri) {
      const own = (newest.get(uri) ?? 0) + 1;
      newest.set(uri, own);
      touched.add(uri);
      return () => newest.get(uri) !== own;
    },
    join(uri) {
      const known = newest.get(uri);
      return () => newest.get(uri) !== known || touched.has(uri);
    },
    startScan: () => touched.clear(),
    isTouched: (uri) => touched.has(uri),
  };
}
