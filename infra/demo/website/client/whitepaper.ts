import { addOpenFields } from './open-fields.ts';

/** Asks only what is not known yet, and shows mistakes without leaving the page. */
export function startWhitepaper(): void {
  const form = document.querySelector<HTMLFormElement>('[data-form=whitepaper]');
  if (!form) return;
  addOpenFields(form).catch(() => undefined);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // If this fails, let the browser submit the form: the same submission counts once.
    send(form).catch(() => form.submit());
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const response = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { Accept: 'application/json' },
  });
  if (response.ok) return location.assign(`${location.pathname}/thanks`);
  const { errors } = (await response.json()) as { errors: Record<string, string> };
  const problem = form.querySelector<HTMLElement>('.problem');
  const [first] = Object.keys(errors);
  if (problem) problem.textContent = Object.values(errors).join(' ') || (problem.dataset.failed ?? '');
  if (first) form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
}
