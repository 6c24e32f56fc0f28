import { type Scoring, scoringSchema } from '../../../shared/domain/scoring/scoring.ts';

/** The points system of the tests: a short version of the one that ships. */
export const rules: Scoring = scoringSchema.parse({
  windowDays: 90,
  cap: 100,
  bands: { newsletter: 0, guides: 20, ads: 60, call: 80 },
  rules: [
    { name: 'form', on: 'form', points: 2 },
    { name: 'open', on: 'open', points: 1 },
    { name: 'click', on: 'click', points: 2 },
    { name: 'guide', on: 'page', points: 2, paths: ['/guides/*'] },
    { name: 'pricing', on: 'page', points: 3, paths: ['/pricing', '/demo'] },
    { name: 'page', on: 'page', points: 1 },
    { name: 'demo step', on: 'track', points: 2, event: 'Demo Step Completed', oncePer: 'step' },
    { name: 'webinar', on: 'track', points: 3, event: 'Webinar Registered' },
  ],
});
