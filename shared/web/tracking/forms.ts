import { becomePersonOf, discloseVisitor, isPersonOf, randomId } from './visitor.ts';

/**
 * Adds the page to every form that is sent to the API and, with consent, the visitor.
 * The event `formdata` also covers `new FormData(form)` sent by fetch, and changes no markup.
 */
export function watchForms(action: string, granted: () => boolean): void {
  let keys = new WeakMap<HTMLFormElement, string>();
  const isOurs = (form: HTMLFormElement) =>
    new URL(form.getAttribute('action') || '', document.baseURI).href.startsWith(action);

  addEventListener(
    'submit',
    ({ target }) => {
      const form = target as HTMLFormElement;
      if (isOurs(form) && granted()) becomePersonOf(addressIn(new FormData(form)));
    },
    true,
  );

  addEventListener('formdata', ({ target, formData }) => {
    const form = target as HTMLFormElement;
    if (!isOurs(form)) return;
    if (!keys.has(form)) keys.set(form, randomId());
    formData.set('_key', keys.get(form) as string);
    formData.set('_page', location.href);
    const { lang } = document.documentElement;
    if (lang && !formData.has('_locale')) formData.set('_locale', lang.slice(0, 2));
    formData.delete('_visitor');
    const address = addressIn(formData);
    if (granted() && (!address || isPersonOf(address))) formData.set('_visitor', discloseVisitor());
  });

  // The browser restored the page from memory: what is submitted now is a new submission.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) keys = new WeakMap();
  });
}

const addressIn = (fields: FormData) => `${fields.get('email') || ''}`;
