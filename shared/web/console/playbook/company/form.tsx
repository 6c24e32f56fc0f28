import { MoreInText } from '../kit/entries.tsx';
import { InBoth } from '../kit/in-both.tsx';
import { FlagInput, TextInput } from '../kit/inputs.tsx';
import type { PartForm } from '../kit/part-form.ts';
import { ColourFields } from './colour-fields.tsx';
import { Contrasts } from './contrasts.tsx';
import { companyEditorWords } from './words.ts';

/** Who the company is, and how it looks. */
export function CompanyForm({ form }: { form: PartForm }) {
  const words = companyEditorWords[form.language];
  return (
    <>
      <section class="card">
        <h2>{words.who}</h2>
        <div class="row">
          <TextInput form={form} at={['name']} label={words.name} hint={words.nameHint} />
          <TextInput form={form} at={['legalName']} label={words.legalName} hint={words.legalNameHint} />
        </div>
        <TextInput form={form} at={['address']} label={words.address} hint={words.addressHint} />
      </section>
      <section class="card">
        <h2>{words.links}</h2>
        <p class="soft">{words.linksIntro}</p>
        {(['home', 'privacy', 'terms', 'imprint', 'contact'] as const).map((link) => (
          <InBoth form={form} at={['links', link]} label={words.link[link]} />
        ))}
        <MoreInText form={form} at={['links']} />
      </section>
      <section class="card">
        <h2>{words.logo}</h2>
        <p class="soft">{words.logoIntro}</p>
        <div class="row">
          {(['light', 'dark'] as const).map((scheme) => (
            <TextInput
              form={form}
              at={['logo', scheme]}
              label={words.picture[scheme]}
              hint={words.pictureHint}
              list="known-pictures"
            />
          ))}
        </div>
        <InBoth form={form} at={['logo', 'alt']} label={words.alt} />
        <FlagInput form={form} at={['logo', 'withName']} usual={false} label={words.withName} />
        <MoreInText form={form} at={['logo']} />
      </section>
      <section class="card">
        <h2>{words.colours}</h2>
        <p class="soft">{words.coloursIntro}</p>
        <ColourFields form={form} />
        <MoreInText form={form} at={['colours']} />
        <Contrasts form={form} />
      </section>
      <MoreInText form={form} at={[]} />
    </>
  );
}
