import { askWhatIsOpen } from './open-fields.ts';

/** Asks what is not known yet of this visitor, and shows mistakes without leaving the page. */
export function startWhitepaper(): void {
  const form = document.querySelector<HTMLFormElement>('[data-form=whitepaper]');
  if (!form) return;
  askWhatIsOpen(form).catch(() => undefined);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // What the script cannot do, the browser does by itself: the same submission, so it counts once.
    send(form).catch(() => form.submit());
  });
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
