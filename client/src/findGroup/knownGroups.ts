/** A group of a connected cluster. */
export interface KnownGroup {
  readonly id: string;
  /** Its cluster, and how it is. */
  readonly description: string;
}

/** The groups that a person can choose among; none where no cluster can be connected. */
export interface KnownGroups {
  list(): readonly KnownGroup[];
  provide(source: () => readonly KnownGroup[]): void;
}

export function createKnownGroups(): KnownGroups {
  let list: () => readonly KnownGroup[] = () => [];
  return {
    list: () => list(),
    provide: (source) => {
      list = source;
    },
  };
}
