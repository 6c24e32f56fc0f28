import { becomePersonOf, discloseVisitor, isPersonOf, randomId } from './visitor.ts';

/**
 * Adds to every form that goes to the API where it was filled in and, with consent, by which visitor.
 * `formdata` also covers pages that send `new FormData(form)` by fetch, and leaves their markup alone.
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

  // The page came back from memory as it was left: what is submitted now is a new submission.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) keys = new WeakMap();
  });
}

const addressIn = (fields: FormData) => `${fields.get('email') || ''}`;
