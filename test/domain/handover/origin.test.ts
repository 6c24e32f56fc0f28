import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { withCampaign, withCaptures } from '../../../shared/domain/identity/new-lead.ts';
import type { AnyEvent, PageView, Submission } from '../../../shared/domain/tracking/event.ts';
import { playbook } from '../../usecases/playbook.ts';
import { lead, pageView, submission } from '../builders.ts';

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** A lead that gets its events in batches. */
function originAfter(batches: readonly (readonly AnyEvent[])[]): Lead['origin'] {
  return batches.reduce<Lead>((before, events) => {
    const answers = events.filter((event): event is Submission => event.type === 'form');
    return withCampaign(withCaptures(before, answers, undefined, playbook.fit), events);
  }, lead()).origin;
}

describe('the origin of a lead', () => {
  it('is its first form, and the campaign of the first visit that has one, before or after the form', () => {
    const form = submission('whitepaper', { at: at(5) });
    const visits = [
      pageView('/', { at: at(1) }),
      pageView('/', { at: at(3), campaign: { name: 'autumn' } }),
      pageView('/', { at: at(4), campaign: { name: 'winter' } }),
    ];
    expect(originAfter([[form], visits])).toEqual({
      form: 'whitepaper',
      at: at(5),
      campaign: 'autumn',
      campaignAt: at(3),
    });
  });

  it('accepts a campaign of any length, cut between characters', () => {
    const campaign = { name: `${'x'.repeat(59)}😀` };
    const origin = originAfter([
      [submission('demo', { at: at(5) })],
      [pageView('/', { at: at(6), campaign })],
    ]);
    expect(origin?.campaign).toHaveLength(60);
    expect(origin?.campaign?.isWellFormed()).toBe(true);
  });

  it('ignores bots', () => {
    const robot = pageView('/', { at: at(1), campaign: { name: 'autumn' }, bot: 'user-agent' });
    expect(originAfter([[submission('demo', { at: at(5) })], [robot]])).toEqual({ form: 'demo', at: at(5) });
  });

  it('does not depend on the order in which events arrive', () => {
    const campaign = fc.option(
      fc.constantFrom('a', 'b').map((name) => ({ name })),
      { nil: undefined },
    );
    const hour = fc.integer({ min: 0, max: 3 }).map(at);
    const told1 = fc.record({ campaign, hour }).map(({ campaign: of, hour: when }) => ({
      at: when,
      ...(of && { campaign: of }),
    }));
    const view = told1.map((more): PageView => pageView('/', more));
    const form = fc
      .tuple(told1, fc.constantFrom('demo', 'whitepaper'))
      .map(([more, name]) => submission(name, more));
    const events = fc.tuple(form, fc.array(fc.oneof<fc.Arbitrary<AnyEvent>[]>(view, form), { maxLength: 6 }));
    fc.assert(
      fc.property(
        events.chain(([first, rest]) =>
          fc.tuple(
            fc.constant([first, ...rest]),
            fc.shuffledSubarray([first, ...rest], { minLength: rest.length + 1 }),
          ),
        ),
        ([inOrder, shuffled]) => {
          const origin = originAfter([inOrder]);
          // A visit before the first form is linked after it, so it arrives again here.
          expect(
            originAfter([shuffled.filter(({ type }) => type === 'form'), ...shuffled.map((one) => [one])]),
          ).toEqual(origin);
        },
      ),
    );
  });
});
