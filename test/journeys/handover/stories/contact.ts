import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { LeadAnswer } from '../../../../shared/contract/api.ts';
import { type Mail, Person } from '../../system.ts';
import type { BusEvent, Stage } from './stage.ts';

interface Character {
  /** The domain of the address, such as `bakery.nl` or a free mail domain. */
  domain?: string;
  company?: string;
  employees?: number;
  /** The campaign whose link led to the form. */
  campaign?: string;
}

/** A visitor of the website who may become a lead. Each action has been handled when it returns. */
export class Contact {
  readonly email: string;
  readonly #stage: Stage;
  readonly #character: Character;
  #person: Person | undefined;

  constructor(stage: Stage, name: string, character: Character = {}) {
    this.#stage = stage;
    this.#character = character;
    this.email = `${name}@${character.domain ?? `${name}-${randomUUID().slice(0, 8)}.nl`}`;
  }

  async visits(...paths: string[]): Promise<void> {
    expect((await this.#browser.reads(...paths)).status).toBe(204);
    await this.#stage.system.settled();
  }

  /** Reads some guides, two points each; each series has its own guides. */
  readsGuides(count: number, series = 'series'): Promise<void> {
    return this.visits(...Array.from({ length: count }, (_, n) => `/guides/${series}-${n + 1}`));
  }

  /** Goes through so many steps of the demo. */
  async triesTheDemo(steps: number): Promise<void> {
    await this.visits('/demo');
    await this.#browser.tells(
      Array.from({ length: steps }, (_, n) => ({
        id: randomUUID(),
        type: 'track',
        name: 'Demo Step Completed',
        props: { step: `step-${n + 1}` },
      })),
    );
    await this.#stage.system.settled();
  }

  asksForTheWhitepaper(): Promise<void> {
    const { employees, company } = this.#character;
    return this.#sendsIn('whitepaper', {
      ...(employees !== undefined && { employees: String(employees) }),
      ...(company && { company }),
    });
  }

  asksForACall(message = 'Please call me'): Promise<void> {
    return this.#sendsIn('contact', { message, permission: undefined });
  }

  /** Presses the button of the first mail, which confirms its address. */
  async confirmsItsAddress(): Promise<void> {
    const [mail] = await this.#stage.mailsTo(this.email);
    const [path = ''] = /\/confirm\/[\w-]{22}/.exec(mail?.html ?? '') ?? [];
    expect((await this.#stage.system.request(path, { method: 'POST' })).status).toBe(200);
    await this.#stage.system.settled();
  }

  /** The lead as the API shows it. */
  lead(): Promise<LeadAnswer> {
    return this.#stage.system.api('/api/leads/lookup', {
      method: 'POST',
      body: JSON.stringify({ email: this.email }),
    });
  }

  /** The mails to an address about this contact, oldest first. */
  async mailsAbout(reader: string): Promise<Mail[]> {
    return (await this.#stage.mailsTo(reader)).filter(({ html }) => html.includes(this.email));
  }

  async slackPostsAbout(): Promise<string[]> {
    return (await this.#stage.slackPosts()).filter((post) => post.includes(this.email));
  }

  /** Its bus events of one type. */
  async facts(name?: string): Promise<BusEvent[]> {
    const facts = await this.#stage.factsAbout((await this.lead()).id);
    return name === undefined ? facts : facts.filter((fact) => fact['detail-type'] === name);
  }

  get #browser(): Person {
    this.#person ??= new Person(this.#stage.system, this.email);
    return this.#person;
  }

  async #sendsIn(form: string, fields: Record<string, unknown>): Promise<void> {
    const { campaign } = this.#character;
    const _page = `https://website.nl/${form}${campaign ? `?utm_campaign=${campaign}` : ''}`;
    expect((await this.#browser.sendsIn(form, { ...fields, _page })).status).toBe(200);
    await this.#stage.system.settled();
  }
}
