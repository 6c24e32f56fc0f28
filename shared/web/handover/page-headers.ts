import { headersOf, unlisted } from '../layout/page-headers.ts';
import type { Look } from '../look/look.ts';
import { styleHash } from '../look/theme.ts';
import { pageStyle } from './style.ts';

/** The page's address is the only secret: without a referrer that passes it on, no other site can send its forms. */
const HASH = styleHash(pageStyle);

export const pageHeaders = (look: Look) => ({ ...headersOf(HASH, look), ...unlisted });
