import { loadedTracker } from './tracker.ts';

/** The fields that a form asks of this visitor, according to the API: only what is not known yet. */
interface OpenFields {
  fields: { name: string; label: string; type: string; required: boolean; maxLength?: number }[];
  permission?: string;
}

/** Adds the fields that are still open for this visitor to a form, and hides those that are known. */
export async function addOpenFields(form: HTMLFormElement): Promise<void> {
  const visitor = loadedTracker()?.visitor();
  if (!visitor) return;
  const query = new URLSearchParams({ _locale: document.documentElement.lang });
  const response = await fetch(`${form.action}?${query}`, {
    headers: { Accept: 'application/json', 'Kansrijk-Visitor': visitor },
  });
  if (!response.ok) return;
  const { fields, permission } = (await response.json()) as OpenFields;
  const open = fields.filter(({ name }) => !form.elements.namedItem(name));
  const later = form.querySelector<HTMLElement>('[data-later]');
  later?.replaceChildren(...open.map((field) => question(field, later.dataset.optional ?? '')));
  if (!fields.some(({ name }) => name === 'email')) hideKnown(form, permission === undefined);
}

function question(
  { name, label, type, required, maxLength }: OpenFields['fields'][number],
  optional: string,
): HTMLElement {
  const input = document.createElement(type === 'textarea' ? 'textarea' : 'input');
  Object.assign(input, { id: `whitepaper-${name}`, name, required });
  if (maxLength) input.maxLength = maxLength;
  if (type === 'number') input.inputMode = 'numeric';
  else if (type !== 'textarea') input.setAttribute('type', type);
  const textContent = required ? label : `${label} (${optional})`;
  const caption = Object.assign(document.createElement('label'), { htmlFor: input.id, textContent });
  const field = document.createElement('div');
  field.className = 'field';
  field.append(caption, input);
  return field;
}

/** Hides the known address, and permission if given; another person at this browser can still show them. */
function hideKnown(form: HTMLFormElement, hasPermission: boolean): void {
  const note = form.querySelector<HTMLElement>('[data-known]');
  const address = form.querySelector<HTMLInputElement>('[name=email]');
  const known = [address, hasPermission && form.querySelector('[name=permission]')]
    .filter((input) => input instanceof HTMLInputElement)
    .map((input) => input.parentElement as HTMLElement);
  if (!note || !address || address.value) return;

  const show = (isKnown: boolean) => {
    note.hidden = !isKnown;
    address.required = !isKnown;
    for (const field of known) field.hidden = isKnown;
  };
  show(true);
  note.querySelector('button')?.addEventListener('click', () => {
    show(false);
    address.focus();
  });
}
