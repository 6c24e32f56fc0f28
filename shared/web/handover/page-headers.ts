import { headersOf, unlisted } from '../layout/page-headers.ts';
import { pageStyle } from './style.ts';

/** The page's address is the only secret: without a referrer that passes it on, no other site can send its forms. */
export const pageHeaders = { ...headersOf(pageStyle), ...unlisted };
