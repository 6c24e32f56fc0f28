/// <reference lib="dom" />

/**
 * What htmx leaves open when it puts an answer into a page: an answer that holds nothing to put there is said beside
 * what is there, and whoever sent a form is led to what became of it. Loaded with htmx, in one file.
 */

/** What htmx tells of a request (its `ctx`), as far as it is read here. */
interface Asked {
  sourceElement: Element;
  text?: string;
  request: { action: string; method: string };
  response?: { status: number };
}

interface Htmx {
  ajax(method: string, address: string, options: { source: Element }): Promise<void>;
}

type HtmxEvent = CustomEvent<{
  ctx?: Asked;
  tasks?: { type: string; fragment: DocumentFragment }[];
}>;

document.addEventListener('htmx:before:swap', (event) => {
  const { ctx, tasks = [] } = (event as HtmxEvent).detail;
  const isEmpty = tasks.every(({ type, fragment }) => type !== 'main' || fragment.childElementCount === 0);
  if (ctx === undefined || !(isEmpty || hasFailed(ctx.response?.status))) return;
  // The page, its address and what was typed stay as they are.
  event.preventDefault();
  say(ctx, messageIn(ctx.text));
});

document.addEventListener('htmx:error', (event) => {
  const { ctx } = (event as HtmxEvent).detail;
  if (ctx !== undefined) say(ctx);
});

document.addEventListener('htmx:after:swap', (event) => {
  trouble()?.replaceChildren();
  const main = document.querySelector('main');
  if (main === null || event.target !== main) return;
  const said = main.querySelector<HTMLElement>('[role=alert], [role=status]') ?? main;
  said.tabIndex = -1;
  said.focus();
  said.scrollIntoView({ block: 'center' });
});

/** Whether an answer tells of a failure, and not what became of a form. */
function hasFailed(status = 200): boolean {
  return status === 400 || status === 403 || status >= 500;
}

function trouble(): HTMLElement | null {
  return document.getElementById('trouble');
}

/** The heading and the text of a page that only says something. */
function messageIn(text = ''): string | undefined {
  const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  const parts = [main?.querySelector('h1'), main?.querySelector('p')];
  const said = parts.flatMap((part) => part?.textContent?.trim() || []);
  return said.length === 0 ? undefined : said.join('. ');
}

/** Says what went wrong until something succeeds. A form has its own button to try again with. */
function say({ request, sourceElement }: Asked, text?: string): void {
  const place = trouble();
  if (place === null) return;
  const line = document.createElement('p');
  line.className = 'notice refusal';
  line.append(text ?? place.dataset.text ?? '');
  if (request.method.toUpperCase() === 'GET') line.append(' ', againButton(request.action, sourceElement));
  place.replaceChildren(line);
}

function againButton(address: string, source: Element): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = trouble()?.dataset.again ?? '';
  button.addEventListener('click', () => {
    void (window as unknown as { htmx: Htmx }).htmx.ajax('GET', address, { source });
  });
  return button;
}
