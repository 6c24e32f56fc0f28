import { Liquid, type LiquidOptions } from 'liquidjs';

/** Mails include no other files. A fixed locale halves the load time: the library would ask the system for one. */
const options: LiquidOptions = { strictFilters: true, templates: {}, locale: 'en' };

/** Fills in HTML and escapes values, so that nobody can inject HTML. */
export const htmlLiquid = new Liquid({ ...options, outputEscape: 'escape' });

/** Fills in subjects and plain text, without escaping. */
export const textLiquid = new Liquid(options);
