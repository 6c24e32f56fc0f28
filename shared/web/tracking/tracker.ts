/// <reference lib="dom" />
import { LEAST_STAY } from '../../domain/tracking/stay.ts';
import { type Decision, decide, decision, forgetPerson } from './consent.ts';
import { createDelivery } from './delivery.ts';
import { watchForms } from './forms.ts';
import { watchNavigation, whenShown } from './navigation.ts';
import { type BrowserEvent, enqueue, type Props, type What } from './queue.ts';
import { attempt } from './storage.ts';
import { becomePersonOf, discloseVisitor, randomId, visitor } from './visitor.ts';

/** A call made before the tracker has loaded: `(window.kansrijk ||= []).push(['track', 'Video Played'])`. */
export type Call = ['page', Props?] | ['track', string, Props?] | ['consent', Decision];

/** The global `kansrijk`. It cannot identify anybody: only a form or the API names a lead. */
export interface Kansrijk {
  /** Records a page view, for pages that change without changing the path. */
  page(props?: Props): void;
  track(name: string, props?: Props): void;
  /** Stores a decision if given, and returns the current one; undefined before there is one. */
  consent(made?: Decision): Decision | undefined;
  /**
   * The visitor's id, for pages that submit this address themselves; it is no longer anonymous from now on.
   * Undefined without consent.
   */
  visitor(address?: string): string | undefined;
  push(...calls: Call[]): void;
}

declare global {
  interface Window {
    kansrijk?: Kansrijk | Call[];
  }
}

/** The page was opened from a mail: its visitor may be linked to the lead of that mail. */
const OPENED_FROM_MAIL = /[?&]kansrijk=/;

function start(script: HTMLScriptElement): void {
  const api = new URL('.', script.src).href;
  const granted = () => (decision() || script.dataset.consent) === 'granted';
  const delivery = createDelivery(`${api}e`, granted);
  // A fragment is a page when it is a route, such as #/pricing or #!/pricing.
  const here = () => location.href.replace(/#(?!!?\/).*/, '');
  const path = () => here().replace(/\?[^#]*/g, '');
  let referrer = document.referrer;
  let seen: string | undefined;
  /** How long the page was seen until `since`. From then on it is seen still, or it is hidden. */
  let stay: Extract<What, { type: 'stay' }> | undefined | false;
  let since: number;

  function record(what: What, props?: Props): void {
    if (!granted()) return;
    const url = here();
    const who = OPENED_FROM_MAIL.test(url) ? discloseVisitor() : visitor();
    const event: BrowserEvent = {
      id: randomId(),
      at: new Date().toISOString(),
      url,
      title: document.title,
      referrer,
      props,
      ...what,
    };
    // A property of the page may throw when it is read.
    attempt(() => enqueue(who, event));
    delivery.added();
  }

  function view(props?: Props): void {
    if (!granted()) return;
    pause();
    record({ type: 'page' }, props);
    seen = path();
    stay = { id: `${Date.now()}s`, type: 'stay', url: seen, seconds: 0 };
    resume();
    referrer = here();
  }

  function pause(): void {
    if (!stay) return;
    stay.seconds += (performance.now() - since) / 1_000;
    if (stay.seconds > LEAST_STAY) record(stay);
  }

  function resume(): void {
    since = performance.now();
  }

  const arrived = () => whenShown(() => path() !== seen && view());

  const kansrijk: Kansrijk = {
    page: (props) => whenShown(() => view(props)),
    track: (name, props) => whenShown(() => record({ type: 'track', name }, props), true),
    consent(made) {
      if (made) {
        decide(made);
        stay = granted() && stay;
        arrived();
      }
      return decision();
    },
    visitor(address) {
      if (!granted()) return undefined;
      becomePersonOf(address);
      return discloseVisitor();
    },
    push(...calls) {
      for (const [method, ...values] of calls)
        attempt(() => (kansrijk[method] as (...v: unknown[]) => void)(...values));
    },
  };

  if (!granted()) forgetPerson();
  const early = window.kansrijk as Call[] | undefined;
  window.kansrijk = kansrijk;
  kansrijk.push(...(early || []));
  watchNavigation(arrived);
  // Hidden may be the last that a page hears. All who know `AbortSignal.timeout`, which delivery needs, tell it also when
  // the page is left, and again when it comes back from the memory of the browser.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      pause();
      delivery.leave();
    } else resume();
  });
  watchForms(`${api}f/`, granted);
}

// A second copy of the script on the same page does nothing.
if (Array.isArray(window.kansrijk || [])) start(document.currentScript as HTMLScriptElement);
