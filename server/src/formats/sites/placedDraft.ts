import type { ScopeDraft } from '../../recognition/settingsScopes';
import type { Place } from './site';

/** One thing that a text configures, and where its first setting goes. */
export interface PlacedDraft extends ScopeDraft {
  readonly place?: Place;
}
