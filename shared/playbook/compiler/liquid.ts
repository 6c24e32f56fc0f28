import { Liquid, type LiquidOptions } from 'liquidjs';

/** Mails include no other files. */
const options: LiquidOptions = { strictFilters: true, templates: {} };

/** Fills in the HTML of a mail: what a person wrote can never become part of it. */
export const htmlLiquid = new Liquid({ ...options, outputEscape: 'escape' });

/** Fills in subjects and plain text. */
export const textLiquid = new Liquid(options);
