import type { Memento } from 'vscode';

const MUTED = 'kafkaLint.mutedGroups';

/** The groups of which a person wants to be told no more, kept over restarts. */
export interface MutedGroups {
  has(key: string): boolean;
  set(key: string, isMuted: boolean): Promise<void>;
}

export function createMutedGroups(memory: Memento): MutedGroups {
  const muted = new Set(memory.get<readonly string[]>(MUTED, []));
  return {
    has: (key) => muted.has(key),
    async set(key, isMuted) {
      if (isMuted) muted.add(key);
      else muted.delete(key);
      await memory.update(MUTED, [...muted]);
    },
  };
}
