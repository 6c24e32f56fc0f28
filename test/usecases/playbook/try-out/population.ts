import type { LeadId, VisitorId } from '../../../../shared/domain/identity/ids.ts';
import { type Instant, plus } from '../../../../shared/domain/time.ts';
import type { AnyEvent, LeadEvent, VisitorEvent } from '../../../../shared/domain/tracking/event.ts';
import type { Playbook, PlaybookContent } from '../../../../shared/playbook/playbook.ts';
import { linkVisitor } from '../../../../shared/store/identity/links.ts';
import { currentPlaybook } from '../../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../../shared/store/tracking/events.ts';
import { actOnLead } from '../../../../shared/usecases/handover/act-on-lead.ts';
import { eraseLead } from '../../../../shared/usecases/identity/erase-lead.ts';
import type { ScoringSystem } from '../../../../shared/usecases/lead-system.ts';
import { scoreLead } from '../../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { pageView, reaction, submission, tracked } from '../../../domain/builders.ts';
import { PROVEN, QUALIFIED } from '../../../domain/handover/handed-over.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { hideBeginnings } from '../../hide-beginnings.ts';
import { jobsOf } from '../../job-system.ts';
import { compiled, published } from '../../playbook.ts';

/** A Monday, in sending hours. */
export const NOW = '2026-11-23T10:00:00.000Z';
const DAY_MS = 86_400_000;

/** What somebody did, as numbers that a property test draws. */
export interface Life {
  /** Pages on each of some days, that many days ago. */
  visits: { daysAgo: number; guides: number; pages: number }[];
  browsers: number;
  steps: number;
  clicks: number;
  employees: string;
  domain: string;
  consent: 'none' | 'ticked' | 'confirmed' | 'withdrawn';
  raisesHand: boolean;
  /** What sales did, if it ever got the lead; that many days ago. */
  sales: 'nothing' | 'accepted' | 'not-ready' | 'other' | 'bad-fit' | 'duplicate' | 'won' | 'lost';
  answeredDaysAgo: number;
  /** Pages since then. */
  since: number;
  erased: boolean;
}

/** Leads of all kinds in a table, under a playbook that is live. */
export class Population {
  readonly table: Table;
  readonly ids: LeadId[] = [];
  now: Instant = NOW;

  private constructor(table: Table) {
    this.table = table;
  }

  static async of(lives: readonly Life[], content: PlaybookContent): Promise<Population> {
    const all = new Population(await memoryTable());
    all.now = plus(NOW, -100 * DAY_MS);
    await all.publish(content);
    for (const [n, life] of lives.entries()) await all.live(n, life);
    all.now = NOW;
    for (const id of all.ids) await scoreLead(all.system(), id, []);
    return all;
  }

  system(): ScoringSystem {
    const { table } = this;
    const playbook = async (atLeast = 0) => (await currentPlaybook(table, atLeast)) as Playbook;
    return { table, now: () => this.now, playbook, newToken: () => 'token', hideBeginnings };
  }

  publish(content: PlaybookContent): Promise<number> {
    return published(this.system(), compiled(content));
  }

  private async live(n: number, life: Life): Promise<void> {
    const id = `${'ABCD'[n % 4]}${String(n).padStart(21, '0')}` as LeadId;
    this.ids.push(id);
    const browsers = Array.from({ length: life.browsers }, (_, b) => `browser-${n}-${b}` as VisitorId);
    const first = this.ago(Math.max(...life.visits.map(({ daysAgo }) => daysAgo)));
    for (const event of this.ownEvents(n, life, browsers[0], first)) await this.tell(id, event);
    for (const visitor of browsers) await linkVisitor(this.table, visitor, id, { at: first, due: first });
    const days = [...life.visits].sort((a, b) => b.daysAgo - a.daysAgo);
    const before = days.filter(({ daysAgo }) => daysAgo >= life.answeredDaysAgo);
    for (const [d, { daysAgo, guides, pages }] of before.entries()) {
      const visitor = browsers[d % browsers.length] as VisitorId;
      await this.visit(id, visitor, { at: this.ago(daysAgo), guides, pages, name: `${n}-${d}` });
    }
    this.now = this.ago(life.answeredDaysAgo);
    await this.answer(id, life.sales);
    this.now = plus(NOW, -DAY_MS / 8);
    if (life.since > 0)
      await this.visit(id, browsers[0] as VisitorId, {
        at: this.now,
        guides: life.since,
        pages: 0,
        name: `${n}-since`,
      });
    if (life.erased)
      await eraseLead(
        jobsOf(this.table, () => this.now),
        id,
      );
  }

  private ago(days: number): Instant {
    return plus(NOW, -days * DAY_MS);
  }

  private ownEvents(n: number, life: Life, visitor: VisitorId | undefined, at: Instant): LeadEvent[] {
    const moment = { at, receivedAt: at };
    const values = life.employees === '' ? {} : { employees: life.employees };
    const email = `person-${n}@${life.domain}`;
    const form = submission(life.raisesHand ? 'contact' : 'whitepaper', {
      ...{ id: `form-${n}`, email, values, ...moment, handRaise: life.raisesHand },
      ...(visitor && { visitor }),
    });
    const { permission: _, ...without } = form;
    const consent = (to: 'granted' | 'withdrawn', after: number): LeadEvent => ({
      ...{ type: 'mail-consent', id: `${to}-${n}`, to, how: 'confirmation' },
      ...{ at: plus(at, after), receivedAt: plus(at, after) },
    });
    return [
      life.consent === 'none' ? without : form,
      ...(life.consent === 'confirmed' || life.consent === 'withdrawn' ? [consent('granted', 60_000)] : []),
      ...(life.consent === 'withdrawn' ? [consent('withdrawn', 120_000)] : []),
      ...Array.from({ length: life.clicks }, (_, c) => reaction('click', `mail-${n}-${c}`, moment)),
    ];
  }

  private async visit(
    id: LeadId,
    visitor: VisitorId,
    { at, guides, pages, name }: { at: Instant; guides: number; pages: number; name: string },
  ): Promise<void> {
    const moment = { visitor, at, receivedAt: at };
    const all: VisitorEvent[] = [
      ...Array.from({ length: guides }, (_, g) =>
        pageView(`/guides/${name}-${g}`, { ...moment, id: `guide-${name}-${g}` }),
      ),
      ...Array.from({ length: pages }, (_, p) =>
        pageView(`/careers/${p}`, { ...moment, id: `page-${name}-${p}` }),
      ),
      tracked('Demo Step Completed', { ...moment, id: `step-${name}`, props: { step: name } }),
    ];
    for (const event of all) await putVisitorEvent(this.table, event, 0);
    this.now = at;
    await scoreLead(this.system(), id, all);
  }

  private async tell(id: LeadId, event: LeadEvent): Promise<void> {
    this.now = event.receivedAt;
    await putLeadEvent(this.table, id, event);
    await scoreLead(this.system(), id, [event] as AnyEvent[]);
  }

  private async answer(id: LeadId, sales: Life['sales']): Promise<void> {
    const act = (action: object) => actOnLead(this.system(), id, { by: 'anna', ...action } as never);
    if (sales === 'nothing') return;
    if (sales !== 'accepted' && sales !== 'won' && sales !== 'lost') {
      await act({ action: 'return', reason: sales });
      return;
    }
    await act({ action: 'accept' });
    if (sales === 'lost') await act({ action: 'lost', reason: 'price' });
    if (sales !== 'won') return;
    for (const one of [QUALIFIED, PROVEN]) await act(one);
    await act({ action: 'won', value: 1_000 });
  }
}
