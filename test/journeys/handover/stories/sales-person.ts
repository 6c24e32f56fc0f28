import { expect } from 'vitest';
import { type ActionName, SHARED_ACTIONS } from '../../../../shared/domain/handover/actions/action.ts';
import type { ReturnReason } from '../../../../shared/domain/handover/handover.ts';
import type { Contact } from './contact.ts';
import { SALES, type Stage } from './stage.ts';

/** The response to a button of the hand-over page. */
export interface Pressed {
  status: number;
  page: string;
}

/** A sales person, who takes leads on the page that the newest mail links to, and records outcomes signed in. */
export class SalesPerson {
  readonly #stage: Stage;
  readonly #key: string;

  /** @param key the person's key in the playbook's team */
  constructor(stage: Stage, key: 'anna' | 'bram' | 'carla') {
    this.#stage = stage;
    this.#key = key;
  }

  /** The address of the page of a contact's last hand-over. */
  async pageOf(contact: Contact): Promise<string> {
    const mail = (await contact.mailsAbout(SALES)).at(-1);
    const [path] = /\/handover\/[\w.-]+/.exec(mail?.text ?? '') ?? [];
    if (path === undefined) throw new Error('Sales got no mail with a link about this contact');
    return path;
  }

  async opens(contact: Contact): Promise<Pressed> {
    return this.#read(await this.#stage.system.request(await this.pageOf(contact)));
  }

  accepts(contact: Contact): Promise<Pressed> {
    return this.#presses(contact, 'accept', {});
  }

  returns(contact: Contact, reason: ReturnReason, more: Record<string, string> = {}): Promise<Pressed> {
    return this.#presses(contact, 'return', { reason, ...more });
  }

  reachesByPhone(contact: Contact): Promise<Pressed> {
    return this.#presses(contact, 'call', { outcome: 'reached' });
  }

  qualifies(contact: Contact, need: string): Promise<Pressed> {
    const answers = { urgency: 'This quarter', buyingStage: 'Compares', decisionMakers: 'The owner' };
    return this.#presses(contact, 'qualify', { need, ...answers, budget: 'Yes, 10,000' });
  }

  /** @param proofs the evidence of each: `needProof`, `budgetProof`, `authorityProof` */
  recordsOpportunity(contact: Contact, proofs: Record<string, string>): Promise<Pressed> {
    return this.#presses(contact, 'opportunity', proofs);
  }

  wins(contact: Contact, amount: string): Promise<Pressed> {
    return this.#presses(contact, 'won', { amount });
  }

  /** All actions from a call to a customer. */
  async closesTheDealWith(contact: Contact, amount: string): Promise<void> {
    const proofs = { needProof: 'Said so', budgetProof: 'In an e-mail', authorityProof: 'Signs herself' };
    const answers = [
      await this.qualifies(contact, 'Fewer soap bubbles'),
      await this.recordsOpportunity(contact, proofs),
      await this.wins(contact, amount),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  }

  /** Opens the page, sends one of its forms and follows the redirect. */
  async #presses(contact: Contact, action: ActionName, fields: Record<string, string>): Promise<Pressed> {
    const isShared = SHARED_ACTIONS.includes(action);
    const path = isShared ? await this.pageOf(contact) : `/console/leads/${(await contact.lead()).id}/answer`;
    const headers: Record<string, string> = isShared ? {} : { cookie: await this.#signsIn() };
    const { page } = await this.#read(await this.#stage.system.request(path, { headers }));
    const _key = /name="_key" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ action, _key, by: this.#key, ...fields });
    const origin = { origin: this.#stage.system.url };
    const answer = await this.#stage.system.request(path, {
      method: 'POST',
      body,
      headers: { ...headers, ...(!isShared && origin) },
    });
    const next = answer.headers.get('location');
    const shown = next === null ? answer : await this.#stage.system.request(next, { headers });
    await this.#stage.system.settled();
    return this.#read(shown);
  }

  async #signsIn(): Promise<string> {
    const signedIn = await this.#stage.system.request(`/_local/sign-in?as=${this.#key}@kansrijk.test`);
    if (!signedIn.ok && signedIn.status !== 303 && signedIn.status !== 302)
      throw new Error(`Not signed in: ${signedIn.status} ${await signedIn.text()}`);
    const cookies = signedIn.headers.getSetCookie();
    return cookies.map((line) => line.split(';')[0]).join('; ');
  }

  async #read(response: Response): Promise<Pressed> {
    return { status: response.status, page: await response.text() };
  }
}
