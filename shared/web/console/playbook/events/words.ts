import type { Localised } from '../../../../domain/language.ts';
import { type EventsWords, en } from './words/en.ts';
import { nl } from './words/nl.ts';

export const eventsWords: Localised<EventsWords> = { en, nl };
