import { lookup, NEWEST_VERSION, settingsOf } from '../../catalogue/catalogue';

/** True for a setting of a server or worker, and for its letters with the dots in other places: `min.in.sync.replicas`. */
export function isNearlySetting(key: string): boolean {
  if (lookup('broker', key) || lookup('connect-distributed', key)) return true;
  return squashedSettings().has(squashed(key));
}

let known: ReadonlySet<string> | undefined;

function squashedSettings(): ReadonlySet<string> {
  known ??= new Set(
    (['broker', 'connect-distributed'] as const).flatMap((role) =>
      settingsOf(role, NEWEST_VERSION).map(({ key }) => squashed(key)),
    ),
  );
  return known;
}

function squashed(key: string): string {
  return key.replace(/[._-]/g, '');
}
