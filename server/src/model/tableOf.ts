/**
 * A table to look words of files up in. A plain object has more rows than anybody wrote into it: `acks=constructor`
 * would find Object's constructor.
 */
export function tableOf<T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null), rows));
}

/** The same for tables that JSON has made. */
export function withoutPrototype(...tables: readonly object[]): void {
  for (const table of tables) Object.setPrototypeOf(table, null);
}

/** The same for tables of tables. */
export function tablesOf<T extends object>(rows: T): T {
  for (const row of Object.values(rows)) if (isTable(row)) tablesOf(row);
  withoutPrototype(rows);
  return rows;
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
