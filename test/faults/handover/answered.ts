import { randomUUID } from 'node:crypto';
import type { FunnelReport } from '../../../shared/contract/reports.ts';
import { type Mail, Person, type System } from '../../journeys/system.ts';

interface Fact {
  'detail-type': string;
  detail: { id: string; leadId: string };
}

/** Somebody whom sales answers, on the page and in its own system. */
export class Answered {
  /** What is known of who was accepted, given back and came again by raising a hand. */
  static readonly TWICE = {
    lead: {
      stage: 'mql',
      handovers: [
        { number: 1, status: 'returned', answer: { by: 'anna', reason: 'unreachable' } },
        { number: 2, status: 'open', reason: 'hand-raiser' },
      ],
    },
    actions: ['return', 'accept'],
    facts: [
      ...['BandChanged', 'ConsentChanged', 'HandoverAccepted', 'HandoverOpened', 'HandoverOpened'],
      ...['HandoverReturned', 'LeadQualified', 'LeadQualified', 'SequenceStarted'],
      ...['StageChanged', 'StageChanged', 'StageChanged', 'StageChanged'],
    ],
  };

  readonly #system: System;
  readonly #person: Person;
  #id = '';
  #page = '';

  constructor(system: System) {
    this.#system = system;
    this.#person = new Person(system, `ann@${randomUUID()}.nl`);
  }

  async asksForACall(): Promise<void> {
    await this.#person.sendsIn('contact', { message: 'Call me' });
  }

  /** Reads who it is, and the address of its page in the mail that sales got. */
  async isHandedOver(): Promise<void> {
    this.#id = (await this.#system.lead(this.#person.email)).id;
    const [mail] = await this.#mails();
    this.#page = /\/handover\/[\w.-]+/.exec(mail ?? '')?.[0] ?? '';
  }

  /** Anna accepts on the page, and presses again when it fails; returns the last status. */
  async accepted({ insists = true } = {}): Promise<number> {
    const body = new URLSearchParams({ action: 'accept', by: 'anna', _key: randomUUID() });
    const send = () => this.#system.request(this.#page, { method: 'POST', body });
    return this.#insist(send, insists ? 5 : 1);
  }

  /** Anna's own system gives it back, and asks again when that fails. */
  async givenBack(): Promise<void> {
    const headers = {
      authorization: 'Bearer local',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const body = JSON.stringify({ action: 'return', reason: 'unreachable', by: 'anna', note: 'Twice' });
    const path = `/api/leads/${this.#id}/actions`;
    await this.#insist(() => this.#system.request(path, { method: 'POST', headers, body }), 5);
  }

  /** What the API says, what the bus told, each fact once, and which messages sales got. */
  async known() {
    const { stage, handovers } = await this.#system.lead(this.#person.email);
    const { events } = await this.#system.api<{ events: { type: string; action?: string }[] }>(
      `/api/leads/${this.#id}/events`,
    );
    const bus = await this.#system.local<Fact[]>('/bus');
    const own = bus.filter(({ detail }) => detail.leadId === this.#id);
    const facts = new Map(own.map((fact) => [fact.detail.id, fact['detail-type']]));
    return {
      lead: { stage, handovers },
      actions: events.filter(({ type }) => type === 'sales').map(({ action }) => action),
      facts: [...facts.values()].sort(),
      mails: await this.#mails(),
      posts: this.#about(await this.#system.local<unknown[]>('/slack')),
    };
  }

  async #mails(): Promise<string[]> {
    return this.#about(await this.#system.local<Mail[]>('/mails?to=sales@kansrijk.test'));
  }

  #about(messages: unknown[]): string[] {
    const texts = messages.map((message) => JSON.stringify(message));
    return texts.filter((message) => message.includes(this.#person.email));
  }

  async #insist(send: () => Promise<Response>, times: number): Promise<number> {
    let status = 0;
    for (let attempt = 0; attempt < times; attempt++) {
      status = (await send()).status;
      if (status < 500) break;
    }
    await this.#system.settled();
    return status;
  }
}

/** What was counted until now. */
export async function figures(system: System) {
  const { total } = await system.api<FunnelReport>('/api/reports/funnel');
  const { leads, entered, accepted, returned, agreement } = total;
  const { kept, late } = agreement;
  return { leads, entered: entered.total, accepted, returned: returned.unreachable, kept, late };
}
