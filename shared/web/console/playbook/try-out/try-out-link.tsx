import type { Language } from '../../../../domain/language.ts';
import { pages } from '../../pages.ts';
import { tryOutWords } from './words.ts';

/** Leads to what the draft would do. While that is looked up, the page stays and says so. */
export function TryOutLink({ language, isAgain }: { language: Language; isAgain?: true }) {
  const words = tryOutWords[language];
  const address = tryOutAddress;
  return (
    <p>
      <a
        class="button second"
        href={address}
        {...{ 'hx-get': address, 'hx-target': 'main', 'hx-select': 'main', 'hx-swap': 'outerHTML' }}
        {...{ 'hx-push-url': String(!isAgain), 'hx-sync': 'this:drop' }}
      >
        {isAgain ? words.again : words.open}
        <span class="busy" role="status">
          {` ${words.busy}`}
        </span>
      </a>
    </p>
  );
}

export const tryOutAddress = `${pages.playbook}/try-out`;
