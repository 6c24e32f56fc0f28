import { hideBeginningsWith } from '../../shared/gateways/identity/hidden-beginnings.ts';

/** Hides addresses with the key of tests. */
export const hideBeginnings = hideBeginningsWith('key of tests');
