import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LeadIn, move, transitions } from '../../../shared/domain/handover/transitions.ts';
import { STAGES } from '../../../shared/domain/identity/lead.ts';
import { NOW } from '../builders.ts';
import { lifecycleReadme } from './diagram.ts';
import { handedOver } from './handed-over.ts';

const readme = join(import.meta.dirname, '../../../shared/domain/handover/README.md');

describe('the diagram of the lifecycle', () => {
  it('shows exactly the transitions of the code', () => {
    expect(readFileSync(readme, 'utf8')).toBe(lifecycleReadme());
  });
});

describe('the transitions', () => {
  it('lead to every stage, and out of every stage except customer', () => {
    const all = Object.values(transitions);
    expect(new Set(all.map(({ to }) => to))).toEqual(new Set(STAGES));
    const from = all.flatMap((transition) => [...transition.from] as string[]);
    expect(STAGES.filter((stage) => !from.includes(stage))).toEqual(['customer']);
  });

  it('never lead from a name to sales', () => {
    const ofNames = Object.values(transitions).filter(({ from }) => from.some((stage) => stage === 'name'));
    expect(ofNames.map(({ to }) => to)).toEqual(['lead']);
  });

  it('change the stage and its date', () => {
    const mql = handedOver() as LeadIn<'mql'>;
    expect(move('accept', mql, NOW)).toEqual({ ...mql, stage: 'sal', stageAt: NOW });
  });
});
