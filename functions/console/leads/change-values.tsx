import type { Context } from 'hono';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Profile } from '../../../shared/domain/identity/profile.ts';
import { type TypedValue, valueFields } from '../../../shared/domain/identity/value-changes.ts';
import { randomId } from '../../../shared/gateways/random-id.ts';
import { changeValues, readValues } from '../../../shared/usecases/identity/by-colleague/change-values.ts';
import { ChangePage, type Unsaved } from '../../../shared/web/console/lead/change-page.tsx';
import { leadAddress, leadView } from '../../../shared/web/console/lead/lead-view.ts';
import { valuesWords } from '../../../shared/web/console/values/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { LeadRoute } from './lead-route.ts';
import { readerOf, showUnseen } from './show-lead.tsx';

type Context_ = Context<ConsoleEnv>;
type Entries = Readonly<Record<string, TypedValue>>;

/** `GET /console/leads/{id}/values` shows the form with the values of a lead; `POST` stores what was changed. */
export async function valuesPage(route: LeadRoute, c: Context_, id: LeadId | undefined) {
  if (id === undefined) return showUnseen(route, c, 'unknown');
  if (c.req.method !== 'POST') return showForm(route, c, id);
  const form = new URLSearchParams(await c.req.text());
  const entries = await entriesIn(route, form);
  const key = form.get('_key') || randomId();
  const changed = await changeValues(route.system, c.var.viewer, id, entries, key);
  switch (changed.result) {
    case 'changed':
      return c.redirect(`${leadAddress(id)}?done=values`, 303);
    case 'same':
      return c.redirect(`${leadAddress(id)}?done=same`, 303);
    case 'invalid':
      return showForm(route, c, id, { entries, unsaved: { errors: changed.errors }, status: 422 });
    case 'conflict':
      return showForm(route, c, id, { entries, unsaved: { conflicts: changed.conflicts }, status: 409 });
    default:
      return showUnseen(route, c, changed.result);
  }
}

interface Sent {
  entries: Entries;
  unsaved: Unsaved;
  status: 409 | 422;
}

async function showForm(route: LeadRoute, c: Context_, id: LeadId, sent?: Sent) {
  const found = await readValues(route.system, c.var.viewer, id);
  if (typeof found === 'string') return showUnseen(route, c, found);
  const view = leadView(found, await readerOf(route, c));
  const fields = valueFields(found.playbook.fields).map(([name]) => name);
  const entries = Object.fromEntries(fields.map((name) => [name, entryOf(name, found.profile, sent)]));
  const content = <ChangePage {...{ view, entries, unsaved: sent?.unsaved }} newKey={randomId()} />;
  const title = valuesWords[view.language].title(view.who);
  return route.show(c, { current: 'leads', title, content, ...(sent && { status: sent.status }) });
}

/** What a field shows: what was typed stays, and after a conflict it is about what stands there now. */
function entryOf(name: string, { values }: Profile, sent: Sent | undefined): TypedValue {
  const known = values[name]?.value ?? '';
  const entry = sent?.entries[name];
  if (entry === undefined) return { shown: known, typed: known };
  if (sent?.unsaved.conflicts === undefined) return entry;
  return { shown: known, typed: entry.typed === entry.shown ? known : entry.typed };
}

async function entriesIn({ system }: LeadRoute, form: URLSearchParams): Promise<Entries> {
  const { fields } = await system.playbook();
  const sent = valueFields(fields).flatMap(([name]) => {
    const [shown, typed] = [form.get(`shown.${name}`), form.get(`value.${name}`)];
    return shown === null || typed === null ? [] : [[name, { shown, typed }] as const];
  });
  return Object.fromEntries(sent);
}
