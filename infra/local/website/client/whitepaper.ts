import { loadedTracker } from './tracker.ts';

interface Question {
  name: string;
  label: string;
  type: string;
  required: boolean;
}

/** Asks what is not known yet of this visitor, and shows mistakes without leaving the page. */
export function startWhitepaper(): void {
  const form = document.querySelector<HTMLFormElement>('[data-form=whitepaper]');
  if (!form) return;
  askMore(form).catch(() => undefined);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // What the script cannot do, the browser does by itself: the same submission, so it counts once.
    send(form).catch(() => form.submit());
  });
}

async function askMore(form: HTMLFormElement): Promise<void> {
  const visitor = loadedTracker()?.visitor();
  if (!visitor) return;
  const query = new URLSearchParams({ _visitor: visitor, _locale: document.documentElement.lang });
  const answer = await fetch(`${form.action}?${query}`, { headers: { Accept: 'application/json' } });
  const { fields } = (await answer.json()) as { fields: Question[] };
  const asked = fields.filter(({ name }) => !form.elements.namedItem(name));
  form.querySelector('[data-later]')?.replaceChildren(...asked.map(fieldFor));
}

function fieldFor({ name, label, type, required }: Question): HTMLElement {
  const input = Object.assign(document.createElement('input'), { name, type, required });
  input.id = `whitepaper-${name}`;
  const caption = Object.assign(document.createElement('label'), { htmlFor: input.id, textContent: label });
  const field = document.createElement('div');
  field.className = 'field';
  field.append(caption, input);
  return field;
}

async function send(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
  if (answer.ok) return location.assign(`${location.pathname}/thanks`);
  const { errors } = (await answer.json()) as { errors: Record<string, string> };
  const problem = form.querySelector<HTMLElement>('.problem');
  const [first] = Object.keys(errors);
  if (problem) problem.textContent = Object.values(errors).join(' ') || (problem.dataset.failed ?? '');
  if (first) form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
}
