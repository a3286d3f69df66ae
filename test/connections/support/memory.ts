import type { Memento, SecretStorage } from 'vscode';

/** As VS Code keeps them, in memory. */
export function memento(): Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, fallback?: T) => (kept.has(key) ? (kept.get(key) as T) : fallback),
    update: async (key: string, value: unknown) => void kept.set(key, value),
  } as Memento;
}

export function secretStorage(kept = new Map<string, string>()): SecretStorage {
  return {
    get: async (key) => kept.get(key),
    store: async (key, value) => void kept.set(key, value),
    delete: async (key) => void kept.delete(key),
    onDidChange: () => ({ dispose: () => {} }),
  };
}
