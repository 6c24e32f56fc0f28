import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOutcome } from '../../../../infra/demo/simulate/outcome.ts';
import { simulate } from '../../../../infra/demo/simulate/simulation.ts';
import type { Story } from '../../../../infra/demo/simulate/story.ts';
import { connect, type TwinClient } from '../../../../infra/demo/simulate/twin-client.ts';
import { type System, startSystem } from '../../../journeys/system.ts';

const order = { leads: 14, weeks: 1, seed: 1 };
let system: System;
let twin: TwinClient;
let story: Story;
const shown: number[] = [];

beforeAll(async () => {
  system = await startSystem({ now: new Date('2026-11-23T08:00:00Z') });
  twin = await connect(system.url);
  story = await simulate(twin, order, (done) => shown.push(done));
});
afterAll(() => system.stop());

describe('a simulation of a week', () => {
  it('moves time by a week, half a day at a time', async () => {
    expect(shown).toEqual(Array.from({ length: 15 }, (_, stop) => stop));
    expect(system.twin.clock.now() - story.began.at).toBeGreaterThan(6.5 * 86_400_000);
  });

  it('makes everybody who fills in a form a lead, and mails them', async () => {
    const { kinds, steps } = await readOutcome(twin, story);
    const people = kinds.reduce((sum, kind) => sum + kind.people, 0);
    expect(people).toBe(order.leads);
    const sent = steps.reduce((sum, step) => sum + step.sent, 0);
    expect(sent).toBeGreaterThanOrEqual(order.leads - 1);
    expect(steps.map(({ mail }) => mail)).toContain('whitepaper-tips / whitepaper');
  });

  it('counts what people do with mails, but nothing that link scanners do', async () => {
    const { steps, countedScans } = await readOutcome(twin, story);
    expect(steps.reduce((sum, { opened }) => sum + opened, 0)).toBeGreaterThan(0);
    expect(story.scanned.links).toBeGreaterThan(0);
    expect(countedScans).toBe(0);
  });

  it('makes sales answer, with the same figures as the reports', async () => {
    const { sales, differences } = await readOutcome(twin, story);
    expect(sales.get('entered')).toBeGreaterThan(0);
    expect(sales.get('accepted')).toBeGreaterThan(0);
    expect(differences).toEqual([]);
  });

  it('leaves no dead letters', async () => {
    expect(await system.local('/dead-letters')).toEqual([]);
  });
});
