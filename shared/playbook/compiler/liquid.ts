import { Liquid, type LiquidOptions } from 'liquidjs';

/** Mails include no other files. Without a locale the library asks the system for one, half the time of its start. */
const options: LiquidOptions = { strictFilters: true, templates: {}, locale: 'en' };

/** Fills in the HTML of a mail: what a person wrote can never become part of it. */
export const htmlLiquid = new Liquid({ ...options, outputEscape: 'escape' });

/** Fills in subjects and plain text. */
export const textLiquid = new Liquid(options);
