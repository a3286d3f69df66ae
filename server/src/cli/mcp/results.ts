import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { jsonText } from '../../escape/json';

export const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

export const text = (content: string): CallToolResult => ({ content: [{ type: 'text', text: content }] });
export const refused = (reason: string): CallToolResult => ({ ...text(reason), isError: true });

/** Structured content, and the same as text for clients that know only that. */
export function structured(value: Readonly<Record<string, unknown>>): CallToolResult {
  const json = jsonText(value);
  return { content: [{ type: 'text', text: json }], structuredContent: JSON.parse(json) };
}
