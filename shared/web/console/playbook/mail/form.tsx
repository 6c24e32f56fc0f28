import { type Language, languages } from '../../../../domain/language.ts';
import {
  type InventedRecipient,
  inventedRecipients,
} from '../../../../domain/nurture/mail/invented-recipients.ts';
import { ownName } from '../../../language.ts';
import { mailWords } from '../../mails/words.ts';
import { fileAddress, picturesAddress } from '../addresses.ts';
import { MoreInText } from '../kit/entries.tsx';
import { TextInput } from '../kit/inputs.tsx';
import { type PartForm, textAt } from '../kit/part-form.ts';
import { mailEditorWords } from './words.ts';

interface Props {
  /** Its value is what stands between the two lines of dashes. */
  form: PartForm;
  path: string;
  /** The text below them. */
  body: string;
  /** The language of the mail. */
  locale: Language | undefined;
  /** Whom it was shown for, as they were chosen. */
  asked?: { person: string; lead: string } | undefined;
}

/** The words of a mail, beside the mail as it looks. */
export function MailForm({ form, path, body, locale, asked }: Props) {
  const words = mailEditorWords[form.language];
  const length = (name: string) => words.characters(textAt(form, [name]).length);
  const lang = locale ? { lang: locale } : {};
  return (
    <div class="beside">
      <div>
        <section class="card">
          <OtherLanguages language={form.language} path={path} />
          <TextInput
            form={form}
            at={['subject']}
            label={words.subject}
            hint={`${words.subjectHint} ${length('subject')}`}
            {...lang}
          />
          <TextInput
            form={form}
            at={['preheader']}
            label={words.preheader}
            hint={`${words.preheaderHint} ${length('preheader')}`}
            {...lang}
          />
          <TextInput form={form} at={['reason']} label={words.reason} hint={words.reasonHint} {...lang} />
          <MoreInText form={form} at={[]} />
        </section>
        <section class="card">
          <div class="field">
            <label for="body">{words.body}</label>
            <p class="soft" id="body-hint">
              {words.bodyHint}
            </p>
            <textarea id="body" name="body" class="source" rows={28} aria-describedby="body-hint" {...lang}>
              {`\n${body}`}
            </textarea>
          </div>
          <p>
            {/* What is typed here and not saved yet stays in its own tab. */}
            <a href={picturesAddress} target="_blank" rel="noopener">
              {words.pictures}
            </a>
          </p>
        </section>
      </div>
      <MailLook language={form.language} path={path} asked={asked} />
    </div>
  );
}

/** Leads to the same mail in the other languages. */
function OtherLanguages({ language, path }: { language: Language; path: string }) {
  const of = mailOf(path);
  if (of === undefined) return null;
  return (
    <p>
      {mailEditorWords[language].alsoIn}{' '}
      {languages
        .filter((one) => one !== of.locale)
        .map((one) => (
          <a href={fileAddress(`mails/${of.mail}.${one}.md`)}>{ownName(one)}</a>
        ))}
    </p>
  );
}

/** The mail as somebody gets it: as it was saved, or as it is typed now. */
function MailLook({ language, path, asked }: { language: Language } & Pick<Props, 'path' | 'asked'>) {
  const words = mailEditorWords[language];
  const { people, person, lead } = mailWords[language];
  const look = `${fileAddress(path)}/look`;
  return (
    <section class="card look" aria-label={words.look}>
      <h2>{words.look}</h2>
      <div class="field">
        <label for="person">{person}</label>
        <select id="person" name="person">
          {(Object.keys(inventedRecipients) as InventedRecipient[]).map((one) => (
            <option value={one} selected={one === asked?.person}>
              {people[one]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="lead">{lead}</label>
        <input id="lead" name="lead" type="text" autocomplete="off" value={asked?.lead} />
      </div>
      <p class="buttons">
        {(['light', 'dark'] as const).map((scheme) => (
          <button
            type="submit"
            class="second"
            formaction={look}
            formtarget="look"
            name="scheme"
            value={scheme}
          >
            {words.show[scheme]}
          </button>
        ))}
        <button type="submit" class="second" name="do" value="send-test" aria-describedby="test-hint">
          {words.test.send}
        </button>
      </p>
      <p class="soft" id="test-hint">
        {words.test.hint}
      </p>
      <iframe
        class="phone"
        name="look"
        sandbox=""
        loading="lazy"
        title={words.look}
        src={`${look}?scheme=light`}
      />
    </section>
  );
}

/** The name of a mail and its language, from the path of its file; undefined when it has another. */
export function mailOf(path: string): { mail: string; locale: Language } | undefined {
  const [, mail, code] = /^mails\/([a-z][a-z0-9-]*)\.([a-z]{2})\.md$/.exec(path) ?? [];
  const locale = languages.find((one) => one === code);
  return mail !== undefined && locale !== undefined ? { mail, locale } : undefined;
}
