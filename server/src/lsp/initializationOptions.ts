import type { InitializationOptions } from '../protocol/protocol';

/** Takes what is of the right type and leaves the rest, since any client may send anything. */
export function readInitializationOptions(raw: unknown): InitializationOptions {
  if (typeof raw !== 'object' || raw === null) return {};
  const { docsBase, showRuleCommand, presetCommand, copyCommand, status, health, readFile, settings } = raw as Readonly<
    Record<string, unknown>
  >;
  return {
    ...(typeof docsBase === 'string' && { docsBase }),
    ...(typeof showRuleCommand === 'string' && { showRuleCommand }),
    ...(typeof presetCommand === 'string' && { presetCommand }),
    ...(typeof copyCommand === 'string' && { copyCommand }),
    ...(status === true && { status }),
    ...(health === true && { health }),
    ...(readFile === true && { readFile }),
    ...(settings !== undefined && { settings }),
  };
}
