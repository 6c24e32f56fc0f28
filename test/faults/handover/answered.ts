import { randomUUID } from 'node:crypto';
import type { FunnelReport } from '../../../shared/contract/reports.ts';
import { type Mail, Person, type System } from '../../journeys/system.ts';

interface Fact {
  'detail-type': string;
  detail: { id: string; leadId: string };
}

/** A lead that sales answers, on the page and over the API. */
export class Answered {
  /** The state after it was accepted, returned and raised its hand again. */
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
      ...['HandoverReturned', 'LeadQualified', 'LeadQualified', 'SequenceStarted', 'SequenceStarted'],
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

  /** Looks up the lead's id, and the address of its page in the mail to sales. */
  async isHandedOver(): Promise<void> {
    this.#id = (await this.#system.lead(this.#person.email)).id;
    const [mail] = await this.#mails();
    this.#page = /\/handover\/[\w.-]+/.exec(mail ?? '')?.[0] ?? '';
  }

  /** Anna accepts on the page, and retries on failure; returns the last status. */
  async accepted({ insists = true } = {}): Promise<number> {
    const body = new URLSearchParams({ action: 'accept', by: 'anna', _key: randomUUID() });
    const send = () => this.#system.request(this.#page, { method: 'POST', body });
    return this.#insist(send, insists ? 5 : 1);
  }

  /** Anna returns it over the API, and retries on failure. */
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

  /** The lead in the API, its bus events without duplicates, and the messages to sales. */
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

/** The funnel so far. */
export async function figures(system: System) {
  const { total } = await system.api<FunnelReport>('/api/reports/funnel');
  const { leads, entered, accepted, returned, agreement } = total;
  const { kept, late } = agreement;
  return { leads, entered: entered.total, accepted, returned: returned.unreachable, kept, late };
}
