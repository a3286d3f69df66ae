/** One group as it is now. */
export interface AlertInput {
  /** Names the group and its cluster. */
  readonly key: string;
  /** In messages; undefined when too little is known to say that the group is not behind. */
  readonly lag: bigint | undefined;
  /** In messages. */
  readonly threshold: number;
  /** Nothing of its cluster was seen before. */
  readonly isFirstLook: boolean;
  /** It will be over before anybody could do something about it. */
  readonly drainsSoon: boolean;
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

export interface AlertRules {
  /** Milliseconds for which nothing more is told of a group. */
  readonly quietMs: number;
  /** Also of lag that was there when the group was first seen, and of lag that drains soon. */
  readonly tellsAll: boolean;
}

/** A group is out of danger only once its lag is below this share of its threshold: one that hovers there tells once. */
const LOW_SHARE = 0.8;

/**
 * Which groups to tell of: those that rise above their threshold, once each, and not again within the quiet time. A rise
 * within it is told when the time is over, if the group is still too far behind. Lag that is there when a cluster is first
 * seen is old, and lag that drains soon needs nobody: neither is told unless the rules say so. `now` in milliseconds.
 */
export function decideAlerts(
  inputs: readonly AlertInput[],
  memory: ReadonlyMap<string, AlertMemory>,
  now: number,
  rules: AlertRules,
): AlertDecision {
  const next = new Map<string, AlertMemory>();
  const tell: string[] = [];
  for (const input of inputs) {
    const before = memory.get(input.key);
    const { wasHigh, toldAt } = { wasHigh: before?.isHigh === true, toldAt: before?.toldAt };
    const high = isHigh(input, wasHigh);
    const isOld = input.isFirstLook && !rules.tellsAll;
    const waits = isQuiet(toldAt, now, rules) || (input.drainsSoon && !rules.tellsAll);
    const tells = high && !wasHigh && !isOld && !waits && !input.isMuted;
    if (tells) tell.push(input.key);
    const told = tells ? now : toldAt;
    // What waits rises anew each time, until it is told or over.
    const isRemembered = high && (wasHigh || tells || isOld || input.isMuted);
    if (isRemembered || told !== undefined) {
      next.set(input.key, { isHigh: isRemembered, ...(told !== undefined && { toldAt: told }) });
    }
  }
  return { tell, memory: next };
}

function isQuiet(toldAt: number | undefined, now: number, { quietMs }: AlertRules): boolean {
  return toldAt !== undefined && now - toldAt < quietMs && now >= toldAt;
}

/** What is not known changes nothing: neither an alarm nor its end. */
function isHigh({ lag, threshold }: AlertInput, wasHigh: boolean): boolean {
  if (lag === undefined) return wasHigh;
  return lag > BigInt(Math.round(wasHigh ? threshold * LOW_SHARE : threshold));
}
