/** What a checklist asks of a connected cluster. */
export interface KnownCluster {
  readonly name: string;
  readonly groups: number;
  /** How many of its partitions lack copies, or have no leader; absent while nothing was read. */
  readonly unhealthy?: number;
}

/** The connected clusters; none where no cluster can be connected. */
export interface KnownClusters {
  list(): readonly KnownCluster[];
  provide(source: () => readonly KnownCluster[]): void;
  /** Something about them may have changed. */
  tell(): void;
  onChange(listener: () => void): void;
}

export function createKnownClusters(): KnownClusters {
  let list: () => readonly KnownCluster[] = () => [];
  const listeners: (() => void)[] = [];
  return {
    list: () => list(),
    provide: (source) => {
      list = source;
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
