import { AddButton, AddNamed, MoreInText } from '../kit/entries.tsx';
import { TextInput } from '../kit/inputs.tsx';
import { groupAt, listAt, type PartForm } from '../kit/part-form.ts';
import { AccountFields, PersonFields } from './person-fields.tsx';
import { RouteFields } from './route-fields.tsx';
import { salesWords } from './words.ts';

/** The sales team, and who gets which lead. */
export function SalesForm({ form }: { form: PartForm }) {
  const words = salesWords[form.language];
  const routes = listAt(form, ['routing']);
  return (
    <>
      <section class="card">
        <h2>{words.team}</h2>
        <p class="soft">{words.teamIntro}</p>
        {Object.keys(groupAt(form, ['team'])).map((person) => (
          <PersonFields form={form} person={person} />
        ))}
        <AddNamed
          form={form}
          at={['team']}
          what="person"
          label={words.key}
          hint={words.keyHint}
          button={words.addPerson}
        />
      </section>
      <section class="card">
        <h2>{words.routing}</h2>
        <p class="soft">{words.routingIntro}</p>
        <ol class="entries">
          {routes.map((_, index) => (
            <RouteFields form={form} at={['routing', index]} place={{ index, of: routes.length }} />
          ))}
        </ol>
        <p class="buttons">
          <AddButton at={['routing']} what="route">
            {words.addRoute}
          </AddButton>
        </p>
      </section>
      <section class="card">
        <h2>{words.accounts}</h2>
        <p class="soft">{words.accountsIntro}</p>
        {Object.keys(groupAt(form, ['accounts'])).map((domain) => (
          <AccountFields form={form} domain={domain} />
        ))}
        <AddNamed
          form={form}
          at={['accounts']}
          what="account"
          label={words.domain}
          hint={words.domainHint}
          button={words.addAccount}
        />
      </section>
      <section class="card">
        <TextInput
          form={form}
          at={['currency']}
          label={words.currency}
          hint={words.currencyHint}
          placeholder="EUR"
        />
      </section>
      <MoreInText form={form} at={[]} />
    </>
  );
}
