import { fileFilters } from '../protocol/files';

/** For features that code has from its own language already, so that ours do not stand in their way. */
export const SETTINGS_SELECTOR = fileFilters('settings');
