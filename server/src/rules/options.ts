/** A threshold of a rule that teams see differently; `rules` in the settings changes it. */
export interface RuleOption {
  /** What it decides, with its unit. */
  readonly description: string;
  readonly default: number;
  readonly minimum: number;
}

/** The values in force, by the option's name. */
export type OptionValues = Readonly<Record<string, number>>;

/** What the settings say of a rule's options over their defaults. */
export function optionsInForce(
  options: Readonly<Record<string, RuleOption>>,
  chosen: OptionValues | undefined,
): OptionValues {
  const defaults = Object.entries(options).map(([name, option]) => [name, option.default] as const);
  return { ...Object.fromEntries(defaults), ...chosen };
}
