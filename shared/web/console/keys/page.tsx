import type { ApiKey } from '../../../domain/console/api-keys.ts';
import type { Language } from '../../../domain/language.ts';
import { longDate } from '../../language.ts';
import { ButtonForm } from '../../layout/button-form.tsx';
import { pages } from '../pages.ts';
import { KeyForm, type TypedKey } from './key-form.tsx';
import { keyWords } from './words.ts';

export interface KeysProps {
  language: Language;
  timeZone: string;
  publicUrl: string;
  keys: readonly ApiKey[];
  /** What was typed, when something was wrong with it. */
  typed?: TypedKey | undefined;
  /** The key somebody is about to withdraw. */
  toWithdraw?: ApiKey | undefined;
}

/** The API keys of a company: make one, see them, withdraw one. */
export function KeysPage(props: KeysProps) {
  const words = keyWords[props.language];
  const { old = [], working = [] } = Object.groupBy(props.keys, ({ withdrawnAt }) =>
    withdrawnAt === undefined ? 'working' : 'old',
  );
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {props.toWithdraw && <Sure language={props.language} apiKey={props.toWithdraw} />}
      <section class="card">
        <h2>{words.list}</h2>
        {working.length === 0 ? <NoKeys {...props} /> : <Keys {...props} keys={working} />}
        <p class="small quiet">{words.ofCompany}</p>
      </section>
      <KeyForm language={props.language} typed={props.typed} />
      {old.length > 0 && <Withdrawn {...props} keys={old} />}
    </>
  );
}

/** A key that was just made: the only time that anybody sees it. */
export function NewKey({ language, name, secret }: { language: Language; name: string; secret: string }) {
  const words = keyWords[language];
  return (
    <>
      <h1>{words.made(name)}</h1>
      <p class="notice">{words.shownOnce}</p>
      <p>
        <code>{secret}</code>
      </p>
      <a class="button" href={pages.keys}>
        {words.copied}
      </a>
    </>
  );
}

function Sure({ language, apiKey }: { language: Language; apiKey: ApiKey }) {
  const words = keyWords[language];
  const fields = [
    ['action', 'withdraw'],
    ['key', apiKey.hash],
  ] as const;
  return (
    <section class="notice refusal">
      <h2>{words.sure(apiKey.name)}</h2>
      <p>{words.sureMore}</p>
      <div class="buttons">
        <ButtonForm action={pages.keys} fields={fields} isDanger>
          {words.withdraw}
        </ButtonForm>
        <a class="button second" href={pages.keys}>
          {words.keep}
        </a>
      </div>
    </section>
  );
}

function NoKeys({ language, publicUrl }: KeysProps) {
  return (
    <div class="empty">
      <p>{keyWords[language].none}</p>
      <code>{`curl -H 'Authorization: Bearer KEY' ${publicUrl}/api/leads`}</code>
    </div>
  );
}

function Keys({ language, timeZone, keys }: KeysProps) {
  const words = keyWords[language];
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.may}</th>
          <th scope="col">{words.columns.made}</th>
          <th scope="col">{words.columns.used}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {keys.map(({ hash, name, scopes, madeBy, madeAt, lastUsed }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-label={words.columns.may}>{scopes.map((scope) => words.scope[scope].may).join(', ')}</td>
            <td data-label={words.columns.made}>
              {words.madeBy(madeBy, longDate(language, madeAt, timeZone))}
            </td>
            <td data-label={words.columns.used}>
              {lastUsed ? longDate(language, lastUsed, 'UTC') : words.neverUsed}
            </td>
            <td>
              <a href={`${pages.keys}?withdraw=${hash}`} aria-label={words.withdrawNamed(name)}>
                {words.withdraw}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Withdrawn({ language, timeZone, keys }: KeysProps) {
  const words = keyWords[language];
  return (
    <section class="card">
      <h2>{words.withdrawn}</h2>
      <ul>
        {keys.map(({ name, withdrawnBy = '', withdrawnAt = '' }) => (
          <li>
            <strong>{name}</strong>,{' '}
            {words.withdrawnBy(withdrawnBy, longDate(language, withdrawnAt, timeZone))}
          </li>
        ))}
      </ul>
    </section>
  );
}
