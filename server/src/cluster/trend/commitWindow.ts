import { type Commit, PATIENCE_MS, WINDOW } from './status';

/**
 * A partition's latest commits, as they can be told from outside: Kafka says what is committed, not when. A changed offset
 * is a commit. An unchanged one is a commit of the same offset once a minute while a member reads the partition, and none
 * when nobody does; so a consumer that is stuck stalls, and one that has gone stops.
 */
export class CommitWindow {
  /** At, offset and lag of each commit, the oldest first: numbers side by side, since there may be 200,000 windows. */
  readonly #numbers: number[] = [];

  /** Nothing in it could make a later commit look bad. */
  get isAllZero(): boolean {
    return this.#numbers.every((number, index) => index % 3 !== 2 || number <= 0);
  }

  observe(seen: Commit, isOwned: boolean): void {
    const numbers = this.#numbers;
    const lastAt = numbers.at(-3);
    const isNew = lastAt === undefined || numbers.at(-2) !== seen.offset;
    const isRepeated = isOwned && lastAt !== undefined && seen.at - lastAt >= PATIENCE_MS;
    if (!isNew && !isRepeated) return;
    if (numbers.length === WINDOW * 3) numbers.splice(0, 3);
    numbers.push(seen.at, seen.offset, seen.lag);
  }

  commits(): readonly Commit[] {
    const commits: Commit[] = [];
    for (let index = 0; index + 2 < this.#numbers.length; index += 3) {
      commits.push({
        at: this.#numbers[index] ?? 0,
        offset: this.#numbers[index + 1] ?? 0,
        lag: this.#numbers[index + 2] ?? 0,
      });
    }
    return commits;
  }
}
