import { LOCAL_ADMIN } from '../local/settings.ts';

/** The invented people of the console, by what they do. */
const colleagues = {
  sales: 'anna@kansrijk.test',
  marketing: 'sanne@kansrijk.test',
  admin: LOCAL_ADMIN,
} as const;

export type Colleague = keyof typeof colleagues;

/** The address that opens a page of the console as one of them, signed in. */
export function consoleLink(apiUrl: string, who: Colleague, to = '/console'): string {
  return `${apiUrl}/_local/sign-in?${new URLSearchParams({ as: colleagues[who], to })}`;
}
