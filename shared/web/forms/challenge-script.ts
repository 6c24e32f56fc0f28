import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/**
 * Solves a challenge for each form of ours on a page, while somebody fills it in: nobody has to do anything. A form goes
 * out without a solution when there is none: it is kept all the same.
 */

/** Nobody waits longer for it after pressing the button. */
const PATIENCE_MS = 15_000;

const api = (document.currentScript as HTMLScriptElement).src.replace(/\/challenge\.js.*$/, '');
const begun = new WeakMap<HTMLFormElement, Promise<string | undefined>>();
const leaving = new WeakSet<HTMLFormElement>();

function formOf(target: EventTarget | null): HTMLFormElement | undefined {
  const form = target instanceof Element ? target.closest('form') : undefined;
  // A field of the form could be called `action`.
  const action = form?.getAttribute('action');
  if (!form || action === null || action === undefined) return undefined;
  return new URL(action, document.baseURI).href.startsWith(`${api}/f/`) ? form : undefined;
}

function solutionFor(form: HTMLFormElement): Promise<string | undefined> {
  const known = begun.get(form);
  if (known) return known;
  const solving = solve(new URL(form.getAttribute('action') ?? '', document.baseURI)).catch(() => undefined);
  begun.set(form, solving);
  return solving;
}

async function solve({ origin, pathname }: URL): Promise<string | undefined> {
  const response = await fetch(`${origin}${pathname.replace(/\/$/, '')}/challenge`);
  if (!response.ok) return undefined;
  const challenge = await response.json();
  const solution = await solveChallenge({ challenge, deriveKey, timeout: 2 * PATIENCE_MS });
  return solution ? JSON.stringify({ challenge, solution }) : undefined;
}

async function sendWithSolution(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const waiting = form.querySelector<HTMLElement>('[data-waiting]');
  if (waiting) waiting.hidden = false;
  form.setAttribute('aria-busy', 'true');
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const solution = await Promise.race([solutionFor(form), patience]);
  // It can be used once: a page that is shown again gets another.
  begun.delete(form);
  if (waiting) waiting.hidden = true;
  form.removeAttribute('aria-busy');
  let field = form.querySelector<HTMLInputElement>('input[name=_challenge]');
  if (!field) {
    field = document.createElement('input');
    field.type = 'hidden';
    field.name = '_challenge';
    form.append(field);
  }
  field.value = solution ?? '';
  leaving.add(form);
  HTMLFormElement.prototype.requestSubmit.call(form, submitter);
}

addEventListener('focusin', ({ target }) => {
  const form = formOf(target);
  if (form) void solutionFor(form);
});

// Before the page's own listeners: those hear of it when the solution is in the form.
addEventListener(
  'submit',
  (event) => {
    const form = formOf(event.target);
    if (!form || leaving.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.getAttribute('aria-busy') !== 'true') void sendWithSolution(form, event.submitter);
  },
  true,
);
