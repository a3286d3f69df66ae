/** One group as it is now. */
export interface AlertInput {
  /** Names the group and its cluster. */
  readonly key: string;
  /** In messages; undefined when too little is known to say that the group is not behind. */
  readonly lag: bigint | undefined;
  /** In messages. */
  readonly threshold: number;
  readonly isMuted: boolean;
}

/** What is remembered of a group from one decision to the next. */
export interface AlertMemory {
  /** It is too far behind, and that has been told or need not be. */
  readonly isHigh: boolean;
  /** Milliseconds when it was told last; absent when never. */
  readonly toldAt?: number;
}

export interface AlertDecision {
  /** The keys of what to tell now. */
  readonly tell: readonly string[];
  /** To be given to the next decision; groups without anything to remember are left out. */
  readonly memory: ReadonlyMap<string, AlertMemory>;
}

/** A group is out of danger only once its lag is below this share of its threshold: one that hovers there tells once. */
const LOW_SHARE = 0.8;

/**
 * Which groups to tell of: those that rise above their threshold, once each, and not again within the quiet time. A rise
 * within it is told when the time is over, if the group is still too far behind. `now` and `quietMs` in milliseconds.
 */
export function decideAlerts(
  inputs: readonly AlertInput[],
  memory: ReadonlyMap<string, AlertMemory>,
  now: number,
  quietMs: number,
): AlertDecision {
  const next = new Map<string, AlertMemory>();
  const tell: string[] = [];
  for (const input of inputs) {
    const { isHigh: wasHigh, toldAt } = memory.get(input.key) ?? { isHigh: false };
    const high = isHigh(input, wasHigh);
    const isQuiet = toldAt !== undefined && now - toldAt < quietMs && now >= toldAt;
    const tells = high && !wasHigh && !isQuiet && !input.isMuted;
    if (tells) tell.push(input.key);
    const told = tells ? now : toldAt;
    // What was not told for quiet's sake rises anew each time, until it is told or over.
    const remembered = high && (wasHigh || tells || input.isMuted);
    if (remembered || told !== undefined) {
      next.set(input.key, { isHigh: remembered, ...(told !== undefined && { toldAt: told }) });
    }
  }
  return { tell, memory: next };
}

/** What is not known changes nothing: neither an alarm nor its end. */
function isHigh({ lag, threshold }: AlertInput, wasHigh: boolean): boolean {
  if (lag === undefined) return wasHigh;
  return lag > BigInt(Math.round(wasHigh ? threshold * LOW_SHARE : threshold));
}
