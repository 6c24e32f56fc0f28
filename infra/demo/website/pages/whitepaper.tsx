import { Checks } from '../parts/checks.tsx';
import { Form, Permission } from '../parts/form.tsx';
import { FormPage } from '../parts/form-page.tsx';
import { Cover } from '../parts/pictures.tsx';
import type { Place } from '../place.ts';

export function Whitepaper({ place }: { place: Place }) {
  const { whitepaper, site } = place.words;
  const form = (
    <Form place={place} name="whitepaper" button={whitepaper.button}>
      <p data-known hidden>
        {site.form.known}{' '}
        <button type="button" class="as-link">
          {site.form.stranger}
        </button>
      </p>
      <div data-later data-optional={site.form.optional} />
      <Permission id="whitepaper-permission" wording={whitepaper.permission} />
    </Form>
  );
  return (
    <FormPage place={place} words={whitepaper} form={form}>
      <div class="inside">
        <Cover title={whitepaper.cover} />
        <div>
          <h2>{whitepaper.inside.title}</h2>
          <Checks points={whitepaper.inside.list} />
        </div>
      </div>
    </FormPage>
  );
}
