import { describe, expect, it } from 'vitest';
import { withCapture } from '../../../shared/domain/identity/profile.ts';
import type { Points } from '../../../shared/domain/scoring/points-by-day.ts';
import { scoreLine } from '../../../shared/domain/scoring/score-line.ts';
import { scoringSchema } from '../../../shared/domain/scoring/scoring.ts';
import { leadView } from '../../../shared/web/console/lead/lead-view.ts';
import { SalesSection } from '../../../shared/web/console/lead/sales.tsx';
import { ScoreSection } from '../../../shared/web/console/lead/score.tsx';
import { lead, NOW, submission } from '../../domain/builders.ts';
import { HANDOVER, shippedPlaybook } from '../handover/dossier/example.ts';

const shipped = shippedPlaybook();
const scoring = scoringSchema.parse({
  ...shipped.scoring,
  scores: { crm: { name: 'CRM', threshold: 10 } },
});
const playbook = { ...shipped, scoring };
const crm = { daily: { '2026-11-20': 12 }, window: {} };
const points: Points = { daily: { '2026-11-20': 12 }, window: {}, of: { crm } };
const viewer = { id: 'x', email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' } as const;

function viewOf(own: Points, language: 'nl' | 'en' = 'en') {
  const one = lead({
    points: own,
    stage: 'mql',
    handover: { ...HANDOVER, score: 12, scores: { crm: 12 }, to: 'anna', via: 'score CRM' },
  });
  const profile = withCapture(undefined, one.id, submission());
  const reader = { viewer, language, timeZone: 'Europe/Amsterdam', shownSubject: () => '' };
  return leadView({ lead: one, profile, playbook, now: NOW }, reader as never);
}
const shown = (own: Points) =>
  String(ScoreSection({ view: viewOf(own), score: scoreLine(own, scoring, NOW) }));

describe('the score on the page of a lead', () => {
  it('has the scores of one subject beside the total', () => {
    expect(shown(points)).toContain('CRM: 12; ready for sales from 10.');
  });

  it('says what was taken off on a day, by the fit, and where the floor cut', () => {
    const off = { ...points, less: { daily: { '2026-11-20': 5, '2026-11-21': 4 }, fit: 40 } };
    const html = shown(off);
    expect(html).toContain('+12 −5');
    expect(html).toContain('<td class="number">−4</td>');
    expect(html).toContain('The fit takes 40 points off');
    expect(html).toContain('a score never goes below 0');
    expect(shown(points)).not.toContain('never goes below 0');
  });

  it('names the score that opened a hand-over', () => {
    expect(String(SalesSection({ view: viewOf(points), actions: [] }))).toMatch(
      /reached the threshold of CRM.*for CRM/s,
    );
    expect(String(SalesSection({ view: viewOf(points, 'nl'), actions: [] }))).toContain(
      'haalde de drempel van CRM',
    );
  });
});
