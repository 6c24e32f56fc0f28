import { afterAll, beforeAll } from 'vitest';
import type { FrameworkReport, FunnelReport, ReturnsReport } from '../../../../shared/contract/reports.ts';
import type { Stage as LeadStage } from '../../../../shared/domain/identity/lead.ts';
import { type Mail, type System, startSystem } from '../../system.ts';

export const SALES = 'sales@kansrijk.test';
export const MANAGER = 'manager@kansrijk.test';

type Row = FunnelReport['rows'][number];

export interface BusEvent {
  'detail-type': string;
  detail: { id: string; leadId: string } & Record<string, unknown>;
}

/** One twin for the stories of a file, with its own time. */
export interface Stage {
  readonly system: System;
  now(): number;
  /** Moves time, and runs everything that becomes due meanwhile. */
  wait(span: string): Promise<void>;
  waitUntil(moment: string): Promise<void>;
  /** The funnel of a campaign. */
  funnelOf(campaign: string): Promise<Row>;
  returns(): Promise<ReturnsReport>;
  /** How many leads are in a cell of the framework, all together or in a stage. */
  cell(fit: string, readiness: string, stage?: LeadStage): Promise<number>;
  mailsTo(address: string): Promise<Mail[]>;
  slackPosts(): Promise<string[]>;
  /** The bus events of a lead, deduplicated by id. */
  factsAbout(leadId: string): Promise<BusEvent[]>;
}

/** @param now where time begins, such as `2028-05-17T08:00:00Z` */
export function openStage(now: string): Stage {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ now: new Date(now) });
  });
  afterAll(() => system?.stop());

  const clock = () => system.twin.clock.now();
  return {
    get system() {
      return system;
    },
    now: clock,
    wait: (span) => system.advance(span),
    waitUntil: (moment) => system.advance(`${Math.ceil((Date.parse(moment) - clock()) / 1_000)}s`),
    async funnelOf(campaign) {
      const { rows } = await system.api<FunnelReport>('/api/reports/funnel?by=campaign');
      const row = rows.find(({ of }) => of === campaign);
      if (row === undefined) throw new Error(`The funnel does not know the campaign ${campaign}`);
      return row;
    },
    returns: () => system.api<ReturnsReport>('/api/reports/returns'),
    async cell(fit, readiness, stage) {
      const { cells } = await system.api<FrameworkReport>('/api/reports/framework');
      const cell = cells.find((one) => one.fit === fit && one.readiness === readiness);
      return (stage ? cell?.stages[stage] : cell?.leads) ?? 0;
    },
    mailsTo: (address) => system.local<Mail[]>(`/mails?to=${encodeURIComponent(address)}`),
    slackPosts: async () => (await system.local<unknown[]>('/slack')).map((post) => JSON.stringify(post)),
    async factsAbout(leadId) {
      const events = await system.local<BusEvent[]>('/bus');
      const facts = events.filter(({ detail }) => detail.leadId === leadId);
      return [...new Map(facts.map((fact) => [fact.detail.id, fact])).values()];
    },
  };
}
